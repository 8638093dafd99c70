//! The whole numbers that a column can hold.

use proc_macro2::Span;

use super::rule::{List, ListValue, Operand, Value};
use crate::diagnostics::Errors;
use crate::diagnostics::model::compare as say;

/// Those of the type of this name; all that rules know if it is another.
pub(super) fn of_name(name: &str) -> (i64, i64) {
    match name {
        "i8" => (i8::MIN.into(), i8::MAX.into()),
        "i16" => (i16::MIN.into(), i16::MAX.into()),
        "i32" => (i32::MIN.into(), i32::MAX.into()),
        "u8" => (0, u8::MAX.into()),
        "u16" => (0, u16::MAX.into()),
        "u32" => (0, u32::MAX.into()),
        _ => (i64::MIN, i64::MAX),
    }
}

impl Operand {
    /// Whether the column may hold the number that this is, if it is one; if not, that is noted.
    pub(super) fn is_in_range_of(&self, column: &Self, errors: &mut Errors) -> bool {
        match self.value {
            Value::Integer(number) => column.may_hold(number, self.span, errors),
            _ => true,
        }
    }

    fn may_hold(&self, number: i64, at: Span, errors: &mut Errors) -> bool {
        let (least, most) = self.shape.range;
        let holds = (least..=most).contains(&number);
        if !holds {
            errors.push(say::out_of_range(at, self, self.shape.range));
        }
        holds
    }
}

impl List {
    /// The same of each entry.
    pub(super) fn is_in_range_of(&self, column: &Operand, errors: &mut Errors) -> bool {
        let ListValue::Integers(numbers) = &self.value else {
            return true;
        };
        let entries = numbers.iter().zip(&self.spans);
        let odd = entries.filter(|(number, at)| !column.may_hold(**number, **at, errors));
        odd.count() == 0
    }

    pub(super) fn is_literal(&self) -> bool {
        matches!(self.value, ListValue::Integers(_) | ListValue::Texts(_))
    }
}
