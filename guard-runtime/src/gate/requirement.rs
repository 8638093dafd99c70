//! What a gate demands.

use std::fmt;

use super::asked::{Asked, Undecided};
use crate::env::Env;
use crate::group::{GroupRef, groups};
use crate::role::RoleRef;
use crate::scope::Permission;

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
    /// Somebody who has signed in and is no guest.
    SignedIn,
    /// A permission; one that is checked per project, in the project that the path names.
    Permission(Permission),
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
            Self::User
            | Self::Internal
            | Self::SignedIn
            | Self::Permission(_)
            | Self::Group(_)
            | Self::Role(_) => true,
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

    pub(crate) fn allows(&self, asked: &Asked<'_>) -> Result<bool, Undecided> {
        let user = asked.env.user();
        match self {
            Self::NoAuth | Self::Public => Ok(true),
            Self::User => Ok(user.is_internal() || user.is_portal()),
            Self::Internal => Ok(user.groups().contains(groups::core_internal)),
            Self::SignedIn => Ok(asked.env.is_signed_in() && !user.is_guest()),
            Self::Permission(permission) => asked.may(*permission),
            // The guest that anonymous requests run as is in a group too.
            Self::Group(group) => Ok(user.groups().holds(*group)? && asked.env.is_signed_in()),
            Self::Role(role) => Ok(user.roles().holds(*role)?),
            // Each part is asked: one that cannot be read decides nothing by its neighbours.
            Self::All(parts) => parts
                .iter()
                .try_fold(true, |all, part| Ok(part.allows(asked)? && all)),
            Self::Any(parts) => parts
                .iter()
                .try_fold(false, |any, part| Ok(part.allows(asked)? || any)),
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

    /// What of it the env lacks, as a sorted list. Permissions that are checked per project are in
    /// it: which project is meant is not known here.
    #[must_use]
    pub fn missing(&self, env: &Env) -> Vec<String> {
        self.lacking(&Asked::of(env))
    }

    /// What of it is lacking, as a sorted list.
    pub(crate) fn lacking(&self, asked: &Asked<'_>) -> Vec<String> {
        let mut list = Vec::new();
        self.collect(&mut list, &|part| part.allows(asked) != Ok(true));
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
            Self::SignedIn => return f.write_str("signed_in"),
            Self::Permission(permission) => return permission.fmt(f),
            Self::Group(group) => return write!(f, "group:{}", group.name()),
            Self::Role(role) => return write!(f, "role:{}", role.name()),
            Self::All(_) => "all",
            Self::Any(_) => "any",
        };
        let parts = self.parts().into_iter().map(ToString::to_string);
        write!(f, "{combinator}({})", parts.collect::<Vec<_>>().join(", "))
    }
}
