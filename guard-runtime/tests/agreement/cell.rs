//! What a row holds or an env gives, as the reference sees it.

use sea_orm::Value;

use crate::random::Random;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Nothing,
    Truth(bool),
    Number(i128),
    Text(String),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Type {
    Truth,
    /// With the least and the greatest number.
    Number(i128, i128),
    Text,
}

pub(crate) const I16: Type = Type::Number(i16::MIN as i128, i16::MAX as i128);
pub(crate) const I32: Type = Type::Number(i32::MIN as i128, i32::MAX as i128);
pub(crate) const I64: Type = Type::Number(i64::MIN as i128, i64::MAX as i128);

/// The numbers that many rows share.
const NUMBERS: [i128; 5] = [1, 2, 3, 7, 0];
/// The edges of the integers that columns have, and what lies beyond the smaller ones.
const EDGES: [i128; 9] = [
    -1,
    i16::MAX as i128,
    i16::MIN as i128,
    i32::MAX as i128,
    i32::MIN as i128,
    i32::MAX as i128 + 1,
    (1 << 32) + 7,
    i64::MAX as i128,
    i64::MIN as i128,
];
/// The texts that many rows share: twins in case, blanks, numbers.
const TEXTS: [&str; 8] = ["a", "A", "ab", "a ", "", "7", "aB%", "1"];
/// What is taken for something else where a text is not handled as a plain value.
const HOSTILE: [&str; 24] = [
    " ",
    "%",
    "_",
    "a%",
    "a_",
    "a\\%",
    "\\",
    "'",
    "''",
    "\"",
    "a'; --",
    "$1",
    "?",
    "07",
    "+7",
    "NULL",
    "\u{e9}",
    "e\u{301}",
    "\u{c9}",
    "\u{df}",
    "\u{d7ff}",
    "\u{10ffff}",
    "\u{10ffff}a",
    "🦀\r\n\u{1}",
];

impl Type {
    /// A value of a row; not always one that a column of this type can hold if it is not `stored`.
    pub(crate) fn cell(self, random: &mut Random, stored: bool) -> Cell {
        match self {
            Self::Truth => Cell::Truth(random.percent(50)),
            Self::Number(least, greatest) => {
                let number = if random.percent(75) {
                    random.of(&NUMBERS)
                } else {
                    random.of(&EDGES)
                };
                let fits = !stored || (least..=greatest).contains(&number);
                Cell::Number(if fits { number } else { random.of(&NUMBERS) })
            }
            Self::Text if !stored && random.percent(2) => Cell::Text("a\0".to_owned()),
            Self::Text => {
                let text = if random.percent(75) {
                    random.of(&TEXTS)
                } else {
                    random.of(&HOSTILE)
                };
                Cell::Text(text.to_owned())
            }
        }
    }

    /// The same, or nothing.
    pub(crate) fn maybe(self, random: &mut Random, stored: bool) -> Cell {
        if random.percent(15) {
            Cell::Nothing
        } else {
            self.cell(random, stored)
        }
    }

    /// As the database is given it.
    pub(crate) fn stored(self, cell: &Cell) -> Value {
        match (self, cell) {
            (Self::Truth, Cell::Truth(truth)) => (*truth).into(),
            (Self::Truth, _) => Value::Bool(None),
            (Self::Number(..), Cell::Number(number)) => i64::try_from(*number).unwrap().into(),
            (Self::Number(..), _) => Value::BigInt(None),
            (Self::Text, Cell::Text(text)) => text.as_str().into(),
            (Self::Text, _) => Value::String(None),
        }
    }
}

impl Cell {
    pub(crate) fn truth(&self) -> Option<bool> {
        match self {
            Self::Truth(truth) => Some(*truth),
            _ => None,
        }
    }

    pub(crate) fn number<N: TryFrom<i128>>(&self) -> Option<N> {
        match self {
            Self::Number(number) => N::try_from(*number).ok(),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}
