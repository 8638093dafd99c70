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
            Dialect::Sqlite => self.between(column, &datum, after(prefix).as_deref(), wanted),
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

    /// Texts in the order of their bytes: from this one on, up to the next that begins otherwise.
    fn between<M>(&mut self, column: &Column<M>, from: &Datum, to: Option<&str>, wanted: bool) {
        let (lower, joint, upper) = if wanted {
            (Comparison::GreaterOrEqual, " AND ", Comparison::Less)
        } else {
            (Comparison::Less, " OR ", Comparison::GreaterOrEqual)
        };
        self.push("(");
        self.compared(column, lower, from);
        if let Some(to) = to {
            self.push(joint);
            self.compared(column, upper, &Datum::from(to));
        }
        self.push(")");
    }
}

/// The least text that is greater than all that begin with this one, in the order of bytes.
fn after(prefix: &str) -> Option<String> {
    let mut characters = prefix.chars().collect::<Vec<_>>();
    while let Some(last) = characters.pop() {
        // The range leaves out what is no character.
        if let Some(next) = (last..=char::MAX).nth(1) {
            characters.push(next);
            return Some(characters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::after;

    #[test]
    fn the_next_text_follows_all_that_begin_so() {
        for (prefix, next) in [
            ("a", Some("b")),
            ("ab", Some("ac")),
            ("a\u{10ffff}", Some("b")),
            ("\u{10ffff}\u{10ffff}", None),
            ("\u{d7ff}", Some("\u{e000}")),
            ("\u{7f}", Some("\u{80}")),
            ("a\0", Some("a\u{1}")),
        ] {
            assert_eq!(after(prefix).as_deref(), next, "{prefix:?}");
        }
    }
}
