//! Endpoints as a table.

use super::RouteRow;
use crate::admin::access::csv::Csv;

impl RouteRow {
    /// Comma-separated values (RFC 4180), a line for each endpoint; nothing in it runs in a spreadsheet.
    #[must_use]
    pub fn to_csv(rows: &[Self]) -> String {
        let mut csv = Csv::new(&[
            "method", "path", "open to", "gate", "handler", "place", "location",
        ]);
        for row in rows {
            let place = row.place.map(|it| it.to_string()).unwrap_or_default();
            csv.line([
                &*row.method,
                &row.path,
                row.open_to.name(),
                &row.gate,
                &row.handler,
                &place,
                &row.location,
            ]);
        }
        csv.into_text()
    }
}
