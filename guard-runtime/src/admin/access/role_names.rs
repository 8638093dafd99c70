//! Who has which role, by name.

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
}

impl RoleNames for SqlRoles {
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>> {
        Answer::later(self.of_user(user.clone()))
    }
}
