//! Rules that cannot hold whatever is changed, found without trying.
//!
//! Each way to make them hold is a list of statements. If in each of them two are opposites, or no
//! value of one cell does for all that is said of it, nothing helps. What is not found this way is
//! found by trying everything, or not at all.

use super::super::scene::Scene;
use super::super::tree::{Leaf, RelatedRow, Tree};
use super::super::world::{Entries, World};
use super::candidates::Candidates;
use crate::model::given::Given;

/// After so many statements nothing is said.
const ENOUGH: usize = 100_000;

/// Whether the rules contradict each other or themselves.
pub(super) fn is_one(trees: &[&Tree], scene: &Scene, world: &World) -> bool {
    let mut open = world.clone();
    for (held, cell) in open.cells.iter_mut().zip(&scene.cells) {
        held.open = !cell.fixed;
    }
    open.lists.iter_mut().for_each(|it| it.open = 1);
    open.there.fill(true);
    let mut ways = Ways {
        scene,
        world,
        candidates: Candidates::of(trees, scene, &open, 2),
        open,
        facts: Vec::new(),
        left: ENOUGH,
    };
    !ways.is_open(trees)
}

struct Ways<'t> {
    scene: &'t Scene,
    world: &'t World,
    /// The same with all open that can be changed.
    open: World,
    candidates: Candidates,
    /// What would have to hold.
    facts: Vec<Fact<'t>>,
    left: usize,
}

#[derive(Clone, Copy)]
enum Fact<'t> {
    Leaf(&'t Leaf),
    /// The one related row is this one.
    Row(usize, &'t RelatedRow),
}

impl<'t> Ways<'t> {
    /// Whether there is a way without a contradiction.
    fn is_open(&mut self, trees: &[&'t Tree]) -> bool {
        let Some((first, rest)) = trees.split_first() else {
            return true;
        };
        let Some(left) = self.left.checked_sub(1) else {
            return true;
        };
        self.left = left;
        match first {
            Tree::Leaf(leaf) => self.is_open_with(Fact::Leaf(leaf), rest),
            Tree::All(trees) => {
                let all = trees.iter().chain(rest.iter().copied());
                self.is_open(&all.collect::<Vec<_>>())
            }
            Tree::Any(trees) => trees.iter().any(|tree| {
                let all = std::iter::once(tree).chain(rest.iter().copied());
                self.is_open(&all.collect::<Vec<_>>())
            }),
            // Rows can be taken away.
            Tree::Related(related) if related.is_each() => self.is_open(rest),
            Tree::Related(related) => related.rows.iter().flatten().any(|row| {
                let all = std::iter::once(&row.tree).chain(rest.iter().copied());
                let all = all.collect::<Vec<_>>();
                if related.many {
                    let related = row.is_new || related.is_surely(row, self.world);
                    related && self.is_open(&all)
                } else {
                    self.is_open_with(Fact::Row(related.ours, row), &all)
                }
            }),
        }
    }

    fn is_open_with(&mut self, fact: Fact<'t>, rest: &[&'t Tree]) -> bool {
        let facts = self.facts.iter();
        let mut open = !facts.copied().any(|it| self.are_opposite(it, fact));
        self.facts.push(fact);
        open = open && self.leaves_a_value(fact) && self.is_open(rest);
        self.facts.pop();
        open
    }

    fn are_opposite(&self, one: Fact<'_>, other: Fact<'_>) -> bool {
        match (one, other) {
            (Fact::Leaf(one), Fact::Leaf(other)) => one.is_opposite(other),
            (Fact::Row(ours, one), Fact::Row(same, other)) => {
                let values = self
                    .world
                    .cell(one.theirs)
                    .zip(self.world.cell(other.theirs));
                let is_same = !one.is_new && !other.is_new && values.is_some_and(|it| it.0 == it.1);
                ours == same && one.row != other.row && !is_same
            }
            _ => false,
        }
    }

    /// Whether what the fact is about can still have a value.
    fn leaves_a_value(&mut self, fact: Fact<'_>) -> bool {
        match fact {
            Fact::Leaf(leaf) => {
                self.open.leaf(leaf).is_true()
                    && leaf.test.cells().all(|it| self.has_value(it))
                    && leaf.test.lists().all(|it| self.has_first(it))
            }
            Fact::Row(ours, _) => self.has_value(ours),
        }
    }

    fn has_value(&mut self, cell: usize) -> bool {
        let Some(before) = self.open.cells.get(cell).cloned() else {
            return true;
        };
        let mut values = self.values_of(cell).into_iter();
        let found = values.any(|value| {
            self.open.set(cell, value);
            self.facts_hold(|_| true)
        });
        if let Some(held) = self.open.cells.get_mut(cell) {
            *held = before;
        }
        found
    }

    /// What it holds, and what it could hold.
    fn values_of(&self, cell: usize) -> Vec<Given> {
        let mut values = Vec::from_iter(self.world.cell(cell).cloned());
        let Some(info) = self.scene.cells.get(cell).filter(|it| !it.fixed) else {
            return values;
        };
        let mut keys = self.facts.iter().filter_map(|fact| match fact {
            Fact::Row(ours, row) if *ours == cell && !row.is_new => self.world.cell(row.theirs),
            _ => None,
        });
        let key = keys.next().cloned();
        match key {
            Some(key) => values.push(key),
            None => values.extend(self.candidates.of_cell(info)),
        }
        values
    }

    fn has_first(&mut self, list: usize) -> bool {
        let Some(before) = self.open.lists.get(list).cloned() else {
            return true;
        };
        let kind = self.scene.lists.get(list).and_then(|it| it.kind);
        let mut firsts = self
            .candidates
            .of_kind(kind)
            .into_iter()
            .map(Some)
            .chain([None]);
        let found = firsts.any(|first| {
            let is_empty = first.is_none();
            if let Some(list) = self.open.lists.get_mut(list) {
                let entries = first.into_iter().collect();
                *list = Entries { entries, open: 0 };
            }
            // Of what follows the first entry, nothing is known.
            self.facts_hold(|leaf| is_empty || leaf.is_of_first(list))
        });
        if let Some(entries) = self.open.lists.get_mut(list) {
            *entries = before;
        }
        found
    }

    /// Whether the facts hold, as far as they are `known`.
    fn facts_hold(&mut self, known: impl Fn(&Leaf) -> bool) -> bool {
        self.left = self.left.saturating_sub(self.facts.len());
        let mut facts = self.facts.iter();
        self.left == 0
            || facts.all(|fact| match fact {
                Fact::Leaf(leaf) => !known(leaf) || self.open.leaf(leaf).is_true(),
                Fact::Row(ours, row) => self.open.is_match(*ours, row.theirs) != Some(false),
            })
    }
}
