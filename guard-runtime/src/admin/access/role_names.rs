//! Who has which role, by name.

use super::AccountsError;
use crate::Id;
use crate::authn::Answer;
use crate::sql::SqlRoles;
use crate::tokens::StoreError;

/// Knows which roles a user has outside of projects, by name: a [`User`](crate::User) knows those that are
/// declared in code, and of others what they may do.
pub trait RoleNames: Send + Sync + 'static {
    /// The names, sorted.
    ///
    /// # Errors
    ///
    /// The store does not answer: 503.
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>>;

    /// Gives a user a role outside of projects, or takes it from them.
    ///
    /// [`AssignmentRules`](super::AssignmentRules) and [`logged`](super::logged) come before it. Without
    /// an implementation roles can be read only.
    ///
    /// # Errors
    ///
    /// [`AccountsError::ReadOnly`], or the store does not answer: 503.
    fn set_role<'a>(
        &'a self,
        user: &'a Id,
        role: &'a str,
        has: bool,
    ) -> Answer<'a, Result<(), AccountsError>> {
        let _ = (user, role, has);
        Answer::Now(Err(AccountsError::ReadOnly))
    }
}

impl RoleNames for SqlRoles {
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>> {
        Answer::later(self.of_user(user.clone()))
    }

    fn set_role<'a>(
        &'a self,
        user: &'a Id,
        role: &'a str,
        has: bool,
    ) -> Answer<'a, Result<(), AccountsError>> {
        Answer::later(async move {
            // Whether there was anything to do does not matter.
            let _ = if has {
                self.assign(user.clone(), role).await?
            } else {
                self.unassign(user.clone(), role).await?
            };
            Ok(())
        })
    }
}
