//! All roles there are: those declared in code, and those defined at run time.

mod give;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::{RoleDefinition, RoleError, RoleMistake, Roles, StoredRole};
use crate::scope::Scopes;

/// All roles of an application: those of [`define_roles!`](crate::define_roles) with their default
/// permissions, and those that people define from known permissions and that are stored.
///
/// A role is either global, for users, or of one scope of projects, for members. Clones are the same
/// catalogue; a change counts from the next request on.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # guard_runtime::define_roles! { pub mod roles { administrator { admin.* = * } } }
/// # fn main() -> Result<(), guard_runtime::RoleError> {
/// use guard_runtime::{RoleCatalog, StoredRole, User};
///
/// let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
/// catalog.define(StoredRole::new("auditor", ["admin.configuration:GET"]))?;
///
/// let user = catalog.assign(User::new(7), ["auditor"]);
/// assert_eq!(user.permissions().to_string(), "admin.configuration:GET");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RoleCatalog(Arc<Inner>);

type ByName = BTreeMap<String, Arc<RoleDefinition>>;

struct Inner {
    roles: &'static Roles,
    scopes: &'static Scopes,
    by_name: RwLock<ByName>,
}

impl RoleCatalog {
    /// The declared roles with their default permissions, and the permissions of which more roles
    /// can be made.
    #[must_use]
    pub fn new(roles: &'static Roles, scopes: &'static Scopes) -> Self {
        let declared = roles.entries().filter_map(|entry| {
            let definition = RoleDefinition::declared(roles.get(entry.name)?);
            Some((entry.name.to_owned(), Arc::new(definition)))
        });
        Self(Arc::new(Inner {
            roles,
            scopes,
            by_name: RwLock::new(declared.collect()),
        }))
    }

    /// Takes in a role that a person defines, or defines anew. The permissions of a declared one
    /// take the place of its default permissions.
    ///
    /// # Errors
    ///
    /// All mistakes at once, and then nothing has changed: a name that is none, permissions that are
    /// malformed, unknown or not offered, and permissions of several kinds: a role is global or of
    /// one scope of projects, and a declared role stays what it is.
    pub fn define(&self, role: StoredRole) -> Result<(), RoleError> {
        self.insert(self.check(role)?);
        Ok(())
    }

    /// The role as [`define`](Self::define) would take it in.
    pub(crate) fn check(&self, role: StoredRole) -> Result<RoleDefinition, RoleError> {
        match RoleDefinition::read(role, self.0.roles, self.0.scopes) {
            (definition, mistakes) if mistakes.is_empty() => Ok(definition),
            (_, mistakes) => Err(RoleError(mistakes)),
        }
    }

    pub(crate) fn insert(&self, definition: RoleDefinition) {
        let name = definition.name().to_owned();
        self.write().insert(name, Arc::new(definition));
    }

    /// Takes in a role from storage, and returns what is wrong with it.
    ///
    /// What is stored may be older or newer than the program. So a text that is no permission grants
    /// nothing, and the others count; a role whose permissions are of several kinds grants nothing at
    /// all, and neither does one that is declared as of another kind. One without a proper name is
    /// not taken in. All this is logged too.
    #[must_use = "what is wrong grants nothing, and somebody should know"]
    pub fn load(&self, role: StoredRole) -> Vec<RoleMistake> {
        let (definition, mistakes) = RoleDefinition::read(role, self.0.roles, self.0.scopes);
        let mut has_name = true;
        for mistake in &mistakes {
            has_name &= !matches!(mistake, RoleMistake::Name(_));
            tracing::warn!(role = definition.name(), %mistake, "a stored role grants less than it says");
        }
        if has_name {
            self.insert(definition);
        }
        mistakes
    }

    /// The role of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Arc<RoleDefinition>> {
        self.read().get(name).cloned()
    }

    /// All roles, sorted by name.
    pub fn iter(&self) -> impl Iterator<Item = Arc<RoleDefinition>> + use<> {
        let all = self.read().values().cloned().collect::<Vec<_>>();
        all.into_iter()
    }

    /// Takes a role out; whether it was there. A declared one stays, with its default permissions.
    pub fn remove(&self, name: &str) -> bool {
        let declared = self.0.roles.get(name).map(RoleDefinition::declared);
        let mut by_name = self.write();
        let before = match declared {
            Some(declared) => by_name.insert(name.to_owned(), Arc::new(declared)),
            None => by_name.remove(name),
        };
        before.is_some()
    }

    fn read(&self) -> RwLockReadGuard<'_, ByName> {
        let by_name = &self.0.by_name;
        by_name.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, ByName> {
        let by_name = &self.0.by_name;
        by_name.write().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for RoleCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let by_name = self.read();
        let permissions = by_name.values().map(|it| (it.name(), it.permissions()));
        f.debug_map().entries(permissions).finish()
    }
}
