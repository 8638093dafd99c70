//! Names and permissions that stand twice in one list.

use syn::ext::IdentExt;

use super::Expr;
use crate::diagnostics::{Errors, argument as say};
use crate::names::Sort;

/// A name that stands twice in one list is likely to stand for another. With `is_any`, one of the
/// list suffices.
pub(crate) fn note_repeat(
    parts: &[Expr],
    part: Option<&Expr>,
    is_any: bool,
    sort: Sort,
    errors: &mut Errors,
) {
    match part {
        Some(Expr::Name(name)) => {
            let is_same =
                |part: &Expr| matches!(part, Expr::Name(it) if it.unraw() == name.unraw());
            if parts.iter().any(is_same) {
                errors.push(say::named_twice(name, sort));
            }
        }
        Some(Expr::Permissions(permissions)) => {
            let above = parts.iter().filter_map(|part| match part {
                Expr::Permissions(permissions) => Some(permissions),
                _ => None,
            });
            permissions.note_repeat(&above.collect::<Vec<_>>(), is_any, errors);
        }
        _ => {}
    }
}
