//! Values that stand in a rule, a row or the env.

use super::super::scene::Scene;
use super::super::tree::{Items, Term, Test};
use super::super::world::World;
use super::candidates::Candidates;
use crate::model::datum::Datum;
use crate::model::given::Given;
use crate::model::kind::ValueKind;
use crate::model::rule::Comparison;

impl Candidates {
    pub(super) fn note(&mut self, test: &Test, scene: &Scene, world: &World) {
        for term in test.terms() {
            match term {
                Term::Literal(value) => self.add(value),
                Term::Cell(cell) => self.add_cell(*cell, scene, world),
                Term::First(_) => {}
            }
        }
        match test {
            Test::Contains(Items::Literals(entries), _) => {
                for entry in entries {
                    self.add(entry);
                }
            }
            Test::Compare(_, Comparison::Equal | Comparison::NotEqual, _) => {}
            Test::Compare(..) => self.orders = true,
            Test::StartsWith(_, prefix) => {
                self.begins = true;
                self.shortens |= matches!(prefix, Term::Cell(_));
            }
            _ => {}
        }
        for list in test.lists() {
            let list = world.lists.get(list);
            for entry in list.into_iter().flat_map(|it| &it.entries) {
                self.add(entry);
            }
        }
    }

    /// What it holds now, also if it is open.
    pub(super) fn add_cell(&mut self, cell: usize, scene: &Scene, world: &World) {
        if let Some(held) = world.cells.get(cell) {
            self.add(&held.value);
        }
        // Of each kind that is asked for there is one at least.
        match scene.cells.get(cell).and_then(|it| it.kind) {
            Some(ValueKind::Text) => drop(self.texts.insert(String::new())),
            Some(ValueKind::Uuid) => drop(self.uuids.insert(0)),
            _ => {}
        }
    }

    fn add(&mut self, value: &Given) {
        match value {
            Given::Absent | Given::Value(Datum::Boolean(_)) => {}
            Given::Value(Datum::Integer(number)) => drop(self.integers.insert(*number)),
            Given::Value(Datum::Text(text)) => drop(self.texts.insert(text.to_string())),
            Given::Value(Datum::Uuid(uuid)) => drop(self.uuids.insert(*uuid)),
            Given::Id(id) => {
                match id.as_i64() {
                    Some(number) => drop(self.integers.insert(number)),
                    None => drop(self.texts.insert(id.as_text().into_owned())),
                }
                if let Some(Datum::Uuid(uuid)) = Datum::given(value.clone(), ValueKind::Uuid) {
                    self.uuids.insert(uuid);
                }
            }
        }
    }
}
