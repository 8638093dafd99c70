//! Columns of ours, and of rows related to them.

use super::Writer;
use crate::model::table::Table;

impl Writer<'_> {
    /// Names the table of related rows, and says what its columns are qualified with.
    pub(crate) fn related(&mut self, table: &Table) -> &'static str {
        if let Some(schema) = table.schema {
            self.quoted(schema);
            self.text.push('.');
        }
        self.quoted(table.name);
        self.push(" AS ");
        // Neither its own name, as a model may be related to itself, nor what ours are called.
        let alias = match self.of {
            "guard_related" => "guard_related_too",
            _ => "guard_related",
        };
        self.quoted(alias);
        alias
    }

    /// Writes with columns qualified by this name.
    pub(crate) fn within(&mut self, of: &str, write: impl FnOnce(&mut Writer<'_>)) {
        let mut inner = Writer {
            dialect: self.dialect,
            of,
            before: self.before,
            by_bytes: self.by_bytes,
            text: std::mem::take(&mut self.text),
            values: std::mem::take(&mut self.values),
        };
        write(&mut inner);
        self.text = inner.text;
        self.values = inner.values;
    }
}
