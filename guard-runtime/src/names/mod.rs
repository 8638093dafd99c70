//! Declared names (groups, roles), each a bit.

mod name;
mod set;

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

pub use name::NameRef;
pub(crate) use set::Foreign;
pub use set::NameSet;

use crate::scope::Permission;

/// All names of one kind that an application declares, in the order of declaration.
pub struct Names<K: 'static> {
    module: &'static str,
    built_in: &'static [Entry],
    declared: &'static [Entry],
    by_name: OnceLock<HashMap<&'static str, u32>>,
    kind: PhantomData<fn() -> K>,
}

/// One declared name.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The name.
    pub name: &'static str,
    /// Its doc comment, in one line.
    pub description: &'static str,
    implies: &'static [u32],
    /// What a role may do unless the application says otherwise.
    grants: &'static [Permission],
}

impl Entry {
    pub(crate) const fn new(
        name: &'static str,
        description: &'static str,
        implies: &'static [u32],
    ) -> Self {
        Self {
            name,
            description,
            implies,
            grants: &[],
        }
    }

    pub(crate) const fn granting(mut self, grants: &'static [Permission]) -> Self {
        self.grants = grants;
        self
    }

    pub(crate) fn grants(&self) -> &'static [Permission] {
        self.grants
    }
}

impl<K> Names<K> {
    pub(crate) const fn new(
        module: &'static str,
        built_in: &'static [Entry],
        declared: &'static [Entry],
    ) -> Self {
        Self {
            module,
            built_in,
            declared,
            by_name: OnceLock::new(),
            kind: PhantomData,
        }
    }

    /// The module that holds the declaration.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.module
    }

    /// All entries: those that are built in, then those declared.
    pub fn entries(&self) -> impl Iterator<Item = &'static Entry> {
        self.built_in.iter().chain(self.declared)
    }

    /// The entry's own implications, by name; not those that follow from them.
    pub fn implied_by(&self, entry: &Entry) -> Vec<&'static str> {
        let index = entry.implies.iter();
        index
            .filter_map(|index| self.entry(*index))
            .map(|entry| entry.name)
            .collect()
    }

    /// The name as a bit, if it is declared.
    #[must_use]
    pub fn get(&'static self, name: &str) -> Option<NameRef<K>> {
        let by_name = self.by_name.get_or_init(|| {
            let names = self.entries().map(|entry| entry.name);
            names.zip(0..).collect()
        });
        by_name.get(name).map(|index| NameRef {
            names: self,
            index: *index,
        })
    }

    /// The set of these names and all they imply, and the names that are not declared.
    ///
    /// Names that are not declared grant nothing: they come from stored data that is older or newer
    /// than the program, and are for the caller to report.
    pub fn set<'a>(
        &'static self,
        names: impl IntoIterator<Item = &'a str>,
    ) -> (NameSet<K>, Vec<String>) {
        let mut set = NameSet::default();
        let mut unknown = Vec::new();
        for name in names {
            match self.get(name) {
                Some(name) => set.add(name),
                None => unknown.push(name.to_owned()),
            }
        }
        (set, unknown)
    }

    fn entry(&self, index: u32) -> Option<&'static Entry> {
        let index = usize::try_from(index).ok()?;
        self.built_in
            .get(index)
            .or_else(|| self.declared.get(index.checked_sub(self.built_in.len())?))
    }

    fn is_built_in(&self, index: u32) -> bool {
        usize::try_from(index).is_ok_and(|index| index < self.built_in.len())
    }
}

impl<K> fmt::Debug for Names<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.entries().map(|entry| entry.name))
            .finish()
    }
}
