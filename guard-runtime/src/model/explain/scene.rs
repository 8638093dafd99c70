//! What there is that rules look at, whatever model it is of.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::model::kind::ValueKind;

/// All that the rules look at. What it holds is the [`World`](super::world::World)'s.
#[derive(Default)]
pub(super) struct Scene {
    pub(super) cells: Vec<Cell>,
    pub(super) lists: Vec<Listed>,
    pub(super) rows: Vec<Row>,
    pub(super) leaves: usize,
}

/// Whose value it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum At {
    Record,
    Row(usize),
    Env,
}

/// One value: a field of a row, or a value of the env.
pub(super) struct Cell {
    pub(super) at: At,
    pub(super) name: &'static str,
    pub(super) words: Cow<'static, str>,
    /// Nothing of ids, which may be numbers and texts.
    pub(super) kind: Option<ValueKind>,
    pub(super) nullable: bool,
    /// The whole numbers that it can hold.
    pub(super) range: RangeInclusive<i64>,
    /// Whether it says who or which one this is, so that another value would be of another.
    pub(super) fixed: bool,
}

/// A list of the env.
pub(super) struct Listed {
    pub(super) name: &'static str,
    pub(super) words: String,
    pub(super) kind: Option<ValueKind>,
    /// How many statements look at it.
    pub(super) leaves: usize,
    /// Whether one looks at its first entry.
    pub(super) has_first: bool,
}

/// A row that may be related.
pub(super) struct Row {
    /// Its place among those given; nothing of one that is not there.
    pub(super) position: Option<usize>,
    pub(super) cells: Vec<usize>,
}

impl Scene {
    /// What it is called; fields of a related row after the relation.
    pub(super) fn words(&self, cell: usize, relation: &str) -> Cow<'_, str> {
        match self.cells.get(cell) {
            None => Cow::Borrowed(""),
            Some(cell) => match cell.at {
                At::Record | At::Env => Cow::Borrowed(&*cell.words),
                At::Row(_) => Cow::Owned(format!("{relation}.{}", cell.words)),
            },
        }
    }

    pub(super) fn list_words(&self, list: usize) -> &str {
        self.lists.get(list).map_or("", |it| &it.words)
    }

    /// Whether it is of a row that would have to be added.
    pub(super) fn is_new(&self, at: At) -> bool {
        let At::Row(row) = at else {
            return false;
        };
        self.rows.get(row).is_some_and(|it| it.position.is_none())
    }

    pub(super) fn is_column(&self, cell: usize) -> bool {
        self.cells.get(cell).is_some_and(|it| it.at != At::Env)
    }
}
