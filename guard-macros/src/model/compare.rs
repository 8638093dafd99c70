//! What may be compared with what.

use proc_macro2::Span;

use super::kind::Kind;
use super::rule::{Comparison, List, Operand, Rule, Value};
use super::translate::Scope;
use crate::diagnostics::Errors;
use crate::diagnostics::model::{compare as say, relation as say_relation};

impl Scope<'_> {
    /// `left == right`, the operator standing `at` a place.
    pub(super) fn compare(
        &self,
        left: Operand,
        comparison: Comparison,
        right: Operand,
        at: Span,
        errors: &mut Errors,
    ) -> Option<Rule> {
        if left.is_literal() && right.is_literal() {
            errors.push(say::two_literals(at));
            return None;
        }
        if !self.is_one_row(&left, &right, errors) {
            return None;
        }
        let via = left.via.or(right.via);
        let (one, other) = (left.shape.kind, right.shape.kind);
        let mixed = one
            .zip(other)
            .filter(|(one, other)| !one.is_comparable(*other));
        if mixed.is_some() {
            errors.push(say::different(&left, &right));
            return None;
        }
        if comparison.is_order()
            && let Some(kind) = [one, other]
                .into_iter()
                .flatten()
                .find(|it| *it != Kind::Integer)
        {
            errors.push(say::no_order(at, comparison, kind));
            return None;
        }
        let sound = self.is_kept_plainly(&left, errors)
            & self.is_kept_plainly(&right, errors)
            & left.is_in_range_of(&right, errors)
            & right.is_in_range_of(&left, errors);
        sound.then(|| Rule::Compare(left, comparison, right).of_row(via))
    }

    /// `list.contains(item)`
    pub(super) fn contains(&self, list: List, item: Operand, errors: &mut Errors) -> Option<Rule> {
        let kinds = list.kind.zip(item.shape.kind);
        if kinds.is_some_and(|(list, item)| !list.is_comparable(item)) {
            errors.push(say::not_in_list(&list, &item));
            return None;
        }
        if list.is_literal() && item.is_literal() {
            errors.push(say::two_literals(item.span));
            return None;
        }
        let via = item.via;
        let sound = self.is_kept_plainly(&item, errors) & list.is_in_range_of(&item, errors);
        sound.then(|| Rule::Contains(list, item).of_row(via))
    }

    /// `text.starts_with(prefix)`
    pub(super) fn starts_with(
        &self,
        text: Operand,
        prefix: Operand,
        errors: &mut Errors,
    ) -> Option<Rule> {
        let is_text = |it: &Operand| it.shape.kind.is_none_or(|kind| kind == Kind::Text);
        if !is_text(&text) {
            errors.push(say::begins_no_text(&text));
            return None;
        }
        if !text.is_column() {
            errors.push(say::begins_no_column(&text));
            return None;
        }
        if prefix.is_column() || !is_text(&prefix) {
            errors.push(say::no_prefix(&prefix));
            return None;
        }
        let via = text.via;
        self.is_kept_plainly(&text, errors)
            .then(|| Rule::StartsWith(text, prefix).of_row(via))
    }

    /// Whether the database compares the column as Rust does; if not, that is noted.
    fn is_kept_plainly(&self, operand: &Operand, errors: &mut Errors) -> bool {
        let (Value::Column(name), None, None) = (&operand.value, operand.via, self.within) else {
            return true;
        };
        let Some((_, column)) = self.model.column(name) else {
            return true;
        };
        let odd = column.notes.oddity(column.shape.kind);
        if let Some(odd) = &odd {
            errors.push(say::kept_oddly(name, odd));
        }
        odd.is_none()
    }

    /// Whether both are about the same row; if not, that is noted.
    fn is_one_row(&self, left: &Operand, right: &Operand, errors: &mut Errors) -> bool {
        let one = left.via == right.via || !left.is_column() || !right.is_column();
        if !one {
            let via = left.via.or(right.via);
            let relation = via.and_then(|it| self.relations.get(it));
            errors.push(say_relation::two_rows(
                right.span,
                relation.map(|it| &it.name),
            ));
        }
        one
    }
}

impl Operand {
    /// Of two that do not go together: a column is what the other was to be compared with, and what
    /// stands on the right was to be compared with what stands on the left.
    pub(crate) fn is_likelier_wrong_than(&self, right: &Self) -> bool {
        right.is_column() && !self.is_column() || right.is_env() && self.is_literal()
    }

    fn is_env(&self) -> bool {
        matches!(self.value, Value::Env(_))
    }

    fn is_literal(&self) -> bool {
        !matches!(self.value, Value::Column(_) | Value::Env(_))
    }

    fn is_column(&self) -> bool {
        matches!(self.value, Value::Column(_))
    }
}
