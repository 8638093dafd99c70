//! Values worth trying: if any value does, one of these does.
//!
//! Rules compare values with each other and ask how texts begin. So of the values that do not stand
//! in a rule, a row or the env themselves, it matters only between which of those they lie, and a
//! few of each kind do: as many as there are things to be changed at a time.

use std::collections::BTreeSet;

use super::super::scene::{Cell, Scene};
use super::super::seen::hyphenated;
use super::super::tree::Tree;
use super::super::world::World;
use crate::Id;
use crate::model::datum::Datum;
use crate::model::given::Given;
use crate::model::kind::ValueKind;

/// Longer texts are not tried letter by letter.
const LONGEST: usize = 64;

/// Values of all kinds.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) integers: BTreeSet<i64>,
    pub(super) texts: BTreeSet<String>,
    pub(super) uuids: BTreeSet<u128>,
    /// Whether something asks for more than whether values are equal: how numbers are ordered, how
    /// texts begin, which of them the env's begin with.
    pub(super) orders: bool,
    pub(super) begins: bool,
    pub(super) shortens: bool,
    other_integers: Vec<i64>,
    other_texts: Vec<String>,
    other_uuids: Vec<u128>,
}

impl Candidates {
    /// For this many changes at a time.
    pub(super) fn of(trees: &[&Tree], scene: &Scene, world: &World, count: usize) -> Self {
        let mut all = Self::default();
        for tree in trees {
            tree.each(world, &mut |part| match part {
                Tree::Leaf(leaf) => all.note(&leaf.test, scene, world),
                Tree::Related(related) => {
                    all.add_cell(related.ours, scene, world);
                    for row in related.rows_in(world) {
                        all.add_cell(row.theirs, scene, world);
                    }
                }
                Tree::All(_) | Tree::Any(_) => {}
            });
        }
        all.extend(count);
        all
    }

    fn extend(&mut self, count: usize) {
        if self.shortens {
            self.shorten();
        }
        // Where there are texts, an id that is a number may be one.
        if !self.texts.is_empty() {
            let numbers = self.integers.iter().map(i64::to_string);
            let texts = self.texts.iter().filter_map(|it| Id::from(&**it).as_i64());
            let texts = texts.collect::<Vec<_>>();
            self.texts.extend(numbers);
            self.integers.extend(texts);
        }
        let count = i64::try_from(count).unwrap_or(i64::MAX).clamp(1, 16);
        self.other_integers = self.integers_besides(count);
        if !self.texts.is_empty() {
            self.other_texts = self.texts_besides(count);
        }
        if !self.uuids.is_empty() {
            let other = (1..u128::MAX).filter(|it| !self.uuids.contains(it));
            self.other_uuids = other.zip(0..count).map(|(uuid, _)| uuid).collect();
        }
    }

    /// What a text may begin with that the env gives.
    fn shorten(&mut self) {
        let shorter = self.texts.iter().flat_map(|text| {
            let ends = text.char_indices().map(|(end, _)| end);
            let ends = ends.filter(|end| *end <= LONGEST);
            ends.filter_map(|end| text.get(..end).map(str::to_owned))
        });
        let shorter = shorter.collect::<Vec<_>>();
        self.texts.extend(shorter);
    }

    fn integers_besides(&self, count: i64) -> Vec<i64> {
        if !self.orders {
            let other = (1..).filter(|it| !self.integers.contains(it));
            return other.zip(0..count).map(|(number, _)| number).collect();
        }
        let zero = [0].into_iter().filter(|_| self.integers.is_empty());
        let mut near = BTreeSet::new();
        for number in self.integers.iter().copied().chain(zero) {
            let steps = (1..=count).flat_map(|it| [number.checked_add(it), number.checked_sub(it)]);
            near.extend(steps.flatten());
        }
        (&near - &self.integers).into_iter().collect()
    }

    fn texts_besides(&self, count: i64) -> Vec<String> {
        let used = |it: &char| self.texts.iter().any(|text| text.contains(*it));
        // In none of the texts, so that it makes each of them another one.
        let unused = ('a'..=char::MAX).find(|it| !used(it)).unwrap_or_default();
        let ends = (1..=count).scan(String::new(), |end, _| {
            end.push(unused);
            Some(end.clone())
        });
        let mut other = ends.collect::<Vec<_>>();
        if self.begins {
            let with = |text| other.iter().map(move |end| format!("{text}{end}"));
            let longer = self.texts.iter().flat_map(with).collect::<Vec<_>>();
            other.extend(longer);
        }
        other
    }

    /// What the cell could hold.
    pub(super) fn of_cell(&self, cell: &Cell) -> Vec<Given> {
        let mut values = self.of_kind(cell.kind);
        values.retain(|value| match value {
            Given::Value(Datum::Integer(number)) => cell.range.contains(number),
            _ => true,
        });
        if cell.nullable {
            values.push(Given::Absent);
        }
        values
    }

    /// Values of the kind, or ids.
    pub(super) fn of_kind(&self, kind: Option<ValueKind>) -> Vec<Given> {
        let integers = self.integers.iter().chain(&self.other_integers).copied();
        let texts = self.texts.iter().chain(&self.other_texts);
        let texts = texts.map(String::as_str);
        let uuids = self.uuids.iter().chain(&self.other_uuids).copied();
        match kind {
            Some(ValueKind::Boolean) => [true, false].map(Datum::Boolean).map(Given::Value).into(),
            Some(ValueKind::Integer) => integers.map(Datum::Integer).map(Given::Value).collect(),
            Some(ValueKind::Text) => texts.map(Datum::from).map(Given::Value).collect(),
            Some(ValueKind::Uuid) => uuids.map(Datum::Uuid).map(Given::Value).collect(),
            None => {
                let mut ids = integers.map(Id::from).collect::<Vec<_>>();
                ids.extend(texts.map(Id::from));
                ids.extend(uuids.map(|it| Id::from(&*hyphenated(it))));
                let mut known = BTreeSet::new();
                ids.retain(|id| known.insert(id.clone()));
                ids.into_iter().map(Given::Id).collect()
            }
        }
    }
}
