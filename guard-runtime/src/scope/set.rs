//! Sets of permissions: bits.

use super::{Permission, Scopes};
use crate::bits::Bits;
use crate::names::Foreign;

/// Permissions of one schema.
///
/// Permissions of another schema never get into a set, and are never found in it: a mistake of that
/// kind takes away and does not give.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # fn main() {
/// use guard_runtime::PermissionSet;
/// use scopes::admin::configuration;
///
/// let both = PermissionSet::of(configuration::GET).with(configuration::UPDATE);
/// let one = PermissionSet::of(configuration::GET);
/// assert!(one.is_subset(&both));
/// assert_eq!(both.difference(&one).to_string(), "admin.configuration:UPDATE");
/// # }
/// ```
#[derive(Clone, Default)]
pub struct PermissionSet {
    /// Whose bits these are; `None` while it is empty.
    pub(super) schema: Option<&'static Scopes>,
    pub(super) bits: Bits,
}

impl PermissionSet {
    /// One permission.
    pub fn of(permission: impl Into<Permission>) -> Self {
        Self::default().with(permission)
    }

    /// Every permission of a schema.
    #[must_use]
    pub fn all(schema: &'static Scopes) -> Self {
        schema.permissions().collect()
    }

    /// The same, and one more.
    #[must_use]
    pub fn with(mut self, permission: impl Into<Permission>) -> Self {
        self.insert(permission.into());
        self
    }

    /// Adds a permission. One of another schema is not added, and said so in the log.
    pub fn insert(&mut self, permission: Permission) {
        if self.joins(permission.schema()) {
            self.bits.set(permission.index());
        }
    }

    /// Takes a permission away.
    pub fn remove(&mut self, permission: Permission) {
        if self.is_of(permission.schema()) {
            self.bits.clear(permission.index());
        }
    }

    /// Whether the permission is in it: a bit test.
    #[must_use]
    pub fn contains(&self, permission: impl Into<Permission>) -> bool {
        self.holds(permission.into()).unwrap_or(false)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// How many permissions are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bits.iter().count()
    }

    /// What is in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        self.clone().and(other)
    }

    /// What is in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        self.clone().within(other)
    }

    /// What is in this one and not in the other.
    #[must_use]
    pub fn difference(&self, other: &Self) -> Self {
        let mut rest = self.clone();
        if other.schema.is_some_and(|schema| self.is_of(schema)) {
            rest.bits.subtract(&other.bits);
        }
        rest
    }

    /// Whether all of this one is in the other.
    #[must_use]
    pub fn is_subset(&self, other: &Self) -> bool {
        match other.schema {
            Some(schema) if self.is_of(schema) => self.bits.is_subset(&other.bits),
            _ => self.is_empty(),
        }
    }

    /// The permissions in it, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = Permission> + '_ {
        let schema = self.schema.into_iter();
        schema.flat_map(|schema| self.bits.iter().map(|index| Permission::new(schema, index)))
    }

    /// The string forms, sorted.
    #[must_use]
    pub fn to_strings(&self) -> Vec<String> {
        let mut strings = self.iter().map(|it| it.to_string()).collect::<Vec<_>>();
        strings.sort();
        strings
    }

    /// Whose permissions these are, if any are in it.
    #[must_use]
    pub fn schema(&self) -> Option<&'static Scopes> {
        self.schema.filter(|_| !self.is_empty())
    }

    pub(crate) fn from_bits(schema: &'static Scopes, bits: Bits) -> Self {
        Self {
            schema: Some(schema),
            bits,
        }
    }

    pub(crate) fn holds(&self, permission: Permission) -> Result<bool, Foreign> {
        match self.schema {
            None => Ok(false),
            Some(schema) if std::ptr::eq(schema, permission.schema()) => {
                Ok(self.bits.has(permission.index()))
            }
            // Nothing is in it any more: whose bits they were does not matter.
            Some(_) if self.bits.is_empty() => Ok(false),
            Some(_) => Err(Foreign),
        }
    }

    pub(super) fn is_of(&self, schema: &'static Scopes) -> bool {
        self.schema.is_none_or(|mine| std::ptr::eq(mine, schema))
    }

    /// Whether permissions of this schema may come in, from now on.
    pub(super) fn joins(&mut self, schema: &'static Scopes) -> bool {
        if self.schema.is_some_and(|mine| std::ptr::eq(mine, schema)) {
            return true;
        }
        let joins = self.bits.is_empty();
        if joins {
            self.schema = Some(schema);
        } else {
            tracing::error!(
                declared = schema.module(),
                expected = self.schema.map(Scopes::module),
                "a permission of another schema grants nothing"
            );
        }
        joins
    }
}
