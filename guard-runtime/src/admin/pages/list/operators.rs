//! How a field can be compared, in words.

use crate::admin::objects::Field;
use crate::admin::{FilterOp, FilterTerm, Input};

/// The values of the form's choice and what stands there: operators that mean something for the field.
pub(super) fn operators(field: &Field, is_chosen: bool) -> Vec<(&'static str, &'static str)> {
    use FilterOp::{AtLeast, AtMost, Contains, Is, IsNot, LessThan, MoreThan, StartsWith};
    let fitting: &[FilterOp] = match field.input {
        _ if is_chosen || !field.choices.is_empty() => &[Is, IsNot],
        Input::Text | Input::LongText => &[Contains, StartsWith, Is, IsNot],
        Input::Integer | Input::Number => &[Is, IsNot, AtLeast, AtMost, MoreThan, LessThan],
        Input::Date | Input::DateTime | Input::Time => {
            &[AtLeast, AtMost, MoreThan, LessThan, Is, IsNot]
        }
        Input::Checkbox => &[Is],
        Input::Choice => &[Is, IsNot],
        Input::Json => &[],
    };
    let operators = fitting
        .iter()
        .map(|op| (op.name(), words(*op, field.input)));
    let mut operators = operators.collect::<Vec<_>>();
    if field.nullable {
        operators.extend([("empty", "is empty"), ("filled", "is not empty")]);
    }
    operators
}

/// An operator of a filter that is in force.
pub(super) fn words(op: FilterOp, input: Input) -> &'static str {
    let is_instant = matches!(input, Input::Date | Input::DateTime | Input::Time);
    match op {
        FilterOp::Is => "is",
        FilterOp::IsNot => "is not",
        FilterOp::AtLeast if is_instant => "from",
        FilterOp::AtMost if is_instant => "until",
        FilterOp::MoreThan if is_instant => "after",
        FilterOp::LessThan if is_instant => "before",
        FilterOp::AtLeast => "at least",
        FilterOp::AtMost => "at most",
        FilterOp::MoreThan => "more than",
        FilterOp::LessThan => "less than",
        FilterOp::Contains => "contains",
        FilterOp::StartsWith => "starts with",
        FilterOp::IsEmpty => "is empty:",
    }
}

/// The value of the operator's choice that a filter in force has.
pub(super) fn how(term: &FilterTerm) -> &'static str {
    match term.op {
        FilterOp::IsEmpty if term.value == "true" => "empty",
        FilterOp::IsEmpty => "filled",
        op => op.name(),
    }
}
