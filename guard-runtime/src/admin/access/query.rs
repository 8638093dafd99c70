//! Questions as query strings, read strictly.

use std::fmt;

use form_urlencoded::Serializer;

use super::Vocabulary;
use crate::model::{ModelEntry, Op, models};
use crate::scope::Permission;

/// Why a query string is no question.
///
/// ```
/// use guard_runtime::admin::access::{Question, Vocabulary};
/// # guard_runtime::define_groups! { pub mod own { /// Sells.
/// #     sales_user: core_internal } }
///
/// # fn main() {
/// let vocabulary = Vocabulary::new(&own::SCHEMA);
/// let error = Question::parse("user=7&grup=sales_user", &vocabulary).unwrap_err();
/// assert_eq!(error.to_string(), "`grup`: there is no such parameter");
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    parameter: String,
    why: String,
}

impl QueryError {
    pub(super) fn new(parameter: &str, why: impl Into<String>) -> Self {
        // What is wrong may be of any length, and goes into answers and logs.
        Self {
            parameter: parameter.chars().take(80).collect(),
            why: why.into(),
        }
    }

    /// The parameter it is about.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// What is wrong with it.
    #[must_use]
    pub fn why(&self) -> &str {
        &self.why
    }
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.parameter.escape_debug(), self.why)
    }
}

impl std::error::Error for QueryError {}

/// The parameters of a query string, each of which has to be taken.
pub(super) struct Parameters(Vec<(String, String)>);

/// Of longer queries the address bars of some browsers keep a part.
const LONGEST: usize = 2_000;
/// What a question may say.
pub(in crate::admin) const PARAMETERS: [&str; 11] = [
    "user",
    "token",
    "permission",
    "group",
    "role",
    "model",
    "op",
    "id",
    "method",
    "path",
    "project",
];

impl Parameters {
    pub(super) fn read(query: &str) -> Result<Self, QueryError> {
        if query.len() > LONGEST {
            return Err(QueryError::new(
                "query",
                format!("longer than {LONGEST} bytes"),
            ));
        }
        let mut all = Vec::<(String, String)>::new();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            if !PARAMETERS.contains(&&*name) {
                return Err(QueryError::new(&name, "there is no such parameter"));
            }
            if all.iter().any(|(known, _)| *known == name) {
                return Err(QueryError::new(&name, "stands twice"));
            }
            // What was no UTF-8 has become this character, and would be taken for something else.
            if value.contains(['\0', char::REPLACEMENT_CHARACTER]) {
                return Err(QueryError::new(&name, "no text"));
            }
            if value.is_empty() {
                return Err(QueryError::new(&name, "is empty"));
            }
            all.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self(all))
    }

    pub(super) fn take(&mut self, name: &str) -> Option<String> {
        let position = self.0.iter().position(|(known, _)| known == name)?;
        Some(self.0.swap_remove(position).1)
    }

    pub(super) fn need(&mut self, name: &str) -> Result<String, QueryError> {
        self.take(name)
            .ok_or_else(|| QueryError::new(name, "is missing"))
    }

    /// Nothing may be left over.
    pub(super) fn end(mut self) -> Result<(), QueryError> {
        self.0.sort();
        match self.0.first() {
            Some((name, _)) => Err(QueryError::new(name, "does not go with the others")),
            None => Ok(()),
        }
    }
}

/// A query string of these parameters, in this order.
pub(super) fn written<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(pairs);
    query.finish()
}

pub(super) fn op(text: &str) -> Result<Op, QueryError> {
    let found = Op::ALL.into_iter().find(|op| super::op_name(*op) == text);
    found.ok_or_else(|| QueryError::new("op", "one of `create`, `read`, `update`, `delete`"))
}

pub(super) fn permission(vocabulary: &Vocabulary, text: &str) -> Result<Permission, QueryError> {
    let none = || QueryError::new("permission", "there is no such permission");
    let scopes = vocabulary.scopes.ok_or_else(none)?;
    let parsed = scopes.parse(text);
    parsed.map_err(|error| QueryError::new("permission", error.to_string()))
}

pub(super) fn model(name: &str) -> Result<&'static ModelEntry, QueryError> {
    let mut named = models().into_iter().filter(|it| it.name() == name);
    match (named.next(), named.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(QueryError::new(
            "model",
            "there are two models of this name",
        )),
        (None, _) => Err(QueryError::new("model", "there is no such model")),
    }
}
