//! What is done with a record.

use std::fmt;

/// What is done with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Op {
    /// Create it.
    Create,
    /// Read it, alone or in a list, a count or an aggregate.
    Read,
    /// Change some of its fields.
    Update,
    /// Delete it.
    Delete,
}

impl Op {
    /// All of them, in the order of `CRUD`.
    pub const ALL: [Self; 4] = [Self::Create, Self::Read, Self::Update, Self::Delete];

    /// Its letter in `grant(group, CRUD)`.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Create => 'C',
            Self::Read => 'R',
            Self::Update => 'U',
            Self::Delete => 'D',
        }
    }

    fn bit(self) -> u8 {
        match self {
            Self::Create => 1,
            Self::Read => 2,
            Self::Update => 4,
            Self::Delete => 8,
        }
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Create => "create",
            Self::Read => "read",
            Self::Update => "update",
            Self::Delete => "delete",
        })
    }
}

/// Some operations: the letters of `grant(group, CRU)`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ops(u8);

impl Ops {
    /// A bit for each operation, in the order of `CRUD`, the first the lowest.
    pub(crate) const fn of_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether the operation is one of them.
    #[must_use]
    pub fn contains(self, op: Op) -> bool {
        self.0 & op.bit() != 0
    }
}

/// The letters.
impl fmt::Display for Ops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mine = Op::ALL.into_iter().filter(|op| self.contains(*op));
        mine.map(Op::letter).try_for_each(|it| write!(f, "{it}"))
    }
}

impl fmt::Debug for Ops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
