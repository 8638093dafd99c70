//! Tries values where something is open.

use super::super::world::{ListChange, World};
use super::candidates::Candidates;
use super::draft::Draft;
use super::drafting::Drafting;
use super::search::{Search, TooMany};
use super::ways;
use crate::model::given::Given;

/// Something that is open.
#[derive(Clone, Copy)]
pub(super) enum Open {
    Cell(usize),
    List(usize),
}

pub(super) struct Fill<'a> {
    pub(super) search: &'a Search<'a>,
    pub(super) drafting: Drafting<'a>,
    pub(super) candidates: Candidates,
    /// Those of lists that have been chosen.
    pub(super) changes: Vec<(usize, ListChange)>,
    /// How often values did.
    pub(super) found: usize,
    /// How many ways are enough.
    pub(super) enough: usize,
    /// What is found.
    pub(super) ways: &'a mut Vec<Vec<Draft>>,
}

impl Open {
    pub(super) fn all(world: &World) -> Vec<Self> {
        let cells = world.cells.iter().enumerate();
        let cells = cells.filter(|(_, it)| it.open);
        let mut all = cells.map(|(cell, _)| Self::Cell(cell)).collect::<Vec<_>>();
        for (list, entries) in world.lists.iter().enumerate() {
            all.extend((0..entries.open).map(|_| Self::List(list)));
        }
        all
    }
}

impl Fill<'_> {
    pub(super) fn assign(&mut self, world: &mut World, open: &[Open]) -> Result<(), TooMany> {
        self.search.spend(1)?;
        if self.ways.len() >= self.enough || !world.all_hold(self.search.trees) {
            return Ok(());
        }
        match open.split_first() {
            None => {
                let way = self.drafting.way(world, &self.changes);
                ways::add(self.ways, way);
                self.found += 1;
                Ok(())
            }
            Some((Open::Cell(cell), rest)) => self.assign_cell(*cell, world, rest),
            Some((Open::List(list), rest)) => self.assign_list(*list, world, rest),
        }
    }

    fn assign_cell(
        &mut self,
        cell: usize,
        world: &mut World,
        rest: &[Open],
    ) -> Result<(), TooMany> {
        let (Some(info), Some(held)) = (self.search.scene.cells.get(cell), world.cells.get(cell))
        else {
            return Ok(());
        };
        let before = held.clone();
        let is_new = self.search.scene.is_new(info.at);
        let found = self.found;
        for value in self.candidates.of_cell(info) {
            if value == before.value && !is_new {
                continue;
            }
            world.set(cell, value);
            self.assign(world, rest)?;
            // What a new row holds is an example.
            if is_new && self.found > found {
                break;
            }
        }
        if let Some(held) = world.cells.get_mut(cell) {
            *held = before;
        }
        Ok(())
    }

    fn assign_list(
        &mut self,
        list: usize,
        world: &mut World,
        rest: &[Open],
    ) -> Result<(), TooMany> {
        let Some(before) = world.lists.get(list).cloned() else {
            return Ok(());
        };
        // Each entry is compared with each value.
        self.search.spend(1 + before.entries.len() / 8)?;
        for change in self.changes_of(list, &before.entries) {
            world.change(list, &change);
            self.changes.push((list, change));
            self.assign(world, rest)?;
            self.changes.pop();
            if let Some(entries) = world.lists.get_mut(list) {
                entries.clone_from(&before);
            }
        }
        Ok(())
    }

    fn changes_of(&self, list: usize, entries: &[Given]) -> Vec<ListChange> {
        let Some(listed) = self.search.scene.lists.get(list) else {
            return Vec::new();
        };
        let values = self.candidates.of_kind(listed.kind);
        let missing = values.iter().filter(|it| !entries.contains(it)).cloned();
        let mut changes = missing.map(ListChange::With).collect::<Vec<_>>();
        let mut known = Vec::new();
        for entry in entries {
            if !known.contains(&entry) {
                known.push(entry);
                changes.push(ListChange::Without(entry.clone()));
            }
        }
        if listed.has_first {
            let others = values.into_iter().filter(|it| entries.first() != Some(it));
            changes.extend(others.map(ListChange::First));
        }
        changes
    }
}
