//! What a gate demands.

use std::fmt;

use crate::User;
use crate::group::{GroupRef, groups};
use crate::names::Foreign;
use crate::role::RoleRef;

/// What a gate demands, as a tree that is fixed at compile time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Requirement {
    /// Nothing, and nobody is looked at.
    NoAuth,
    /// Nothing: who has not signed in is the guest.
    Public,
    /// An internal or portal user.
    User,
    /// An internal user.
    Internal,
    /// Membership in a group.
    Group(GroupRef),
    /// A role.
    Role(RoleRef),
    /// Each of these.
    All(&'static [&'static Requirement]),
    /// At least one of these.
    Any(&'static [&'static Requirement]),
}

impl Requirement {
    /// Whether somebody has to have signed in.
    #[must_use]
    pub fn demands_user(&self) -> bool {
        match self {
            Self::NoAuth | Self::Public => false,
            Self::User | Self::Internal | Self::Group(_) | Self::Role(_) => true,
            Self::All(parts) => parts.iter().any(|part| part.demands_user()),
            Self::Any(parts) => parts.is_empty() || parts.iter().all(|part| part.demands_user()),
        }
    }

    /// Whether it looks at nobody: no credentials are read and there is no env.
    #[must_use]
    pub(crate) fn ignores_caller(&self) -> bool {
        match self {
            Self::NoAuth => true,
            Self::All(parts) | Self::Any(parts) => {
                !parts.is_empty() && parts.iter().all(|part| part.ignores_caller())
            }
            _ => false,
        }
    }

    pub(crate) fn allows(&self, user: &User) -> Result<bool, Foreign> {
        match self {
            Self::NoAuth | Self::Public => Ok(true),
            Self::User => Ok(user.is_internal() || user.is_portal()),
            Self::Internal => Ok(user.groups().contains(groups::core_internal)),
            Self::Group(group) => user.groups().holds(*group),
            Self::Role(role) => user.roles().holds(*role),
            // Each part is asked: one that cannot be read decides nothing by its neighbours.
            Self::All(parts) => parts
                .iter()
                .try_fold(true, |all, part| Ok(part.allows(user)? && all)),
            Self::Any(parts) => parts
                .iter()
                .try_fold(false, |any, part| Ok(part.allows(user)? || any)),
        }
    }

    /// What is demanded, as a sorted list without repeats; a combination of alternatives is one
    /// item.
    #[must_use]
    pub fn to_list(&self) -> Vec<String> {
        let mut list = Vec::new();
        self.collect(&mut list, &|_| true);
        list.sort();
        list.dedup();
        list
    }

    /// What of it the user lacks, as a sorted list.
    #[must_use]
    pub fn missing(&self, user: &User) -> Vec<String> {
        let mut list = Vec::new();
        self.collect(&mut list, &|part| part.allows(user) != Ok(true));
        list.sort();
        list.dedup();
        list
    }

    /// What a combination combines. One of the same kind within it says nothing more, so its parts
    /// stand here instead: long lists are nested where they are written.
    fn parts(&self) -> Vec<&Self> {
        let nested = |part: &&'static Self| match (self, part) {
            (Self::All(_), Self::All(_)) | (Self::Any(_), Self::Any(_)) => part.parts(),
            _ => vec![*part],
        };
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(nested).collect(),
            _ => Vec::new(),
        }
    }

    fn collect(&self, list: &mut Vec<String>, wanted: &dyn Fn(&Self) -> bool) {
        match self {
            Self::All(parts) => parts.iter().for_each(|part| part.collect(list, wanted)),
            part if wanted(part) => list.push(part.to_string()),
            _ => {}
        }
    }
}

/// `internal`, `group:sales`, `all(user, any(group:sales, role:editor))`.
impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let combinator = match self {
            Self::NoAuth => return f.write_str("no_auth"),
            Self::Public => return f.write_str("public"),
            Self::User => return f.write_str("user"),
            Self::Internal => return f.write_str("internal"),
            Self::Group(group) => return write!(f, "group:{}", group.name()),
            Self::Role(role) => return write!(f, "role:{}", role.name()),
            Self::All(_) => "all",
            Self::Any(_) => "any",
        };
        let parts = self.parts().into_iter().map(ToString::to_string);
        write!(f, "{combinator}({})", parts.collect::<Vec<_>>().join(", "))
    }
}
