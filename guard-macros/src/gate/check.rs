//! Gates that repeat or contradict each other.

use super::{Expr, Kind, Request};
use crate::diagnostics::{Errors, combination as say};
use crate::names::EXCLUSIVE;

/// Compares each gate with those above it; the first `checked` were compared before.
pub(crate) fn check_combination(requests: &[Request], checked: usize, errors: &mut Errors) {
    for (position, request) in requests.iter().enumerate().skip(checked) {
        let above = requests.iter().take(position);
        if above.clone().any(|above| above.says_the_same(request)) {
            errors.push(say::gate_twice(request.span, request.kind));
            continue;
        }
        let mut open = false;
        for other in above {
            if request.kind.is_open() || other.kind.is_open() {
                // One contradiction suffices.
                if !open {
                    errors.push(contradiction(request, other));
                }
                open = true;
            } else {
                check_exclusive(request, other, errors);
            }
        }
    }
}

fn contradiction(request: &Request, above: &Request) -> syn::Error {
    let (one, other) = (request.kind, above.kind);
    let (open, closed) = match (one, other) {
        (Kind::NoAuth, _) => (one, other),
        (_, Kind::NoAuth) => (other, one),
        _ if one.is_open() => (one, other),
        _ => (other, one),
    };
    say::contradiction(request.span, open, closed)
}

fn check_exclusive(request: &Request, above: &Request, errors: &mut Errors) {
    let (mine, theirs) = (demanded(request), demanded(above));
    let has = |names: &[String], name: &str| names.iter().any(|it| it == name);
    for (one, other) in EXCLUSIVE {
        if (has(&mine, one) && has(&theirs, other)) || (has(&mine, other) && has(&theirs, one)) {
            errors.push(say::never_both(request.span, one, other));
        }
    }
}

/// The groups that a gate demands in any case.
pub(crate) fn demanded(request: &Request) -> Vec<String> {
    match (request.kind, request.expr()) {
        (Kind::RequiresInternal, _) => vec!["core_internal".to_owned()],
        (Kind::RequiresGroup, Some(Expr::All(parts))) => parts
            .iter()
            .filter_map(|part| match part {
                Expr::Name(name) => Some(name.to_string()),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    }
}
