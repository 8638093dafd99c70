//! What may be done with a resource.

use std::fmt;

use serde::{Serialize, Serializer};

/// What a permission allows on its resource.
///
/// Written in capitals, read in any case: `admin.configuration:GET` and `admin.configuration:get`
/// are one permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verb {
    /// To read it: `GET`.
    Get,
    /// To create it: `CREATE`.
    Create,
    /// To change it: `UPDATE`.
    Update,
    /// To delete it: `DELETE`.
    Delete,
}

impl Verb {
    /// All verbs, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Get, Self::Create, Self::Update, Self::Delete];

    /// How it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Create => "CREATE",
            Self::Update => "UPDATE",
            Self::Delete => "DELETE",
        }
    }

    /// The verb of this name, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|verb| verb.name().eq_ignore_ascii_case(name))
    }

    /// Its bit in a mask of verbs.
    pub(crate) const fn bit(self) -> u8 {
        match self {
            Self::Get => 1,
            Self::Create => 1 << 1,
            Self::Update => 1 << 2,
            Self::Delete => 1 << 3,
        }
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Verb {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
