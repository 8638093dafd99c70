//! Parts of a set of permissions: global ones, and those of projects.

use super::{PermissionSet, ScopeEntry, Scopes};
use crate::bits::Bits;

impl PermissionSet {
    /// The permissions in it that are no project's.
    #[must_use]
    pub fn global(&self) -> Self {
        self.part(|schema| schema.global().clone())
    }

    /// The permissions in it that are checked per project.
    #[must_use]
    pub fn of_projects(&self) -> Self {
        self.difference(&self.global())
    }

    /// The permissions in it that are of projects of this scope.
    pub(crate) fn of_scope(&self, scope: &ScopeEntry) -> Self {
        self.part(|schema| schema.of_scope(scope))
    }

    fn part(&self, of: impl Fn(&'static Scopes) -> Bits) -> Self {
        match self.schema() {
            Some(schema) => self.intersection(&Self::from_bits(schema, of(schema))),
            None => Self::default(),
        }
    }
}
