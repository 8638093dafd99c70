//! The matrix as JSON and as a table.

use super::{Matrix, MatrixModel, MatrixRow};
use crate::admin::access::csv::Csv;

const HEADING: [&str; 9] = [
    "model",
    "operation",
    "field",
    "group",
    "allowed",
    "own",
    "by",
    "rule",
    "sql",
];

/// Whom a restriction is for.
const EVERYBODY: &str = "(everybody)";

impl Matrix {
    /// JSON, indented.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and lists of them: there is nothing in it that JSON cannot say.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Comma-separated values (RFC 4180): a line for each grant that counts for a group, or one that says
    /// `no`; a line for each restriction; and one for each group that may read or write a field which not
    /// all may.
    ///
    /// A cell that a spreadsheet could take for a formula begins with `'`, as
    /// [OWASP](https://owasp.org/www-community/attacks/CSV_Injection) asks for.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut csv = Csv::new(&HEADING);
        for model in &self.models {
            for row in &model.rows {
                of_row(model, row, &mut csv);
            }
            of_fields(model, &mut csv);
        }
        csv.into_text()
    }
}

fn of_row(model: &MatrixModel, row: &MatrixRow, csv: &mut Csv) {
    for cell in &row.cells {
        let begin = [model.name, row.op, "", cell.group, cell.allowed.name()];
        if cell.grants.is_empty() {
            csv.line(begin.into_iter().chain(["", "", "", ""]));
        }
        for grant in &cell.grants {
            let own = if grant.via.is_empty() {
                "own"
            } else {
                "inherited"
            };
            let (words, sql) = match &grant.rule {
                Some(rule) => (&*rule.words, &*rule.sql),
                None => ("", ""),
            };
            let by = grant.via.join(" > ");
            csv.line(begin.into_iter().chain([own, &by, words, sql]));
        }
    }
    for rule in &row.restrictions {
        let begin = [model.name, row.op, "", EVERYBODY, "where", "", ""];
        csv.line(begin.into_iter().chain([&*rule.words, &*rule.sql]));
    }
}

fn of_fields(model: &MatrixModel, csv: &mut Csv) {
    for field in &model.fields {
        for holder in &field.groups {
            let own = if holder.via.is_empty() {
                "own"
            } else {
                "inherited"
            };
            let by = holder.via.join(" > ");
            let begin = [model.name, field.access, field.field, holder.group, "yes"];
            csv.line(begin.into_iter().chain([own, &by, "", ""]));
        }
        if field.groups.is_empty() {
            let begin = [model.name, field.access, field.field, EVERYBODY, "no"];
            csv.line(begin.into_iter().chain(["", "", "", ""]));
        }
    }
}
