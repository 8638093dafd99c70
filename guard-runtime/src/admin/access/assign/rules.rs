//! The rules of handing out.

use super::AssignmentRefusal as Refusal;
use crate::User;
use crate::admin::access::Vocabulary;
use crate::env::Env;
use crate::group::{Group, GroupRef};
use crate::role::RoleDefinition;

/// Who may hand out what to whom, and take it away.
///
/// - One may hand out only what one has: a group that one is in; a role all of whose permissions one has,
///   and that one has oneself if it has no permissions or a gate names it; in a project, a role all of
///   whose permissions one has there.
/// - Never to oneself, be it in another's place.
/// - Never to a user who has something that one has not. `core_portal` and `core_public` are not more than
///   `core_internal`.
/// - A token limits its bearer: what it does not allow, they do not have. Elevation lifts rules for
///   records and gives nothing here.
///
/// Nothing is looked up here: what the [`Directory`](crate::Directory) says of the user is what counts.
///
/// ```
/// guard_runtime::define_groups! {
///     /// Who works in the shop.
///     pub mod groups {
///         /// Sells.
///         sales_user: core_internal,
///         /// Leads the sales team.
///         sales_manager: sales_user,
///     }
/// }
/// # fn main() -> Result<(), guard_runtime::EnvError> {
/// use guard_runtime::admin::access::{AssignmentRules, Vocabulary};
/// use guard_runtime::{Env, Group, User};
///
/// let rules = AssignmentRules::new(&Vocabulary::new(&groups::SCHEMA));
/// let ada = Env::of(User::new(1).in_group(groups::sales_manager))?;
/// let eve = User::new(2).in_group(groups::core_internal);
/// assert!(rules.group(&ada, &eve, groups::sales_user::GROUP).is_ok());
///
/// let ivo = Env::of(User::new(3).in_group(groups::sales_user))?;
/// assert!(rules.group(&ivo, &eve, groups::sales_manager::GROUP).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct AssignmentRules {
    pub(super) vocabulary: Vocabulary,
    pub(super) counts: Vec<(GroupRef, GroupRef)>,
}

impl AssignmentRules {
    /// For what an application declares; roles that one of its [gates](crate::gates()) names are known, also
    /// those of gates that it comes past later.
    #[must_use]
    pub fn new(vocabulary: &Vocabulary) -> Self {
        Self {
            vocabulary: vocabulary.clone(),
            counts: Vec::new(),
        }
    }

    /// Who is in the first group counts here as if they were in the second one, with all it implies: those
    /// who look after customers are no customers themselves.
    #[must_use]
    pub fn counting<G: Group, A: Group>(mut self, _: G, _: A) -> Self {
        self.counts.push((G::GROUP, A::GROUP));
        self
    }

    /// Whether a user may be put into a group, or taken out of it.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn group(&self, env: &Env, user: &User, group: GroupRef) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        if self.vocabulary.groups.get(group.name()) != Some(group) {
            return Err(Refusal::Unknown(group.name().to_owned()));
        }
        if self.has_group(env, group) {
            Ok(())
        } else {
            Err(Refusal::NotHeld(vec![format!("group:{}", group.name())]))
        }
    }

    /// Whether the groups that are stored for a user may be replaced: each one that comes or goes has to be
    /// the actor's. One that is not declared grants nothing, and may go but not come.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn groups(
        &self,
        env: &Env,
        user: &User,
        before: &[String],
        after: &[String],
    ) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        let mut lacking = Vec::new();
        let gone = before.iter().filter(|it| !after.contains(it));
        let come = after.iter().filter(|it| !before.contains(it));
        let changed = gone.map(|it| (it, false)).chain(come.map(|it| (it, true)));
        for (name, comes) in changed {
            match self.vocabulary.groups.get(name) {
                Some(group) if self.has_group(env, group) => {}
                Some(_) => lacking.push(format!("group:{name}")),
                None if comes => return Err(Refusal::Unknown(name.clone())),
                None => {}
            }
        }
        if !lacking.is_empty() {
            lacking.sort();
            return Err(Refusal::NotHeld(lacking));
        }
        let (groups, _) = self.vocabulary.groups.set(after.iter().map(String::as_str));
        let changed = user.clone().with_groups(groups);
        changed.check().map_err(|_| Refusal::Contradiction)
    }

    /// Whether a user may be given a role outside of projects, or lose it.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn role(&self, env: &Env, user: &User, role: &RoleDefinition) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        if role.project_scope().is_some() {
            return Err(Refusal::WrongKind(role.name().to_owned()));
        }
        let lacking = Self::lacks_of_role(env, role);
        if lacking.is_empty() {
            Ok(())
        } else {
            Err(Refusal::NotHeld(lacking))
        }
    }

    /// Whether a name that is stored as a role may be taken from a user although there is no role of this
    /// name any more: it grants nothing, and would again if somebody defined one.
    ///
    /// # Errors
    ///
    /// Why not; [`WrongKind`](Refusal::WrongKind) if there is such a role: then [`role`](Self::role) is to be asked.
    pub fn leftover_role(&self, env: &Env, user: &User, name: &str) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        let roles = self.vocabulary.roles.as_ref();
        match roles.and_then(|it| it.get(name)) {
            Some(_) => Err(Refusal::WrongKind(name.to_owned())),
            None => Ok(()),
        }
    }

    /// What holds of who changes anything.
    pub(super) fn may_act(env: &Env) -> Result<(), Refusal> {
        if !env.is_signed_in() || env.user().is_guest() {
            return Err(Refusal::NotSignedIn);
        }
        if env.actor().id() != env.uid() {
            return Err(Refusal::ViewingAs);
        }
        if env.is_read_only() {
            return Err(Refusal::ReadOnly);
        }
        Ok(())
    }

    /// What holds of every change.
    pub(super) fn may_change(&self, env: &Env, user: &User) -> Result<(), Refusal> {
        Self::may_act(env)?;
        if user.id() == env.uid() {
            return Err(Refusal::Oneself);
        }
        let more = self.excess(env, user);
        if more.is_empty() {
            Ok(())
        } else {
            Err(Refusal::MoreRights(more))
        }
    }
}
