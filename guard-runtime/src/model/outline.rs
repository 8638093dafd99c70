//! A rule as SQL to be read: what the env gives stands in it by its name.

use super::Dialect;
use super::column::Column;
use super::rule::{List, Operand, Rule};
use super::table::Table;

/// The rule as a condition on this table: `"invoice"."salesperson_id" = :uid`.
///
/// It says what the condition that runs says, whose values are bound. How texts are compared byte by byte
/// is left out, and a value that the env does not have is NULL here.
pub(crate) fn of<M>(rule: &Rule<M>, dialect: Dialect, table: &str) -> String {
    let mut outline = Outline {
        dialect,
        of: table,
        text: String::new(),
    };
    outline.rule(rule, true);
    outline.text
}

/// Writes rules.
pub struct Outline<'a> {
    dialect: Dialect,
    /// What columns are qualified with.
    of: &'a str,
    text: String,
}

impl Outline<'_> {
    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Writes the rule, or its negation if it is not `wanted`, so that it can stand beside `AND`.
    pub(crate) fn rule<M>(&mut self, rule: &Rule<M>, wanted: bool) {
        match rule {
            Rule::Always(truth) => self.always(*truth == wanted),
            Rule::Compare(left, comparison, right) => {
                self.operand(*left);
                self.push(comparison.when(wanted).sql());
                self.operand(*right);
            }
            Rule::Contains(list, item) => self.contained(list, *item, wanted),
            Rule::IsNone(item) => {
                self.operand(*item);
                self.push(if wanted { " IS NULL" } else { " IS NOT NULL" });
            }
            Rule::StartsWith(column, prefix) => self.prefix(column, *prefix, wanted),
            Rule::Not(rule) => self.rule(rule, !wanted),
            Rule::All(rules) => self.joined(rules, wanted, wanted),
            Rule::Any(rules) => self.joined(rules, wanted, !wanted),
            Rule::Related(hop) => hop.outline(wanted, self),
        }
    }

    fn always(&mut self, truth: bool) {
        self.push(if truth { "1 = 1" } else { "1 = 0" });
    }

    fn joined<M>(&mut self, rules: &[Rule<M>], wanted: bool, by_and: bool) {
        if rules.is_empty() {
            return self.always(by_and);
        }
        let mut separator = "(";
        for rule in rules {
            self.push(separator);
            self.rule(rule, wanted);
            separator = if by_and { " AND " } else { " OR " };
        }
        self.push(")");
    }

    fn contained<M>(&mut self, list: &List, item: Operand<M>, wanted: bool) {
        let entries = match list {
            List::Env(list) => vec![format!(":{}", list.name)],
            List::Integers(numbers) => numbers.iter().map(ToString::to_string).collect(),
            List::Texts(texts) => texts.iter().map(|it| self.literal(it)).collect(),
        };
        if entries.is_empty() && wanted {
            return self.always(false);
        }
        self.operand(item);
        if entries.is_empty() {
            return self.push(" IS NOT NULL");
        }
        self.push(if wanted { " IN (" } else { " NOT IN (" });
        self.push(&entries.join(", "));
        self.push(")");
    }

    fn prefix<M>(&mut self, column: &Column<M>, prefix: Operand<M>, wanted: bool) {
        let (begin, between) = match self.dialect {
            Dialect::Postgres => ("starts_with(", ", "),
            Dialect::Sqlite => ("substr(", ", 1, length("),
            Dialect::MySql => ("LEFT(", ", CHAR_LENGTH("),
        };
        if !wanted {
            self.push("NOT ");
        }
        self.push(begin);
        self.column(column.name);
        self.push(between);
        self.operand(prefix);
        if self.dialect == Dialect::Postgres {
            return self.push(")");
        }
        self.push(")) = ");
        self.operand(prefix);
    }

    fn operand<M>(&mut self, operand: Operand<M>) {
        match operand {
            Operand::Column(column) => self.column(column.name),
            Operand::Env(value) => {
                self.push(":");
                self.push(value.name);
            }
            Operand::Boolean(truth) => self.push(if truth { "TRUE" } else { "FALSE" }),
            Operand::Integer(number) => self.push(&number.to_string()),
            Operand::Text(text) => {
                let literal = self.literal(text);
                self.push(&literal);
            }
        }
    }

    fn literal(&self, text: &str) -> String {
        let text = text.replace('\'', "''");
        match self.dialect {
            // There a backslash is special in texts.
            Dialect::MySql => format!("'{}'", text.replace('\\', "\\\\")),
            Dialect::Postgres | Dialect::Sqlite => format!("'{text}'"),
        }
    }

    fn quoted(&mut self, name: &str) {
        let quote = match self.dialect {
            Dialect::Postgres | Dialect::Sqlite => "\"",
            Dialect::MySql => "`",
        };
        let name = name.replace(quote, &quote.repeat(2));
        self.text.extend([quote, &name, quote]);
    }

    pub(crate) fn column(&mut self, name: &str) {
        let of = self.of;
        self.column_of(of, name);
    }

    fn column_of(&mut self, of: &str, name: &str) {
        self.quoted(of);
        self.push(".");
        self.quoted(name);
    }

    /// Rows of another table that are joined by these columns, and what is said of them.
    pub(crate) fn related<M, O>(
        &mut self,
        (ours, table, theirs): (&Column<M>, &Table, &Column<O>),
        says: impl FnOnce(&mut Outline<'_>),
    ) {
        const CALLED: &str = "guard_related";
        self.push("EXISTS (SELECT 1 FROM ");
        if let Some(schema) = table.schema {
            self.quoted(schema);
            self.push(".");
        }
        self.quoted(table.name);
        self.push(" AS ");
        self.quoted(CALLED);
        self.push(" WHERE ");
        self.column_of(CALLED, theirs.name);
        self.push(" = ");
        self.column(ours.name);
        self.push(" AND ");
        let mut inner = Outline {
            dialect: self.dialect,
            of: CALLED,
            text: std::mem::take(&mut self.text),
        };
        says(&mut inner);
        self.text = inner.text;
        self.push(")");
    }
}
