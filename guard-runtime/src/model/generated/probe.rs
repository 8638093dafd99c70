//! What may be compared with what, where the macro could not tell from names: said at compile time.
#![allow(clippy::panic, reason = "at compile time")]

use crate::model::kind::Kind as _;
use crate::model::{EnvAttribute, EnvListAttribute, Field, ValueKind};

/// A side of a comparison.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// An id of the env, which is compared as what the column holds.
    Id,
    /// Anything else.
    Kind(ValueKind),
}

/// An attribute of the env.
#[must_use]
pub const fn env_kind<A: EnvAttribute>() -> Side {
    Side::Kind(A::Kind::KIND)
}

/// What a list of the env holds.
#[must_use]
pub const fn env_list_kind<A: EnvListAttribute>() -> Side {
    Side::Kind(<A::Item as Field>::Kind::KIND)
}

macro_rules! pairs {
    ($wrong:ident, $other:ident: $($name:ident $words:literal)*) => {
        match $wrong {
            $(Word::$name => pairs!(@ $words, $other),)*
        }
    };
    (@ $words:literal, $other:ident) => {
        match $other {
            Word::Id => concat!("this is ", $words, " and cannot be compared with an id"),
            Word::Boolean => concat!("this is ", $words, " and cannot be compared with a truth value"),
            Word::Integer => concat!("this is ", $words, " and cannot be compared with a whole number"),
            Word::Text => concat!("this is ", $words, " and cannot be compared with a text"),
            Word::Uuid => concat!("this is ", $words, " and cannot be compared with a UUID"),
        }
    };
}

/// Whether `==` and `!=` may stand between the two; the compiler points at the `wrong` one.
///
/// # Panics
///
/// At compile time, as do all of these.
#[track_caller]
pub const fn comparable(wrong: Side, other: Side) {
    let (wrong, other) = (Word::of(wrong), Word::of(other));
    let may = match (wrong, other) {
        (Word::Id, other) | (other, Word::Id) => !matches!(other, Word::Boolean),
        (one, other) => one as u8 == other as u8,
    };
    assert!(
        may,
        "{}",
        pairs!(wrong, other: Id "an id" Boolean "a truth value" Integer "a whole number"
            Text "a text" Uuid "a UUID")
    );
}

/// Whether `<` may stand between the two.
#[track_caller]
pub const fn ordered(wrong: Side, other: Side) {
    comparable(wrong, other);
    assert!(
        matches!(
            (Word::of(wrong), Word::of(other)),
            (Word::Integer, Word::Integer)
        ),
        "only whole numbers have an order that SQL and Rust agree on"
    );
}

/// Whether it is a text.
#[track_caller]
pub const fn text(side: Side) {
    assert!(
        matches!(Word::of(side), Word::Text),
        "`starts_with` is for texts"
    );
}

/// Whether it is a truth value.
#[track_caller]
pub const fn truth(side: Side) {
    assert!(
        matches!(Word::of(side), Word::Boolean),
        "this is no truth value, and no condition alone"
    );
}

/// Whether it can be empty.
#[track_caller]
pub const fn nullable(is_nullable: bool) {
    assert!(
        is_nullable,
        "its type is no `Option`, so it always has a value"
    );
}

/// The kinds that have a word.
#[derive(Clone, Copy)]
enum Word {
    Id,
    Boolean,
    Integer,
    Text,
    Uuid,
}

impl Word {
    const fn of(side: Side) -> Self {
        match side {
            Side::Id => Self::Id,
            Side::Kind(ValueKind::Boolean) => Self::Boolean,
            Side::Kind(ValueKind::Integer) => Self::Integer,
            Side::Kind(ValueKind::Text) => Self::Text,
            Side::Kind(ValueKind::Uuid) => Self::Uuid,
        }
    }
}
