//! Short ways to write down rules, rows and callers in tests.

use crate::cell::{Cell, Type};
use crate::plan::{Declared, Given, Plan, Side, Sign, Source, Team};
use crate::tables::{Owner, Part, Stored, Thing};
use crate::world::{Caller, World};

impl From<i128> for Cell {
    fn from(number: i128) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A column of things.
pub(crate) fn column(name: &str) -> Side {
    Side::Column(position::<Thing>(name))
}

/// The position of a column.
pub(crate) fn position<M: Stored>(name: &str) -> usize {
    M::COLUMNS.iter().position(|it| it.name == name).unwrap()
}

pub(crate) fn literal(value: impl Into<Cell>) -> Side {
    Side::Literal(value.into())
}

pub(crate) fn same(left: Side, right: Side) -> Plan {
    Plan::Compare(left, Sign::Equal, right)
}

pub(crate) fn differs(left: Side, right: Side) -> Plan {
    Plan::Compare(left, Sign::NotEqual, right)
}

pub(crate) fn not(plan: Plan) -> Plan {
    Plan::Not(Box::new(plan))
}

pub(crate) fn env(given: Given) -> Side {
    Side::Env(given)
}

pub(crate) fn numbers<const N: usize>(numbers: [i128; N]) -> Source {
    Source::Numbers(numbers.into_iter().map(Cell::from).collect())
}

pub(crate) fn texts<const N: usize>(texts: [&str; N]) -> Source {
    Source::Texts(texts.into_iter().map(Cell::from).collect())
}

/// One grant.
pub(crate) fn granted(plan: Plan) -> Declared {
    Declared {
        grants: vec![(Team::Portal, Some(plan))],
        restrictions: Vec::new(),
    }
}

/// A portal user of two companies, without anything else.
pub(crate) fn caller() -> Caller {
    Caller {
        uid: "7".to_owned(),
        cids: vec!["1".to_owned(), "2".to_owned()],
        contact: None,
        region: None,
        level: None,
        active: None,
        levels: None,
        names: None,
        teams: vec![Team::Portal],
    }
}

/// Things that hold these values in one column, numbered from 1; all else is empty, or as good as.
pub(crate) fn things<const N: usize>(name: &str, values: [impl Into<Cell>; N]) -> World {
    let rows = values.into_iter().zip(1..).map(|(value, id)| {
        let mut row = blank::<Thing>();
        row[0] = Cell::Number(id);
        row[position::<Thing>(name)] = value.into();
        row
    });
    World {
        things: rows.collect(),
        owners: Vec::new(),
        parts: Vec::new(),
    }
}

/// An owner with this code.
pub(crate) fn owner(id: i128, code: &str) -> Vec<Cell> {
    let mut row = blank::<Owner>();
    row[0] = id.into();
    row[position::<Owner>("code")] = code.into();
    row
}

/// A part of a thing, with a note or without.
pub(crate) fn part(thing: i128, note: Option<&str>) -> Vec<Cell> {
    let mut row = blank::<Part>();
    row[position::<Part>("thing_id")] = thing.into();
    row[position::<Part>("note")] = note.into();
    row
}

fn blank<M: Stored>() -> Vec<Cell> {
    let columns = M::COLUMNS.iter();
    let cells = columns.map(|column| match column.kind {
        _ if column.nullable => Cell::Nothing,
        Type::Truth => Cell::Truth(false),
        Type::Number(..) => Cell::Number(0),
        Type::Text => Cell::from(""),
    });
    cells.collect()
}
