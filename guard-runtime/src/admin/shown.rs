//! How the records of a model are shown.

use super::{Action, Money, Reference};

/// How the records of a model are shown: fields by their names.
#[derive(Debug)]
pub struct Shown {
    /// The columns of the list; the first leads to the record. All of them, if there are none here.
    pub list: &'static [&'static str],
    /// The fields to filter by.
    pub filter: &'static [&'static str],
    /// The texts that the search looks into.
    pub search: &'static [&'static str],
    /// The fields of the form. All that may be written, if there are none here.
    pub form: &'static [&'static str],
    /// The order of the list where the caller names none; `true` for descending.
    pub sort: &'static [(&'static str, bool)],
    /// What fields are called, where that is not their name.
    pub labels: &'static [(&'static str, &'static str)],
    /// The values that a field may have.
    pub choices: &'static [(&'static str, &'static [&'static str])],
    /// The fields that are the key of a record of another page.
    pub refers: &'static [(&'static str, Reference)],
    /// The fields that hold an amount of money, in the smallest unit.
    pub money: &'static [(&'static str, Money)],
    /// What may be done with the records at all; everything, if there is nothing here.
    pub only: &'static [Action],
    /// Gates of the routes that read and change records as JSON, beside those of the page.
    pub crud: &'static [&'static crate::Requirement],
    /// Gates of the pages that browsers show, beside those of the page.
    pub pages: &'static [&'static crate::Requirement],
}

impl Shown {
    /// The names of all fields that are spoken of.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        let lists = [self.list, self.filter, self.search, self.form];
        let sorted = self.sort.iter().map(|(name, _)| *name);
        let labelled = self.labels.iter().map(|(name, _)| *name);
        let chosen = self.choices.iter().map(|(name, _)| *name);
        let referring = self.refers.iter().map(|(name, _)| *name);
        let paid = self.money.iter().map(|(name, _)| *name);
        let listed = lists.into_iter().flatten().copied();
        let named = listed.chain(sorted).chain(labelled).chain(chosen);
        named.chain(referring).chain(paid)
    }
}
