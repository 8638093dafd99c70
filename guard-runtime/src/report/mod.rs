//! The list of all gates of the program: for people to read, to keep, and to compare.

mod compare;
mod diff;
mod diff_text;
mod error;
mod json;
mod judge;
mod markdown;
mod pairs;
mod row;
mod text;
mod tree;
#[cfg(test)]
mod widening_tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

pub use compare::Caller;
pub use diff::{Effect, GateChange, GateDiff};
pub use error::ReportError;
pub use row::GateRow;
pub use tree::RequirementTree;

use crate::GateEntry;

/// All gates of the program, with what each demands.
///
/// Those that are open to everybody come first. The order, and what [`diff`](Self::diff) makes of
/// two lists, do not depend on line numbers.
///
/// Gates of attributes are in it from the start. Gates made by hand (layers, wrapped handlers) are
/// in it once the program has built the application that they stand in. Handlers of a crate that
/// nothing refers to are not part of the program.
///
/// ```
/// use guard_runtime::{GateReport, allows_public, requires_internal};
///
/// #[requires_internal]
/// async fn settings() -> &'static str {
///     "settings"
/// }
///
/// #[allows_public]
/// async fn catalogue() -> &'static str {
///     "catalogue"
/// }
///
/// let report = GateReport::of_program();
/// println!("{report}");
///
/// let handlers: Vec<_> = report.rows().iter().map(|row| row.handler.as_str()).collect();
/// assert_eq!(handlers, ["catalogue", "settings"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GateReport {
    rows: Vec<GateRow>,
    implies: Implications,
}

/// For each group that a gate names, the groups that its members are in besides.
type Implications = BTreeMap<String, BTreeSet<String>>;

/// All gates of the program: [`GateReport::of_program`].
///
/// ```
/// let json = guard_runtime::report().to_json();
/// assert!(guard_runtime::GateReport::from_json(&json).is_ok());
/// ```
#[must_use]
pub fn report() -> GateReport {
    GateReport::of_program()
}

impl GateReport {
    /// All gates of the program.
    #[must_use]
    pub fn of_program() -> Self {
        crate::gates().into_iter().collect()
    }

    /// One row for each gate.
    #[must_use]
    pub fn rows(&self) -> &[GateRow] {
        &self.rows
    }

    /// The groups that members of this one are in besides, as far as the list knows: of each group
    /// that a gate names.
    pub fn implied_by(&self, group: &str) -> impl Iterator<Item = &str> {
        let implied = self.implies.get(group).into_iter().flatten();
        implied.map(String::as_str)
    }

    /// What has changed from this list to a later one, and what it widened.
    ///
    /// ```
    /// use guard_runtime::{Effect, GateReport};
    ///
    /// let row = |requirement| format!(
    ///     r#"{{"version": 1, "implies": {{}}, "gates": [
    ///         {{"requirement": "{requirement}", "tree": "{requirement}", "routes": ["GET /"],
    ///          "handler": "home", "module": "app", "file": "src/main.rs", "line": 7,
    ///          "place": "attribute"}}
    ///     ]}}"#
    /// );
    /// let before = GateReport::from_json(&row("internal"))?;
    /// let after = GateReport::from_json(&row("user"))?;
    ///
    /// let diff = before.diff(&after);
    /// assert!(diff.widens());
    /// assert_eq!(diff.changes()[0].effect, Effect::Widened);
    /// assert!(after.diff(&before).changes()[0].effect == Effect::Narrowed);
    /// # Ok::<(), guard_runtime::ReportError>(())
    /// ```
    #[must_use]
    pub fn diff(&self, after: &Self) -> GateDiff {
        GateDiff::between(self, after)
    }

    /// Columns aligned with blanks.
    #[must_use]
    pub fn to_text(&self) -> String {
        text::write(self)
    }

    /// A table in Markdown.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::write(self)
    }

    /// JSON with one row on each line, which [`from_json`](Self::from_json) reads back.
    ///
    /// Each requirement stands in it as text and as a tree.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(self)
    }

    /// Reads what [`to_json`](Self::to_json) has written.
    ///
    /// # Errors
    ///
    /// [`ReportError`] says what is wrong, and in which row or at which line and column.
    pub fn from_json(json: &str) -> Result<Self, ReportError> {
        json::read(json)
    }

    fn new(mut rows: Vec<GateRow>, implies: Implications) -> Self {
        rows.sort_by(|one, other| one.sort_key().cmp(&other.sort_key()));
        Self { rows, implies }
    }
}

impl FromIterator<GateEntry> for GateReport {
    fn from_iter<I: IntoIterator<Item = GateEntry>>(entries: I) -> Self {
        let (mut rows, mut implies) = (Vec::new(), Implications::new());
        for entry in entries {
            tree::record_implications(entry.requirement, &mut implies);
            rows.push(GateRow::of(&entry));
        }
        Self::new(rows, implies)
    }
}

/// As [`GateReport::to_text`].
impl fmt::Display for GateReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.to_text())
    }
}
