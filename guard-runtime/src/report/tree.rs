//! A requirement that is not fixed at compile time: of a list that was read from a file.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Implications;
use crate::Requirement;

/// What a gate demands, as [`Requirement`], with names as texts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RequirementTree {
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
    /// A permission, in its string form.
    Permission(String),
    /// Membership in a group.
    Group(String),
    /// A role.
    Role(String),
    /// Each of these.
    All(Vec<RequirementTree>),
    /// At least one of these.
    Any(Vec<RequirementTree>),
}

impl RequirementTree {
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
            Self::All(parts) => parts.iter().any(Self::demands_user),
            Self::Any(parts) => parts.is_empty() || parts.iter().all(Self::demands_user),
        }
    }

    /// Whether it looks at nobody: no credentials are read.
    pub(super) fn ignores_caller(&self) -> bool {
        match self {
            Self::NoAuth => true,
            Self::All(parts) | Self::Any(parts) => {
                !parts.is_empty() && parts.iter().all(Self::ignores_caller)
            }
            _ => false,
        }
    }
}

impl From<&Requirement> for RequirementTree {
    fn from(requirement: &Requirement) -> Self {
        let trees = |parts: &[&Requirement]| parts.iter().map(|part| Self::from(*part)).collect();
        match requirement {
            Requirement::NoAuth => Self::NoAuth,
            Requirement::Public => Self::Public,
            Requirement::User => Self::User,
            Requirement::Internal => Self::Internal,
            Requirement::SignedIn => Self::SignedIn,
            Requirement::Permission(permission) => Self::Permission(permission.to_string()),
            Requirement::Group(group) => Self::Group(group.name().to_owned()),
            Requirement::Role(role) => Self::Role(role.name().to_owned()),
            Requirement::All(parts) => Self::All(trees(parts)),
            Requirement::Any(parts) => Self::Any(trees(parts)),
        }
    }
}

/// `internal`, `group:sales`, `all(user, any(group:sales, role:editor))`.
impl fmt::Display for RequirementTree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (combinator, parts) = match self {
            Self::NoAuth => return f.write_str("no_auth"),
            Self::Public => return f.write_str("public"),
            Self::User => return f.write_str("user"),
            Self::Internal => return f.write_str("internal"),
            Self::SignedIn => return f.write_str("signed_in"),
            Self::Permission(permission) => return f.write_str(permission),
            Self::Group(group) => return write!(f, "group:{group}"),
            Self::Role(role) => return write!(f, "role:{role}"),
            Self::All(parts) => ("all", parts),
            Self::Any(parts) => ("any", parts),
        };
        write!(f, "{combinator}(")?;
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                f.write_str(", ")?;
            }
            part.fmt(f)?;
        }
        f.write_str(")")
    }
}

/// Notes what each group in it implies.
pub(super) fn record_implications(requirement: &Requirement, implies: &mut Implications) {
    match requirement {
        Requirement::Group(group) => {
            let closure = group.closure();
            let others = closure.names().into_iter();
            let others = others.filter(|name| *name != group.name());
            let others = others.map(str::to_owned).collect::<BTreeSet<_>>();
            match implies.get_mut(group.name()) {
                // Two declarations share the name: what holds of both.
                Some(known) => known.retain(|name| others.contains(name)),
                None => {
                    implies.insert(group.name().to_owned(), others);
                }
            }
        }
        Requirement::All(parts) | Requirement::Any(parts) => {
            for part in *parts {
                record_implications(part, implies);
            }
        }
        _ => {}
    }
}
