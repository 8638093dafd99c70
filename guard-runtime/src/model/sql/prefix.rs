//! Texts that begin so.

use super::{Dialect, Writer};
use crate::model::column::Column;
use crate::model::datum::Datum;
use crate::model::rule::Comparison;

impl Writer<'_> {
    /// Whether a text begins so, or whether it does not. No `LIKE`: nothing in a prefix is special,
    /// and upper case is not lower case.
    pub(super) fn prefix<M>(&mut self, column: &Column<M>, prefix: &str, wanted: bool) {
        let datum = Datum::from(prefix);
        if prefix.is_empty() || !self.can_hold(&datum) {
            return self.never(column, wanted != prefix.is_empty());
        }
        match self.dialect {
            Dialect::Postgres => {
                self.push(if wanted {
                    "starts_with("
                } else {
                    "NOT starts_with("
                });
                self.column(column.name);
                self.push(" COLLATE \"C\", ");
                self.value(datum);
                self.push(")");
            }
            Dialect::Sqlite => {
                self.push("(");
                if wanted {
                    self.range(column, prefix);
                }
                self.push("instr(");
                self.column(column.name);
                self.push(", ");
                self.value(datum);
                self.push(if wanted { ") = 1)" } else { ") <> 1)" });
            }
            Dialect::MySql => {
                self.push("LEFT(");
                self.operand(column);
                self.push(", ");
                self.push(&prefix.len().to_string());
                self.push(if wanted { ") = " } else { ") <> " });
                self.value(datum);
            }
        }
    }

    /// Where an index has the texts that begin so.
    fn range<M>(&mut self, column: &Column<M>, prefix: &str) {
        self.compared(column, Comparison::GreaterOrEqual, &Datum::from(prefix));
        self.push(" AND ");
        if let Some(next) = after(prefix) {
            self.compared(column, Comparison::Less, &Datum::from(&*next));
            self.push(" AND ");
        }
    }
}

/// The least text that is greater than all that begin with this one, in the order of bytes; nothing
/// where that depends on whether a database keeps its texts in UTF-8 or in UTF-16.
fn after(prefix: &str) -> Option<String> {
    let mut next = prefix.to_owned();
    let last = next.pop().filter(|it| *it < '\u{ff}')?;
    next.push(char::from_u32(u32::from(last) + 1)?);
    Some(next)
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn the_next_text_follows_all_that_begin_so() {
        for (prefix, next) in [
            ("a", Some("b")),
            ("ab", Some("ac")),
            ("\u{1f980}a", Some("\u{1f980}b")),
            ("\u{7f}", Some("\u{80}")),
            ("a\0", Some("a\u{1}")),
            ("\u{fe}", Some("\u{ff}")),
            ("\u{ff}", None),
            ("a\u{161}", None),
            ("\u{10ffff}", None),
            ("", None),
        ] {
            assert_eq!(after(prefix).as_deref(), next, "{prefix:?}");
        }
    }
}
