//! The list as a table in Markdown.

use super::GateReport;
use super::text::{COLUMNS, cells};

pub(super) fn write(report: &GateReport) -> String {
    let mut table = line(COLUMNS.map(str::to_owned));
    table.push_str(&line(COLUMNS.map(|_| "---".to_owned())));
    for row in &report.rows {
        let [requirement, route, handler, place, source] = cells(row);
        let [requirement, route, handler] = [requirement, route, handler].map(|it| code(&it));
        table.push_str(&line([requirement, route, handler, place, source]));
    }
    table
}

fn line(cells: [String; 5]) -> String {
    format!(
        "| {} |\n",
        cells.map(|cell| cell.replace('|', "\\|")).join(" | ")
    )
}

fn code(text: &str) -> String {
    match text {
        "" => String::new(),
        text if text.contains('`') => format!("`` {text} ``"),
        text => format!("`{text}`"),
    }
}
