//! What an application declares, together.

use crate::group::Groups;
use crate::model::Dialect;
use crate::role::RoleCatalog;
use crate::scope::Scopes;

/// The groups, roles and permissions of an application: what the pages about access speak of.
///
/// ```
/// guard_runtime::define_groups! {
///     /// Who works in the shop.
///     pub mod groups {
///         /// Sells.
///         sales_user: core_internal,
///     }
/// }
/// # fn main() {
/// use guard_runtime::admin::access::Vocabulary;
/// use guard_runtime::model::Dialect;
///
/// let vocabulary = Vocabulary::new(&groups::SCHEMA).dialect(Dialect::Postgres);
/// # let _ = vocabulary;
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Vocabulary {
    pub(super) groups: &'static Groups,
    pub(super) roles: Option<RoleCatalog>,
    pub(super) scopes: Option<&'static Scopes>,
    pub(super) dialect: Dialect,
}

impl Vocabulary {
    /// The groups; conditions are written for `SQLite`.
    #[must_use]
    pub fn new(groups: &'static Groups) -> Self {
        Self {
            groups,
            roles: None,
            scopes: None,
            dialect: Dialect::Sqlite,
        }
    }

    /// The roles: those declared in code, and those that people define.
    #[must_use]
    pub fn roles(mut self, roles: RoleCatalog) -> Self {
        self.roles = Some(roles);
        self
    }

    /// The permissions.
    #[must_use]
    pub fn scopes(mut self, scopes: &'static Scopes) -> Self {
        self.scopes = Some(scopes);
        self
    }

    /// For which database conditions are written.
    #[must_use]
    pub fn dialect(mut self, dialect: Dialect) -> Self {
        self.dialect = dialect;
        self
    }

    pub(in crate::admin) fn groups(&self) -> &'static Groups {
        self.groups
    }

    pub(in crate::admin) fn role_catalog(&self) -> Option<&RoleCatalog> {
        self.roles.as_ref()
    }

    pub(in crate::admin) fn permission_schema(&self) -> Option<&'static Scopes> {
        self.scopes
    }
}
