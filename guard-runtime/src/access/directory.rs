//! Looking users up.

use crate::User;
use crate::authn::{Answer, AuthError, Identity};
use crate::group::Groups;
use crate::role::Roles;
use crate::scope::Scopes;

/// Knows the users: the application's database, a directory service.
///
/// It is asked at every request that comes to a gate, so that a blocked account, a lost group and
/// a deleted user count at once and not when the token expires.
///
/// ```
/// use guard_runtime::{Answer, AuthError, Directory, Identity, User, groups};
///
/// struct Staff;
///
/// impl Directory for Staff {
///     fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
///         Answer::later(async move {
///             // Ask the database here.
///             let user = identity.subject.clone().map(User::new);
///             Ok(user.map(|user| user.in_group(groups::core_internal)))
///         })
///     }
/// }
/// ```
pub trait Directory: Send + Sync + 'static {
    /// The user whom the credentials are about.
    ///
    /// # Errors
    ///
    /// `Ok(None)` if there is no such user any more: 401 `invalid_token`.
    /// [`AuthError::Unavailable`] if that could not be found out: 503.
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>>;

    /// Whether the user depends on the identity alone, as with [`ClaimsDirectory`], so that it may
    /// be kept with a verified token. Then a blocked account and a lost group count only once the
    /// token has expired.
    fn depends_on_identity_alone(&self) -> bool {
        false
    }
}

/// Takes the user from the token: `sub`, `name`, `groups` and `roles`.
///
/// For services that trust an issuer and have no users of their own. A change of groups counts when
/// the token expires, so keep tokens short, and revoke what must end at once.
///
/// Names of groups and roles that are not declared grant nothing; they are logged.
#[derive(Clone, Copy, Debug)]
pub struct ClaimsDirectory {
    groups: &'static Groups,
    roles: Option<&'static Roles>,
    scopes: Option<&'static Scopes>,
}

impl ClaimsDirectory {
    /// Knows the groups of this declaration: `ClaimsDirectory::new(&groups::SCHEMA)`.
    #[must_use]
    pub fn new(groups: &'static Groups) -> Self {
        Self {
            groups,
            roles: None,
            scopes: None,
        }
    }

    /// Knows the roles of this declaration too.
    #[must_use]
    pub fn roles(mut self, roles: &'static Roles) -> Self {
        self.roles = Some(roles);
        self
    }

    /// Takes what the token's scope claims name for what the user may do. Texts that are no
    /// permission of this declaration grant nothing.
    #[must_use]
    pub fn scopes(mut self, scopes: &'static Scopes) -> Self {
        self.scopes = Some(scopes);
        self
    }
}

impl Directory for ClaimsDirectory {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let Some(subject) = identity.subject.clone() else {
            return Answer::Now(Ok(None));
        };
        let names = identity.groups.iter().map(String::as_str);
        let (groups, mut unknown) = self.groups.set(names);
        let mut user = User::new(subject).with_groups(groups);
        if let Some(name) = &identity.name {
            user = user.named(name);
        }
        if let Some(roles) = self.roles {
            let names = identity.roles.iter().map(String::as_str);
            let (roles, more) = roles.set(names);
            unknown.extend(more);
            user = user.with_roles(roles);
        }
        if let Some(scopes) = self.scopes {
            let (permissions, _) = scopes.set(identity.scopes.iter().map(String::as_str));
            user = user.with_permissions(&permissions.global());
        }
        if !unknown.is_empty() {
            // A count and not the names: they are claims.
            tracing::warn!(
                uid = %user.id(),
                count = unknown.len(),
                "a token names groups or roles that are not declared; they grant nothing"
            );
        }
        Answer::Now(Ok(Some(user)))
    }

    fn depends_on_identity_alone(&self) -> bool {
        true
    }
}
