//! A rule as a text for people.

use std::fmt::Write as _;

use super::hop::Relation;
use super::rule::{Comparison, List, Operand, Rule};

/// The rule in words: `salesperson_id is the user's id and status is not "posted"`.
pub(crate) fn of<M>(rule: &Rule<M>) -> String {
    wanted_or_not(rule, true)
}

fn wanted_or_not<M>(rule: &Rule<M>, wanted: bool) -> String {
    let mut text = String::new();
    write(rule, wanted, false, &mut text);
    text
}

/// Writes the rule, or its negation; `inner` ones that join several get parentheses.
fn write<M>(rule: &Rule<M>, wanted: bool, inner: bool, text: &mut String) {
    match rule {
        Rule::Always(truth) => text.push_str(always(*truth == wanted)),
        Rule::Compare(left, comparison, right) => {
            operand(*left, text);
            text.push_str(self::comparison(*comparison, wanted));
            operand(*right, text);
        }
        Rule::Contains(list, item) => {
            operand(*item, text);
            text.push_str(contained(wanted));
            self::list(list, text);
        }
        Rule::IsNone(item) => {
            operand(*item, text);
            text.push_str(empty(wanted));
        }
        Rule::StartsWith(column, prefix) => {
            text.push_str(column.field);
            text.push_str(begins(wanted));
            operand(*prefix, text);
        }
        Rule::Not(rule) => write(rule, !wanted, inner, text),
        Rule::All(rules) => joined(rules, wanted, wanted, inner, text),
        Rule::Any(rules) => joined(rules, wanted, !wanted, inner, text),
        Rule::Related(hop) => text.push_str(&hop.words(wanted)),
    }
}

fn joined<M>(rules: &[Rule<M>], wanted: bool, by_and: bool, inner: bool, text: &mut String) {
    if rules.is_empty() {
        return text.push_str(always(by_and));
    }
    let parentheses = inner && rules.len() > 1;
    if parentheses {
        text.push('(');
    }
    for (position, rule) in rules.iter().enumerate() {
        if position > 0 {
            text.push_str(if by_and { " and " } else { " or " });
        }
        write(rule, wanted, true, text);
    }
    if parentheses {
        text.push(')');
    }
}

fn operand<M>(operand: Operand<M>, text: &mut String) {
    // Writing into a string does not fail.
    let _ = match operand {
        Operand::Column(column) => write!(text, "{}", column.field),
        Operand::Env(value) => write!(text, "{}", value.words()),
        Operand::Boolean(truth) => write!(text, "{truth}"),
        Operand::Integer(number) => write!(text, "{number}"),
        Operand::Text(literal) => write!(text, "{literal:?}"),
    };
}

fn list(list: &List, text: &mut String) {
    let _ = match list {
        List::Env(list) => write!(text, "{}", list.words()),
        List::Integers(numbers) => write!(text, "{numbers:?}"),
        List::Texts(texts) => write!(text, "{texts:?}"),
    };
}

/// What holds of every row, or of none.
pub(crate) fn always(truth: bool) -> &'static str {
    if truth { "always" } else { "never" }
}

/// What is said of related rows, or that it is not so: of the one row there is, the opposite, which is
/// no more known of none.
pub(crate) fn related<M, O>(relation: &Relation<M, O>, wanted: bool) -> String {
    let (begin, rule) = match (relation.any, wanted) {
        (true, true) => ("one of ", of(&relation.rule)),
        (true, false) => ("none of ", of(&relation.rule)),
        (false, wanted) => ("of ", wanted_or_not(&relation.rule, wanted)),
    };
    let name = relation.name;
    // So that nobody takes for a part of it what follows.
    if rule.contains(" and ") || rule.contains(" or ") {
        format!("{begin}{name}: ({rule})")
    } else {
        format!("{begin}{name}: {rule}")
    }
}

/// Between two values, or the opposite.
pub(crate) fn comparison(comparison: Comparison, wanted: bool) -> &'static str {
    match comparison.when(wanted) {
        Comparison::Equal => " is ",
        Comparison::NotEqual => " is not ",
        Comparison::Less => " is less than ",
        Comparison::LessOrEqual => " is at most ",
        Comparison::Greater => " is more than ",
        Comparison::GreaterOrEqual => " is at least ",
    }
}

/// Between a value and a list.
pub(crate) fn contained(wanted: bool) -> &'static str {
    if wanted {
        " is one of "
    } else {
        " is none of "
    }
}

/// Behind a value.
pub(crate) fn empty(wanted: bool) -> &'static str {
    if wanted { " is empty" } else { " is not empty" }
}

/// Between a text and what it begins with.
pub(crate) fn begins(wanted: bool) -> &'static str {
    if wanted {
        " begins with "
    } else {
        " does not begin with "
    }
}
