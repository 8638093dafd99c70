//! Comparisons, so that each database means by them what Rust means.

use super::{Dialect, Writer};
use crate::model::column::Column;
use crate::model::datum::Datum;
use crate::model::kind::ValueKind;
use crate::model::rule::Comparison;

impl Writer<'_> {
    /// A column against a value.
    pub(super) fn compared<M>(
        &mut self,
        column: &Column<M>,
        comparison: Comparison,
        datum: &Datum,
    ) {
        if !self.can_hold(datum) {
            return self.never(column, comparison == Comparison::Equal);
        }
        if let (Datum::Boolean(truth), true) = (datum, self.has_numbers_for_truth()) {
            // Only numbers have an order, as rules see it.
            let wanted = *truth == (comparison == Comparison::Equal);
            self.column(column.name);
            return self.push(if wanted { " <> 0" } else { " = 0" });
        }
        self.by_bytes(column.kind(), comparison == Comparison::Equal, |writer| {
            writer.operand(column);
            writer.push(comparison.sql());
            writer.value(datum.clone());
            writer.collation(column.kind());
        });
    }

    /// A column against another one.
    pub(super) fn columns<M>(
        &mut self,
        left: &Column<M>,
        comparison: Comparison,
        right: &Column<M>,
    ) {
        self.by_bytes(left.kind(), comparison == Comparison::Equal, |writer| {
            writer.operand(left);
            writer.push(comparison.sql());
            writer.operand(right);
            writer.collation(left.kind());
        });
    }

    /// A column of related rows, which are called so, equal to one of ours.
    pub(crate) fn joined_by<O, M>(&mut self, called: &str, theirs: &Column<O>, ours: &Column<M>) {
        self.by_bytes(ours.kind(), true, |writer| {
            writer.within(called, |writer| writer.operand(theirs));
            writer.push(Comparison::Equal.sql());
            writer.operand(ours);
            writer.collation(ours.kind());
        });
    }

    /// Whether a column holds one of the values, or none of them.
    pub(super) fn in_list<M>(
        &mut self,
        column: &Column<M>,
        data: impl Iterator<Item = Datum>,
        wanted: bool,
    ) {
        let data = data
            .filter(|datum| self.can_hold(datum))
            .collect::<Vec<_>>();
        if data.is_empty() {
            return self.never(column, wanted);
        }
        self.by_bytes(column.kind(), wanted, |writer| {
            writer.operand(column);
            writer.collation(column.kind());
            writer.push(if wanted { " IN " } else { " NOT IN " });
            let mut separator = "(";
            for datum in &data {
                writer.push(separator);
                writer.value(datum.clone());
                separator = ", ";
            }
            writer.push(")");
        });
    }

    /// What holds of no row; or, if that is not `wanted`, of each that has a value.
    pub(super) fn never<M>(&mut self, column: &Column<M>, wanted: bool) {
        if wanted {
            self.push("1 = 0");
        } else {
            self.column(column.name);
            self.push(" IS NOT NULL");
        }
    }

    /// A column in a comparison. What `MySQL` takes for equal depends on the collation, for bytes it
    /// does not.
    pub(super) fn operand<M>(&mut self, column: &Column<M>) {
        let (before, after) = match column.kind() {
            ValueKind::Text if self.dialect == Dialect::MySql => ("CAST(", " AS BINARY)"),
            ValueKind::Boolean if self.has_numbers_for_truth() => ("(", " <> 0)"),
            _ => ("", ""),
        };
        self.push(before);
        self.column(column.name);
        self.push(after);
    }

    /// Whether truth is a number, each of which but 0 is read as true: other programs may have stored 2.
    fn has_numbers_for_truth(&self) -> bool {
        matches!(self.dialect, Dialect::Sqlite | Dialect::MySql)
    }

    /// In `PostgreSQL` a collation may take different texts for equal, so that bytes have to decide. What
    /// is equal is compared in both ways then, as an index knows the collation of its column alone.
    fn by_bytes(&mut self, kind: ValueKind, is_equality: bool, write: impl Fn(&mut Writer<'_>)) {
        if self.dialect != Dialect::Postgres || kind != ValueKind::Text {
            return write(self);
        }
        if is_equality {
            self.push("(");
            write(self);
            self.push(" AND ");
        }
        self.by_bytes = true;
        write(self);
        self.by_bytes = false;
        if is_equality {
            self.push(")");
        }
    }

    /// In `SQLite`, too, a column may be declared so that its case or its trailing blanks do not count;
    /// its indexes are by bytes where it is not.
    pub(super) fn collation(&mut self, kind: ValueKind) {
        match self.dialect {
            Dialect::Sqlite if kind == ValueKind::Text => self.push(" COLLATE BINARY"),
            Dialect::Postgres if self.by_bytes => self.push(" COLLATE \"C\""),
            _ => {}
        }
    }

    /// Whether the database can have such a value at all; asked for another, it fails.
    pub(super) fn can_hold(&self, datum: &Datum) -> bool {
        match datum {
            Datum::Text(text) => self.dialect != Dialect::Postgres || !text.contains('\0'),
            _ => true,
        }
    }
}
