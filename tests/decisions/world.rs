//! Who there is, what there is, and who is asking: plain strings, which both sides read.

use std::collections::{BTreeMap, BTreeSet};

pub(crate) type Names = BTreeSet<String>;

#[derive(Clone, Debug, Default)]
pub(crate) struct World {
    pub(crate) people: BTreeMap<String, Person>,
    /// By scope and id.
    pub(crate) projects: BTreeMap<(String, String), Place>,
    /// The directory of projects does not answer.
    pub(crate) is_down: bool,
    /// The directories answer later and not at once.
    pub(crate) is_slow: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    pub(crate) groups: Vec<String>,
    pub(crate) roles: Vec<String>,
    /// Permissions besides.
    pub(crate) extra: Vec<String>,
    pub(crate) is_blocked: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Place {
    pub(crate) is_internal: bool,
    pub(crate) visitors: Vec<String>,
    pub(crate) members: BTreeMap<String, Vec<String>>,
}

/// With what somebody asks.
#[derive(Clone, Debug)]
pub(crate) enum Credential {
    Nothing,
    /// A text that is no token.
    Bad,
    /// Of this user, until an hour ago.
    Expired(String),
    /// Of this user, without limit.
    Session(String),
    /// A JSON Web Token of this user with a `scope` claim.
    Claims(String, String),
    /// A token of this user that may do this at most.
    Limited(String, Limit),
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Limit {
    pub(crate) everywhere: Vec<String>,
    /// Scope, id, and what is allowed there.
    pub(crate) projects: Vec<(String, String, Vec<String>)>,
}

/// A question, as the evaluator is asked it.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) credential: Credential,
    /// What the gates say, as text.
    pub(crate) gate: String,
    /// Scope and id of the projects that the path names.
    pub(crate) path: BTreeMap<String, String>,
}

pub(crate) fn strings<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    texts.into_iter().map(str::to_owned).collect()
}
