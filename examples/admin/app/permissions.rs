//! What may be allowed beside groups: what a personal access token is for, of all that they open.

use guard_runtime::{Answer, AuthError, Directory, Identity, PermissionSet, User};

use super::accounts::Accounts;

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub(crate) mod scopes {
        /// What is one's own.
        account {
            /// Personal access tokens. See, create and revoke own tokens.
            tokens: GET | CREATE | DELETE,
        }
        /// The office. What its user's groups open.
        office {
            /// Records. Look at them (GET), and change them (UPDATE).
            records: GET | UPDATE,
        }
    }
}

/// The accounts of the back office. Who works here may all of this; what it is in the end, groups say.
#[derive(Clone)]
pub(crate) struct Permitted(pub(crate) Accounts);

impl Directory for Permitted {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            let found = self.0.find(identity).get().await?;
            Ok(found.map(permitted))
        })
    }
}

/// A user with what they may do outside of groups.
pub(crate) fn permitted(user: User) -> User {
    if user.is_internal() {
        let all = scopes::SCHEMA.permissions().collect::<PermissionSet>();
        user.with_permissions(&all)
    } else {
        user
    }
}
