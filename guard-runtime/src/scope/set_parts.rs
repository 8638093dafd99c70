//! What is made of a set without a copy, and parts of it: global ones, and those of projects.

use super::{PermissionSet, ScopeEntry, Scopes};
use crate::bits::Bits;

impl PermissionSet {
    /// This one, and what is in the other.
    pub(crate) fn and(mut self, other: &Self) -> Self {
        if let Some(schema) = other.schema
            && self.joins(schema)
        {
            self.bits.union(&other.bits);
        }
        self
    }

    /// What of this one is in the other.
    pub(crate) fn within(mut self, other: &Self) -> Self {
        if other.schema.is_some_and(|schema| self.is_of(schema)) {
            self.bits.intersect(&other.bits);
        } else {
            self.bits = Bits::default();
        }
        self
    }

    /// Whether none of it is a project's.
    pub(crate) fn is_global(&self) -> bool {
        let schema = self.schema();
        schema.is_none_or(|schema| self.bits.is_subset(schema.global()))
    }

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
