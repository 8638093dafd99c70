//! One declared name.

use std::fmt;

use super::{Entry, NameSet, Names};

/// One name of a declaration: a bit.
pub struct NameRef<K: 'static> {
    pub(super) names: &'static Names<K>,
    pub(super) index: u32,
}

impl<K> NameRef<K> {
    pub(crate) const fn new(names: &'static Names<K>, index: u32) -> Self {
        Self { names, index }
    }

    pub(crate) fn entry(self) -> Option<&'static Entry> {
        self.names.entry(self.index)
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().map_or("", |entry| entry.name)
    }

    /// What its doc comment says.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.entry().map_or("", |entry| entry.description)
    }

    /// The name with all it implies.
    #[must_use]
    pub fn closure(self) -> NameSet<K> {
        let mut set = NameSet::default();
        set.add(self);
        set
    }
}

impl<K> Clone for NameRef<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for NameRef<K> {}

impl<K> PartialEq for NameRef<K> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
            && (std::ptr::eq(self.names, other.names) || self.names.is_built_in(self.index))
    }
}

impl<K> Eq for NameRef<K> {}

impl<K> fmt::Debug for NameRef<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
