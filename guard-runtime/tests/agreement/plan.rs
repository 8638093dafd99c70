//! What a rule says, described so that the library's form and the reference's can be made of it.

use crate::cell::Cell;

/// A rule about the rows of one table.
#[derive(Clone, Debug)]
pub(crate) enum Plan {
    Constant(bool),
    Compare(Side, Sign, Side),
    Among(Source, Side),
    Missing(Side),
    Begins(usize, Side),
    Not(Box<Self>),
    And(Vec<Self>),
    Or(Vec<Self>),
    Hop(Hop, Box<Self>),
}

/// One value. Columns are counted in the order of declaration.
#[derive(Clone, Debug)]
pub(crate) enum Side {
    Column(usize),
    Env(Given),
    Literal(Cell),
}

/// A value of the env.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Given {
    Uid,
    Cid,
    Contact,
    Region,
    Level,
    Active,
}

/// A list.
#[derive(Clone, Debug)]
pub(crate) enum Source {
    Cids,
    Levels,
    Names,
    Numbers(Vec<Cell>),
    Texts(Vec<Cell>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Sign {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// From a thing to related rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Hop {
    /// To its owner, by a number.
    Owner,
    /// To its owner, by a text that `SQLite` would take for another in another case.
    OwnerByCode,
    /// To another thing.
    Above,
    /// To its parts.
    Parts,
    /// To things that say the same in another column.
    Alike,
}

/// The tables.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Of {
    Things,
    Owners,
    Parts,
}

impl Hop {
    pub(crate) const ALL: [Self; 5] = [
        Self::Owner,
        Self::OwnerByCode,
        Self::Above,
        Self::Parts,
        Self::Alike,
    ];

    /// Our column, the related table, its column, and whether there may be many.
    pub(crate) fn ends(self) -> (usize, Of, usize, bool) {
        match self {
            Self::Owner => (4, Of::Owners, 0, false),
            Self::OwnerByCode => (7, Of::Owners, 1, false),
            Self::Above => (4, Of::Things, 0, false),
            Self::Parts => (0, Of::Parts, 1, true),
            Self::Alike => (9, Of::Things, 7, true),
        }
    }
}

/// What is declared of things: for whom, and what has to hold; then the restrictions.
#[derive(Clone, Debug)]
pub(crate) struct Declared {
    pub(crate) grants: Vec<(Team, Option<Plan>)>,
    pub(crate) restrictions: Vec<Plan>,
}

/// A group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Team {
    Portal,
    Public,
}
