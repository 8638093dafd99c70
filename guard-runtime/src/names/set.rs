//! A set of declared names: bits.

use super::{Entry, NameRef, Names};
use crate::bits::Bits;

/// Some of the names of one declaration.
pub struct NameSet<K: 'static> {
    /// Whose bits these are. A set of built-in names alone belongs to every declaration.
    names: Option<&'static Names<K>>,
    bits: Bits,
}

/// A set and a name come from two declarations, so the bits mean different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Foreign;

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
            if !self.bits.has(index) {
                self.bits.set(index);
                let entry = names.entry(index);
                pending.extend(entry.map_or(&[][..], |entry| entry.implies));
            }
        }
    }

    pub(crate) fn holds(&self, name: NameRef<K>) -> Result<bool, Foreign> {
        if name.names.is_built_in(name.index) {
            return Ok(self.bits.has(name.index));
        }
        match self.names {
            None => Ok(false),
            Some(names) if std::ptr::eq(names, name.names) => Ok(self.bits.has(name.index)),
            Some(_) => Err(Foreign),
        }
    }

    /// Whether nothing is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bits.is_empty()
    }

    /// The entries in it, in the order of declaration; `fallback` knows those that are built in.
    pub(crate) fn entries_in(
        &self,
        fallback: &'static Names<K>,
    ) -> impl Iterator<Item = &'static Entry> + '_ {
        let names = self.names.unwrap_or(fallback);
        self.bits.iter().filter_map(|index| names.entry(index))
    }

    /// The names in it, in the order of declaration; `fallback` knows those that are built in.
    pub(crate) fn names_in(&self, fallback: &'static Names<K>) -> Vec<&'static str> {
        self.entries_in(fallback).map(|entry| entry.name).collect()
    }
}

impl<K> Default for NameSet<K> {
    fn default() -> Self {
        Self {
            names: None,
            bits: Bits::default(),
        }
    }
}

impl<K> Clone for NameSet<K> {
    fn clone(&self) -> Self {
        Self {
            names: self.names,
            bits: self.bits.clone(),
        }
    }
}

impl<K> PartialEq for NameSet<K> {
    fn eq(&self, other: &Self) -> bool {
        let is_same = match (self.names, other.names) {
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        };
        is_same && self.bits == other.bits
    }
}
