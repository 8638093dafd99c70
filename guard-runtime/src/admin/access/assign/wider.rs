//! The rules for memberships in projects, for tokens, and for acting in another's place.

use super::rights::beyond;
use super::{AssignmentRefusal as Refusal, AssignmentRules};
use crate::User;
use crate::env::Env;
use crate::role::RoleDefinition;
use crate::scope::{PermissionSet, ProjectScope};

impl AssignmentRules {
    /// Whether a user may be given a role in a project, or lose it. `mine` is what the actor may there, and
    /// `theirs` what the user may.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn member(
        &self,
        env: &Env,
        user: &User,
        role: &RoleDefinition,
        mine: &ProjectScope,
        theirs: &ProjectScope,
    ) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        let is_global = role
            .permissions()
            .iter()
            .any(|it| it.project_scope().is_none());
        if is_global {
            return Err(Refusal::WrongKind(role.name().to_owned()));
        }
        there(role.name(), role.permissions(), mine, theirs)
    }

    /// Whether the actor may hand out a role in a project to whoever may there no more than they.
    pub(in crate::admin) fn hands_out(
        env: &Env,
        role: &RoleDefinition,
        mine: &ProjectScope,
    ) -> bool {
        let is_theirs = there(role.name(), role.permissions(), mine, mine).is_ok();
        is_theirs && Self::may_act(env).is_ok()
    }

    /// Whether a name that is stored as a role in a project may be taken from a user although it does not
    /// count there: there is no such role, or it is of something else. It grants nothing, and might again
    /// if somebody defined one. `mine` and `theirs` are as for [`member`](Self::member).
    ///
    /// # Errors
    ///
    /// Why not; [`WrongKind`](Refusal::WrongKind) if the role counts: then [`member`](Self::member) is to
    /// be asked.
    pub fn leftover_member(
        &self,
        env: &Env,
        user: &User,
        name: &str,
        mine: &ProjectScope,
        theirs: &ProjectScope,
    ) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        let role = self.vocabulary.roles.as_ref().and_then(|it| it.get(name));
        if role.is_some_and(|it| it.is_for_members(mine.scope_name())) {
            return Err(Refusal::WrongKind(name.to_owned()));
        }
        there(name, &PermissionSet::default(), mine, theirs)
    }

    /// Whether a personal access token may be revoked: one's own, that of a user who has nothing that the
    /// actor has not, and one whose owner is gone (`None`).
    ///
    /// ```
    /// # guard_runtime::define_groups! { pub mod own { /// Sells.
    /// #     sales_user: core_internal } }
    /// # fn main() -> Result<(), guard_runtime::EnvError> {
    /// use guard_runtime::admin::access::{AssignmentRules, Vocabulary};
    /// use guard_runtime::{Env, User, groups};
    ///
    /// let rules = AssignmentRules::new(&Vocabulary::new(&own::SCHEMA));
    /// let ada = User::new(1).in_group(groups::core_internal);
    /// let ivo = User::new(2).in_group(own::sales_user);
    /// let env = Env::of(ada.clone())?;
    /// assert!(rules.revoke(&env, Some(&ada)).is_ok());
    /// assert!(rules.revoke(&env, Some(&ivo)).is_err());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Why not. To take away from oneself harms nobody, but not while viewing as somebody else.
    pub fn revoke(&self, env: &Env, owner: Option<&User>) -> Result<(), Refusal> {
        let allowed = match owner {
            Some(owner) => self.may_change(env, owner),
            None => Self::may_act(env),
        };
        match allowed {
            Err(Refusal::Oneself) => Ok(()),
            answer => answer,
        }
    }

    /// Whether the site may be viewed as a user: one who has nothing that the actor has not, companies
    /// included, as records go by those. `projects` are all that the user is a member of: what the actor
    /// may there, and what the user may.
    ///
    /// What somebody counts as if they had it ([`counting`](Self::counting)) they may hand out, and not look
    /// through: here it does not count.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn view_as(
        &self,
        env: &Env,
        user: &User,
        projects: &[(&ProjectScope, &ProjectScope)],
    ) -> Result<(), Refusal> {
        let strict = Self {
            counts: Vec::new(),
            ..self.clone()
        };
        strict.may_change(env, user)?;
        if user.is_blocked() {
            return Err(Refusal::Blocked);
        }
        user.check().map_err(|_| Refusal::Contradiction)?;
        let companies = user.companies().iter();
        let foreign = companies.filter(|it| !env.cids().contains(it));
        let mut more = foreign
            .map(|it| format!("company:{it}"))
            .collect::<Vec<_>>();
        for (mine, theirs) in projects {
            more.extend(beyond(&theirs.permissions(), &mine.permissions()));
            if theirs.is_visible() && !mine.is_visible() {
                more.push("a project".to_owned());
            }
        }
        if more.is_empty() {
            Ok(())
        } else {
            more.sort();
            more.dedup();
            Err(Refusal::MoreRights(more))
        }
    }
}

/// What holds of every change of a membership: the user may nothing there that the actor may not, and the
/// actor all that is handed out.
fn there(
    name: &str,
    permissions: &PermissionSet,
    mine: &ProjectScope,
    theirs: &ProjectScope,
) -> Result<(), Refusal> {
    let here = mine.permissions();
    let more = beyond(&theirs.permissions(), &here);
    if !more.is_empty() {
        return Err(Refusal::MoreRights(more));
    }
    let mut lacking = beyond(permissions, &here);
    // To be a member is to know of the project; who may do nothing there does not hand it out.
    if here.is_empty() || !mine.is_visible() {
        lacking.push(format!("role:{name}"));
    }
    if lacking.is_empty() {
        Ok(())
    } else {
        Err(Refusal::NotHeld(lacking))
    }
}
