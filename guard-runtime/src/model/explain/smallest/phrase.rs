//! What a value would have to be.

use super::super::scene::Scene;
use super::super::seen::{Seen, TOLD};
use super::super::tell::{list, term};
use super::super::tree::{Leaf, Term, Test};
use super::super::world::World;
use crate::model::rule::Comparison;

/// Whether the statement holds of single values alone, and not of all but some.
pub(super) fn is_exact(leaf: &Leaf) -> bool {
    match &leaf.test {
        Test::Always(_) | Test::StartsWith(..) => false,
        Test::Compare(left, comparison, right) => {
            left != right && comparison.when(leaf.wanted) == Comparison::Equal
        }
        Test::Contains(..) | Test::IsNone(_) => leaf.wanted,
    }
}

/// Whether the statement is about what another value begins with.
pub(super) fn is_prefix(leaf: &Leaf, cell: usize) -> bool {
    matches!(&leaf.test, Test::StartsWith(_, prefix) if is(prefix, cell))
}

/// What the cell would have to: `be at least 100`.
pub(super) fn of(leaf: &Leaf, cell: usize, scene: &Scene, world: &World) -> String {
    match &leaf.test {
        Test::Always(_) => String::new(),
        // With itself it compares the same whatever it is, as long as it is something.
        Test::Compare(left, _, right) if left == right => "have a value".to_owned(),
        Test::Compare(left, comparison, right) => {
            let comparison = comparison.when(leaf.wanted);
            let (comparison, other) = if is(left, cell) {
                (comparison, right)
            } else {
                (comparison.flipped(), left)
            };
            format!("be {}{}", than(comparison), term(other, scene, world))
        }
        Test::Contains(items, _) if leaf.wanted => format!("be one of {}", list(items, world)),
        Test::Contains(items, _) => format!("be none of {}", list(items, world)),
        Test::IsNone(_) if leaf.wanted => "be empty".to_owned(),
        Test::IsNone(_) => "have a value".to_owned(),
        Test::StartsWith(_, prefix) => {
            let begin = if leaf.wanted {
                "begin with"
            } else {
                "begin otherwise than with"
            };
            format!("{begin} {}", term(prefix, scene, world))
        }
    }
}

fn is(term: &Term, cell: usize) -> bool {
    matches!(term, Term::Cell(it) if *it == cell)
}

fn than(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => "",
        Comparison::NotEqual => "something other than ",
        Comparison::Less => "less than ",
        Comparison::LessOrEqual => "at most ",
        Comparison::Greater => "more than ",
        Comparison::GreaterOrEqual => "at least ",
    }
}

/// `be at least 100 and less than 200`
pub(super) fn joined(phrases: &[String]) -> String {
    let mut text = String::new();
    let mut is_be = false;
    for phrase in phrases {
        text.push_str(if text.is_empty() { "" } else { " and " });
        let rest = phrase.strip_prefix("be ");
        let rest = rest.filter(|_| is_be).unwrap_or(phrase);
        is_be = phrase.starts_with("be ");
        text.push_str(rest);
    }
    text
}

/// `be one of 1, 2 or empty`
pub(super) fn one_of(values: &[Seen]) -> String {
    let is_empty = |it: &&Seen| **it == Seen::Null;
    let count = values.iter().filter(|it| !is_empty(it)).count();
    let told = values.iter().filter(|it| !is_empty(it)).take(TOLD);
    let told = told.map(Seen::to_string).collect::<Vec<_>>().join(", ");
    let begin = if count > 1 { "one of " } else { "" };
    let more = if count > TOLD { " or others" } else { "" };
    let empty = match (values.iter().any(|it| is_empty(&it)), count) {
        (false, _) => "",
        (true, 0) => "empty",
        (true, _) => " or empty",
    };
    format!("be {begin}{told}{more}{empty}")
}
