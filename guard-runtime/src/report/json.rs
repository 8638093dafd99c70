//! The list as JSON, one row on each line so that version control shows what changed.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{GateReport, GateRow, Implications, ReportError, RequirementTree};
use crate::Place;

const VERSION: u64 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: u64,
    implies: Implications,
    gates: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    requirement: String,
    tree: RequirementTree,
    routes: Vec<String>,
    handler: String,
    module: String,
    file: String,
    line: u32,
    place: Place,
}

pub(super) fn write(report: &GateReport) -> String {
    let implies = report.implies.iter().map(|(group, implied)| {
        let (group, implied) = (one_line(group), one_line(implied));
        format!("    {group}: {implied}")
    });
    let gates = report
        .rows
        .iter()
        .map(|row| format!("    {}", one_line(&Entry::of(row))));
    format!(
        "{{\n  \"version\": {VERSION},\n  \"implies\": {},\n  \"gates\": {}\n}}\n",
        block('{', implies, '}'),
        block('[', gates, ']'),
    )
}

fn block(open: char, lines: impl Iterator<Item = String>, close: char) -> String {
    let lines = lines.collect::<Vec<_>>().join(",\n");
    if lines.is_empty() {
        format!("{open}{close}")
    } else {
        format!("{open}\n{lines}\n  {close}")
    }
}

fn one_line(value: &impl Serialize) -> String {
    // Texts, numbers and lists of them: there is nothing in them that JSON cannot say.
    serde_json::to_string(value).unwrap_or_default()
}

pub(super) fn read(json: &str) -> Result<GateReport, ReportError> {
    let value = serde_json::from_str::<Value>(json).map_err(|error| ReportError::json(&error))?;
    // Asked first: what else a later version holds is not an error of the file.
    if let Some(version) = value.get("version").and_then(Value::as_u64)
        && version != VERSION
    {
        return Err(ReportError::version(version, VERSION));
    }
    // Read again, because only the text knows lines and columns.
    let file = serde_json::from_str::<File>(json).map_err(|error| ReportError::json(&error))?;
    let rows = file.gates.into_iter().zip(1..);
    let rows = rows.map(|(entry, number)| entry.into_row(number));
    Ok(GateReport::new(
        rows.collect::<Result<_, _>>()?,
        file.implies,
    ))
}

impl Entry {
    fn of(row: &GateRow) -> Self {
        let routes = row.routes.iter();
        Self {
            requirement: row.requirement.to_string(),
            tree: row.requirement.clone(),
            routes: routes
                .map(|(method, path)| format!("{method} {path}"))
                .collect(),
            handler: row.handler.clone(),
            module: row.module.clone(),
            file: row.file.clone(),
            line: row.line,
            place: row.place,
        }
    }

    fn into_row(self, number: usize) -> Result<GateRow, ReportError> {
        let tree = self.tree.to_string();
        if self.requirement != tree {
            return Err(ReportError::contradiction(number, &self.requirement, &tree));
        }
        let routes = self.routes.into_iter().map(|route| {
            let parts = route.split_once(' ');
            parts
                .map(|(method, path)| (method.to_owned(), path.to_owned()))
                .ok_or_else(|| ReportError::route(number, &route))
        });
        Ok(GateRow {
            requirement: self.tree,
            routes: routes.collect::<Result<_, _>>()?,
            handler: self.handler,
            module: self.module,
            file: self.file,
            line: self.line,
            place: self.place,
        })
    }
}
