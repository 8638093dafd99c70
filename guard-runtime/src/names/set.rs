//! A set of declared names: bits.

use super::{NameRef, Names};

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
