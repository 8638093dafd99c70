//! Gathers what rules look at: each value once, wherever it is named.

use std::any::TypeId;
use std::borrow::Cow;

use super::lower::{Lowering, Of};
use super::range;
use super::scene::{At, Cell, Listed, Row};
use super::world::{Entries, Held};
use crate::model::column::Column;
use crate::model::datum::Datum;
use crate::model::given::{EnvList, EnvValue, Given};

impl Lowering<'_> {
    pub(super) fn column<M>(&mut self, column: &Column<M>, of: Of<'_, M>) -> usize {
        let key = (of.at, column.name);
        if let Some(known) = self.cells.get(&key) {
            return *known;
        }
        let value = of.row.and_then(|row| Datum::of(column.value(row)));
        let cell = Cell {
            at: of.at,
            name: column.field,
            words: Cow::Borrowed(column.field),
            kind: Some(column.kind()),
            nullable: column.is_nullable(),
            range: range::of(column.field_type()),
            fixed: false,
        };
        self.cell(key, cell, value.map_or(Given::Absent, Given::Value))
    }

    pub(super) fn env_value(&mut self, value: &'static EnvValue) -> usize {
        let key = (At::Env, value.name);
        if let Some(known) = self.cells.get(&key) {
            return *known;
        }
        let cell = Cell {
            at: At::Env,
            name: value.name,
            words: Cow::Owned(value.words()),
            kind: value.kind,
            nullable: true,
            range: i64::MIN..=i64::MAX,
            // With another id it would be another user.
            fixed: value.name == EnvValue::UID.name,
        };
        self.cell(key, cell, (value.read)(self.env))
    }

    fn cell(&mut self, key: (At, &'static str), cell: Cell, value: Given) -> usize {
        let index = self.scene.cells.len();
        self.cells.insert(key, index);
        if let At::Row(row) = cell.at
            && let Some(row) = self.scene.rows.get_mut(row)
        {
            row.cells.push(index);
        }
        self.scene.cells.push(cell);
        self.world.cells.push(Held { value, open: false });
        index
    }

    pub(super) fn list(&mut self, list: &EnvList) -> usize {
        let mut known = self.scene.lists.iter();
        if let Some(known) = known.position(|it| it.name == list.name) {
            return known;
        }
        self.scene.lists.push(Listed {
            name: list.name,
            words: list.words(),
            kind: list.kind,
            leaves: 0,
            has_first: false,
        });
        self.world.lists.push(Entries {
            entries: (list.read)(self.env),
            open: 0,
        });
        self.scene.lists.len() - 1
    }

    pub(super) fn fix(&mut self, cell: usize) {
        if let Some(cell) = self.scene.cells.get_mut(cell) {
            cell.fixed = true;
        }
    }

    /// The rows of a model, and those that may be added.
    pub(super) fn table<O: 'static>(&mut self, count: usize) -> Vec<usize> {
        let table = TypeId::of::<O>();
        if let Some(known) = self.tables.get(&table) {
            return known.clone();
        }
        let new = self.new.get(&table).copied().unwrap_or_default();
        let positions = (0..count).map(Some).chain((0..new).map(|_| None));
        let mut rows = Vec::new();
        for position in positions {
            rows.push(self.scene.rows.len());
            self.scene.rows.push(Row {
                position,
                cells: Vec::new(),
            });
            self.world.there.push(position.is_some());
        }
        self.tables.insert(table, rows.clone());
        rows
    }
}
