//! A member of a project, and what the caller may take from them.

use super::super::super::Stop;
use super::super::Access;
use super::place::Place;
use crate::admin::access::{Account, AskError, AssignmentRefusal, Sources, unblocked};
use crate::env::Env;
use crate::scope::ProjectScope;
use crate::{Id, User};

/// Somebody who is in a project, or may come to be.
pub(super) struct Somebody {
    pub(super) id: Id,
    /// Nothing for one whom the table of users does not know.
    pub(super) account: Option<Account>,
    user: User,
    /// What they may do in the project; `None` where that cannot be said.
    theirs: Option<ProjectScope>,
}

impl Somebody {
    pub(super) async fn find(sources: &Sources<'_>, place: &Place, id: &Id) -> Result<Self, Stop> {
        let found = sources.accounts().find(id).get().await;
        // A table may find one account by several spellings; what is stored here is of one alone.
        let found = found.map_err(AskError::from)?;
        let found = found.filter(|(account, user)| account.id == *id && user.id() == id);
        let (account, user) = match found {
            Some((account, user)) => (Some(account), user),
            // They have what is stored for them in the project, and nothing besides.
            None => (None, User::new(id.clone())),
        };
        let theirs = match unblocked(&user) {
            Some(env) => Some(place.of(sources, &env).await?),
            None => None,
        };
        Ok(Self {
            id: id.clone(),
            account,
            user,
            theirs,
        })
    }

    /// Whether the caller may give them this role in the project, or take it from them.
    pub(super) fn may_be(
        &self,
        access: &Access,
        env: &Env,
        place: &Place,
        name: &str,
        gives: bool,
    ) -> Result<(), AssignmentRefusal> {
        let rules = access.rules();
        let Some(theirs) = &self.theirs else {
            return Err(AssignmentRefusal::Contradiction);
        };
        let role = access.vocabulary.role_catalog();
        let role = role.and_then(|it| it.get(name));
        let counts = role.filter(|it| it.is_for_members(place.scope.name));
        match counts {
            Some(role) => rules.member(env, &self.user, &role, &place.mine, theirs),
            None if gives => Err(not_there(access, name)),
            None => rules.leftover_member(env, &self.user, name, &place.mine, theirs),
        }
    }
}

/// Why nobody gets a role that does not count in the project.
fn not_there(access: &Access, name: &str) -> AssignmentRefusal {
    let catalog = access.vocabulary.role_catalog();
    match catalog.and_then(|it| it.get(name)) {
        Some(_) => AssignmentRefusal::WrongKind(name.to_owned()),
        None => AssignmentRefusal::Unknown(name.to_owned()),
    }
}
