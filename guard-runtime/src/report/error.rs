//! What is wrong with a list that was read.

use std::fmt;

/// A text that is not a list of gates, and why.
///
/// ```
/// use guard_runtime::GateReport;
///
/// let error = GateReport::from_json("[]").unwrap_err();
/// assert!(error.to_string().starts_with("this is not a list of gates: "));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportError(String);

impl ReportError {
    pub(super) fn json(error: &serde_json::Error) -> Self {
        Self(format!("this is not a list of gates: {error}"))
    }

    pub(super) fn version(found: u64, known: u64) -> Self {
        Self(format!(
            "the list has version {found}, and this program reads version {known}"
        ))
    }

    pub(super) fn route(row: usize, found: &str) -> Self {
        Self(format!(
            "row {row}: a route is a method, a blank and a path, and `{found}` is none"
        ))
    }

    pub(super) fn contradiction(row: usize, text: &str, tree: &str) -> Self {
        Self(format!(
            "row {row}: the requirement is `{text}` as text and `{tree}` as a tree"
        ))
    }
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ReportError {}
