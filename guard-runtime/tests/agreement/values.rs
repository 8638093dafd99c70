//! What the reference makes of two values.

use crate::cell::Cell;
use crate::plan::Sign;
use crate::reference::{FALSE, TRUE, Truth, UNKNOWN};

/// A value before it is known what it is compared with.
pub(crate) enum Known<'a> {
    Cell(&'a Cell),
    Id(&'a str),
    Absent,
}

pub(crate) fn compare(left: &Known<'_>, sign: Sign, right: &Known<'_>) -> Truth {
    let order = match (left, right) {
        (Known::Absent, _) | (_, Known::Absent) => None,
        (Known::Id(left), Known::Id(right)) => Some(order_of_texts(left, right)),
        (Known::Cell(left), Known::Cell(right)) => order(left, right),
        (Known::Id(id), Known::Cell(cell)) => order(&as_held(id, cell), cell),
        (Known::Cell(cell), Known::Id(id)) => order(cell, &as_held(id, cell)),
    };
    let Some(order) = order else {
        return UNKNOWN;
    };
    let holds = match sign {
        Sign::Equal => order == 0,
        Sign::NotEqual => order != 0,
        Sign::Less => order < 0,
        Sign::LessOrEqual => order <= 0,
        Sign::Greater => order > 0,
        Sign::GreaterOrEqual => order >= 0,
    };
    if holds { TRUE } else { FALSE }
}

fn order(left: &Cell, right: &Cell) -> Option<i32> {
    match (left, right) {
        (Cell::Truth(left), Cell::Truth(right)) => Some(i32::from(left != right)),
        (Cell::Number(left), Cell::Number(right)) => {
            Some(i32::from(left > right) - i32::from(left < right))
        }
        (Cell::Text(left), Cell::Text(right)) => Some(order_of_texts(left, right)),
        _ => None,
    }
}

/// Texts are equal or not; they have no order here.
fn order_of_texts(left: &str, right: &str) -> i32 {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    let mut differ = left.len() != right.len();
    for position in 0..left.len().min(right.len()) {
        differ |= left[position] != right[position];
    }
    i32::from(differ)
}

/// An id as it would stand in a place like this: a number only if it is written as numbers are.
fn as_held(id: &str, like: &Cell) -> Cell {
    match like {
        Cell::Text(_) => Cell::Text(id.to_owned()),
        Cell::Number(_) => {
            let (sign, digits) = id.strip_prefix('-').map_or((1, id), |digits| (-1, digits));
            let plain = !digits.is_empty()
                && digits.len() < 20
                && digits.bytes().all(|it| it.is_ascii_digit());
            if !plain || (digits.starts_with('0') && id != "0") {
                return Cell::Nothing;
            }
            let number = digits
                .bytes()
                .fold(0, |number, it| number * 10 + i128::from(it - b'0'));
            let number = sign * number;
            let edge = 1_i128 << 63;
            if number < -edge || number >= edge {
                Cell::Nothing
            } else {
                Cell::Number(number)
            }
        }
        Cell::Truth(_) | Cell::Nothing => Cell::Nothing,
    }
}

pub(crate) fn begins(text: &Cell, prefix: &Known<'_>) -> Truth {
    let prefix = match prefix {
        Known::Cell(Cell::Text(prefix)) => prefix.as_str(),
        Known::Id(id) => id,
        _ => return UNKNOWN,
    };
    let Cell::Text(text) = text else {
        return UNKNOWN;
    };
    let mut text = text.bytes();
    for byte in prefix.bytes() {
        if text.next() != Some(byte) {
            return FALSE;
        }
    }
    TRUE
}
