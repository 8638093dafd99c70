//! The list as text, in aligned columns.

use std::iter::repeat_n;

use super::{GateReport, GateRow};

/// What both tables show.
pub(super) const COLUMNS: [&str; 5] = ["requirement", "route", "handler", "place", "source"];

pub(super) fn cells(row: &GateRow) -> [String; 5] {
    [
        row.requirement.to_string(),
        row.routes_text(),
        row.full_name(),
        row.place.to_string(),
        row.location(),
    ]
}

pub(super) fn write(report: &GateReport) -> String {
    let mut lines = vec![COLUMNS.map(str::to_owned)];
    lines.extend(report.rows.iter().map(cells));
    let mut widths = [0; 5];
    for line in &lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for line in lines {
        let mut aligned = String::new();
        for (cell, width) in line.iter().zip(widths) {
            aligned.push_str(cell);
            aligned.extend(repeat_n(' ', width + 2 - cell.chars().count()));
        }
        text.push_str(aligned.trim_end());
        text.push('\n');
    }
    text
}
