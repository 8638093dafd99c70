//! A gate asked about an env, away from a request.

use super::{Asked, Gate, Require, Requirement, Undecided};
use crate::denied::{Denied, Reason};
use crate::env::Env;

impl<R: Require> Gate<R> {
    /// Refuses what the gate would refuse: for decisions in code that answer like a gate.
    ///
    /// ```
    /// use guard_runtime::{Denied, Env, User, groups, requires_group};
    ///
    /// fn archive(env: &Env) -> Result<(), Denied> {
    ///     requires_group(groups::core_internal).check(env)
    /// }
    ///
    /// let portal = Env::of(User::new(7).in_group(groups::core_portal)).unwrap();
    /// assert_eq!(archive(&portal).unwrap_err().missing(), ["group:core_internal"]);
    /// ```
    ///
    /// # Errors
    ///
    /// 401 if nobody has signed in and somebody has to, 403 for what the user lacks, 500 for what
    /// cannot be decided here: a permission that is checked per project.
    pub fn check(&self, env: &Env) -> Result<(), Denied> {
        check(R::REQUIREMENT, env)
    }
}

pub(crate) fn check(requirement: &Requirement, env: &Env) -> Result<(), Denied> {
    let reason = match requirement.allows(&Asked::of(env)) {
        Ok(true) => return Ok(()),
        Ok(false) if !env.is_signed_in() => Reason::NoCredentials,
        Ok(false) => {
            let (required, missing) = (requirement.to_list(), requirement.missing(env));
            let denied = Denied::forbidden().lacking(required, missing);
            return Err(denied.demanding(requirement.scope().into_iter()));
        }
        Err(Undecided::Foreign) => Reason::Broken(
            "the gate and the user name groups, roles or permissions of two declarations",
        ),
        Err(Undecided::NoProject) => Reason::Broken(
            "a permission that is checked per project is asked for without a project",
        ),
    };
    Err(Denied::here(reason))
}
