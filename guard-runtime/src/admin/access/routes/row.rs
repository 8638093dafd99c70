//! One endpoint.

use serde::Serialize;

use crate::Place;
use crate::gate::Requirement;

/// An endpoint, or a handler whose path is not known, with what stands before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RouteRow {
    /// The method; empty where it is not known, `any` for all.
    pub method: String,
    /// The path, with the prefixes of scopes as far as they are known; empty where it is not known.
    pub path: String,
    /// The handler, with its module; empty for a layer.
    pub handler: String,
    /// What is demanded, outermost gate first: `all(internal, group:sales)`. Empty where no gate is
    /// known.
    pub gate: String,
    /// Whom it lets in.
    pub open_to: OpenTo,
    /// What the gate stands on, if that is known.
    pub place: Option<Place>,
    /// Where the gate stands: the file and the line.
    pub location: String,
    /// The gates as values: all of them have to let a request pass.
    #[serde(skip)]
    pub gates: Vec<&'static Requirement>,
}

/// Whom an endpoint lets in: what is open stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenTo {
    /// No gate is known: strict mode answers 500.
    Unknown,
    /// Everybody, and nobody looks who it is.
    Anybody,
    /// Everybody; who has not signed in is the guest.
    Public,
    /// Those who have signed in and have what is demanded.
    Users,
}

impl OpenTo {
    pub(super) fn of(gates: &[&Requirement]) -> Self {
        if gates.is_empty() {
            Self::Unknown
        } else if gates.iter().any(|it| it.demands_user()) {
            Self::Users
        } else if gates.iter().all(|it| it.ignores_caller()) {
            Self::Anybody
        } else {
            Self::Public
        }
    }

    /// `unknown`, `anybody`, `public`, `users`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Anybody => "anybody",
            Self::Public => "public",
            Self::Users => "users",
        }
    }
}

impl RouteRow {
    pub(super) fn sort_key(&self) -> impl Ord {
        (
            self.open_to,
            self.path.clone(),
            self.method.clone(),
            self.handler.clone(),
            self.gate.clone(),
            self.location.clone(),
        )
    }
}

/// What several gates demand together, as one text.
pub(super) fn text(gates: &[&Requirement]) -> String {
    match gates {
        [] => String::new(),
        [only] => only.to_string(),
        many => {
            let many = many.iter().map(ToString::to_string);
            format!("all({})", many.collect::<Vec<_>>().join(", "))
        }
    }
}
