//! What was found out.

use serde::Serialize;

use crate::admin::access::Account;
use crate::model::{Explanation, Outlook};

/// Why somebody may or may not do something.
///
/// It speaks of one user, and of a record if it was asked for: it is for those whom the page's gate lets
/// in, and of a record for those whom the database tells. No secret is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Verdict {
    /// Who.
    pub account: Account,
    /// With which token, if it is about one: the part that is no secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// What was asked.
    pub about: String,
    /// The answer.
    pub answer: Answered,
    /// The way to it.
    pub steps: Vec<Step>,
    /// The fewest changes that would allow it: those of one list belong together, and each list does.
    /// Empty if it is allowed, or if no change is known.
    pub smallest_change: Vec<Vec<String>>,
    /// What the rules of the model say of any record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlook: Option<Outlook>,
    /// What they say of the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<Box<Explanation>>,
}

/// One answer, of the whole or of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// They may.
    Yes,
    /// They may not.
    No,
    /// It depends on the record.
    Depends,
    /// It cannot be said, and a request would be refused.
    Unknown,
}

/// One step on the way to an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Step {
    /// How far it stands below another one.
    pub depth: usize,
    /// What it comes to.
    pub answer: Answered,
    /// What is asked: `group:sales_user`, `any`, `the account`.
    pub what: String,
    /// Why it is so, in words.
    pub why: Vec<String>,
}

impl Step {
    pub(super) fn new(answer: Answered, what: impl Into<String>) -> Self {
        Self {
            depth: 0,
            answer,
            what: what.into(),
            why: Vec::new(),
        }
    }

    pub(super) fn because(mut self, why: impl Into<String>) -> Self {
        self.why.push(why.into());
        self
    }
}
