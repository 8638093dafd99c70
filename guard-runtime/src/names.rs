//! Declared names (groups, roles), each a bit.

use std::collections::HashMap;
use std::fmt;
use std::marker::PhantomData;
use std::sync::OnceLock;

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
}

/// One name of a declaration: a bit.
pub struct NameRef<K: 'static> {
    names: &'static Names<K>,
    index: u32,
}

/// Some of the names of one declaration.
pub struct NameSet<K: 'static> {
    /// Whose bits these are. A set of built-in names alone belongs to every declaration.
    names: Option<&'static Names<K>>,
    first: u64,
    more: Vec<u64>,
}

/// A set and a name come from two declarations, so the bits mean different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign;

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
        }
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

impl<K> NameRef<K> {
    pub(crate) const fn new(names: &'static Names<K>, index: u32) -> Self {
        Self { names, index }
    }

    /// The name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.names.entry(self.index).map_or("", |entry| entry.name)
    }

    /// What its doc comment says.
    #[must_use]
    pub fn description(self) -> &'static str {
        self.names
            .entry(self.index)
            .map_or("", |entry| entry.description)
    }

    /// The name with all it implies.
    #[must_use]
    pub fn closure(self) -> NameSet<K> {
        let mut set = NameSet::default();
        set.add(self);
        set
    }
}

impl<K> NameSet<K> {
    /// Adds a name and all it implies, transitively. A name of another declaration than those in
    /// the set is not added, and said so in the log.
    pub(crate) fn add(&mut self, name: NameRef<K>) {
        let names = name.names;
        if !names.is_built_in(name.index) {
            match self.names {
                Some(mine) if !std::ptr::eq(mine, names) => {
                    tracing::error!(
                        name = name.name(),
                        declared = names.module,
                        expected = mine.module,
                        "a name of another declaration grants nothing"
                    );
                    return;
                }
                _ => self.names = Some(names),
            }
        }
        let mut pending = vec![name.index];
        while let Some(index) = pending.pop() {
            if !self.bit(index) {
                self.set_bit(index);
                let entry = names.entry(index);
                pending.extend(entry.map_or(&[][..], |entry| entry.implies));
            }
        }
    }

    pub(crate) fn holds(&self, name: NameRef<K>) -> Result<bool, Foreign> {
        if name.names.is_built_in(name.index) {
            return Ok(self.bit(name.index));
        }
        match self.names {
            None => Ok(false),
            Some(names) if std::ptr::eq(names, name.names) => Ok(self.bit(name.index)),
            Some(_) => Err(Foreign),
        }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.first == 0 && self.more.iter().all(|word| *word == 0)
    }

    fn bit(&self, index: u32) -> bool {
        let (word, bit) = (index / 64, index % 64);
        let word = match usize::try_from(word) {
            Ok(0) => Some(self.first),
            Ok(word) => self.more.get(word - 1).copied(),
            Err(_) => None,
        };
        word.is_some_and(|word| word >> bit & 1 == 1)
    }

    fn set_bit(&mut self, index: u32) {
        let (word, bit) = (index / 64, index % 64);
        let Ok(word) = usize::try_from(word) else {
            return;
        };
        let Some(word) = word.checked_sub(1) else {
            self.first |= 1 << bit;
            return;
        };
        if self.more.len() <= word {
            self.more.resize(word + 1, 0);
        }
        if let Some(word) = self.more.get_mut(word) {
            *word |= 1 << bit;
        }
    }

    /// The names in it, in the order of declaration; `fallback` knows those that are built in.
    pub(crate) fn names_in(&self, fallback: &'static Names<K>) -> Vec<&'static str> {
        let entries = self.names.unwrap_or(fallback).entries().zip(0..);
        entries
            .filter(|(_, index)| self.bit(*index))
            .map(|(entry, _)| entry.name)
            .collect()
    }
}

impl<K> Default for NameSet<K> {
    fn default() -> Self {
        Self {
            names: None,
            first: 0,
            more: Vec::new(),
        }
    }
}

impl<K> Clone for NameSet<K> {
    fn clone(&self) -> Self {
        Self {
            names: self.names,
            first: self.first,
            more: self.more.clone(),
        }
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

impl<K> fmt::Debug for Names<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.entries().map(|entry| entry.name))
            .finish()
    }
}
