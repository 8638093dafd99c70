//! An explanation: what decided about one record.

use serde::{Serialize, Serializer};

use super::seen::Seen;
use super::smallest::SmallestChange;
use crate::model::{Kleene, Op};

/// Why an env may do something with a record, or why not.
///
/// It holds values of the record and of the user: it is for those who may see everything. Its
/// [`Display`](std::fmt::Display) is a few lines for people; as JSON it fits into the body of a
/// problem (RFC 9457).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Explanation {
    /// The model: the name of its table.
    pub model: &'static str,
    /// What would be done.
    #[serde(serialize_with = "op")]
    pub op: Op,
    /// Whether it is allowed.
    pub allowed: bool,
    /// What the rules come to; only what is true is allowed.
    #[serde(serialize_with = "truth")]
    pub truth: Kleene,
    /// Why the rules are lifted, if they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elevation: Option<String>,
    /// All grants for the operation, in the order of declaration.
    pub grants: Vec<ExplainedGrant>,
    /// All restrictions of the operation, in the order of declaration.
    pub restrictions: Vec<ExplainedRule>,
    /// What would allow it.
    pub smallest_change: SmallestChange,
}

/// A grant, and what it says of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExplainedGrant {
    /// The group that it is for.
    pub group: &'static str,
    /// Whether the user is in the group.
    pub held: bool,
    /// What has to hold of the record; nothing if it is about all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<ExplainedRule>,
}

/// A rule, and what it says of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ExplainedRule {
    /// The rule.
    #[serde(flatten)]
    pub rule: RuleText,
    /// Whether it holds.
    #[serde(serialize_with = "truth")]
    pub truth: Kleene,
    /// What it is made of.
    pub statements: Vec<Statement>,
}

/// A rule in words and in SQL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RuleText {
    /// In words: `salesperson_id is the user's id`.
    pub words: String,
    /// The condition of the rule alone.
    pub sql: String,
    /// The values it has places for.
    pub values: Vec<Seen>,
}

/// One statement of a rule, and what it says of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Statement {
    /// In words: `salesperson_id is the user's id`.
    pub words: String,
    /// Whether it holds.
    #[serde(serialize_with = "truth")]
    pub truth: Kleene,
    /// What it looks at; literals are in the words.
    pub sides: Vec<Side>,
    /// What it says of each related row.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RelatedRow>,
    /// What else there is to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}

/// What stands on one side of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Side {
    /// What it is: `salesperson_id`, `the user's id`.
    pub name: String,
    /// Its value.
    #[serde(skip_serializing_if = "Seen::is_absent")]
    pub value: Seen,
}

/// A related row, and what a rule says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct RelatedRow {
    /// Its position among the rows of its model that were given.
    pub position: usize,
    /// Whether the rule holds of it.
    #[serde(serialize_with = "truth")]
    pub truth: Kleene,
    /// What the rule is made of.
    pub statements: Vec<Statement>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
pub(super) fn op<S: Serializer>(op: &Op, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(op)
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
fn truth<S: Serializer>(truth: &Kleene, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(yes_or_no(*truth))
}

pub(super) fn yes_or_no(truth: Kleene) -> &'static str {
    match truth {
        Kleene::True => "yes",
        Kleene::Unknown => "unknown",
        Kleene::False => "no",
    }
}
