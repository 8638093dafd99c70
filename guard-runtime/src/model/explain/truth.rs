//! What a rule says, found by walking it as it was declared.
//!
//! The decision is made of the [`Bound`](crate::model::bound::Bound) form of a rule; this is the
//! second opinion.

use std::cmp::Ordering;

use super::tree::{Items, Leaf, Related, Test, Tree};
use super::world::World;
use crate::model::Kleene;
use crate::model::datum::Datum;
use crate::model::given::Given;
use crate::model::kind::ValueKind;
use crate::model::rule::Comparison;

impl World {
    /// What the rule says; with something open, the most that it may come to say.
    pub(super) fn truth(&self, tree: &Tree) -> Kleene {
        match tree {
            Tree::Leaf(leaf) => self.leaf(leaf),
            Tree::All(trees) => all(trees.iter().map(|it| self.truth(it))),
            Tree::Any(trees) => any(trees.iter().map(|it| self.truth(it))),
            Tree::Related(related) => self.related(related),
        }
    }

    pub(super) fn all_hold(&self, trees: &[&Tree]) -> bool {
        trees.iter().all(|it| self.truth(it).is_true())
    }

    pub(super) fn leaf(&self, leaf: &Leaf) -> Kleene {
        if self.off.contains(&leaf.id) {
            return Kleene::False;
        }
        match self.test(&leaf.test) {
            None => Kleene::True,
            Some(truth) if leaf.wanted => truth,
            Some(truth) => !truth,
        }
    }

    /// Nothing if it may come to hold and may come not to.
    fn test(&self, test: &Test) -> Option<Kleene> {
        match test {
            Test::Always(truth) => Some((*truth).into()),
            Test::Compare(left, comparison, right) => {
                holds(self.value(left), *comparison, self.value(right))
            }
            Test::Contains(items, item) => self.contains(items, self.value(item)),
            Test::IsNone(item) => Some((*self.value(item)? == Given::Absent).into()),
            Test::StartsWith(whole, prefix) => begins(self.value(whole), self.value(prefix)),
        }
    }

    fn contains(&self, items: &Items, item: Option<&Given>) -> Option<Kleene> {
        if item == Some(&Given::Absent) {
            return Some(Kleene::Unknown);
        }
        let entries = match items {
            Items::List(list) => self.entries(*list)?,
            Items::Literals(entries) => entries,
        };
        let Some(item) = item else {
            let mut known = entries.iter().filter(|it| **it != Given::Absent);
            // No item is in an empty list, and nobody can tell of an unknown one.
            return match (known.next(), entries) {
                (None, []) => Some(Kleene::False),
                (None, _) => Some(Kleene::Unknown),
                (Some(_), _) => None,
            };
        };
        let equal = |entry| holds(Some(entry), Comparison::Equal, Some(item));
        Some(any(entries.iter().filter_map(equal)))
    }

    fn related(&self, related: &Related) -> Kleene {
        if related.rows.is_none() {
            return Kleene::Unknown;
        }
        let sure = || {
            related
                .rows_in(self)
                .filter(|it| related.is_surely(it, self))
        };
        if related.is_each() {
            return all(sure().map(|it| self.truth(&it.tree)));
        }
        let mut rows = related.rows_in(self).peekable();
        if !related.many {
            if rows.peek().is_none() {
                return Kleene::Unknown;
            }
            // There is one row of a key: another one is no way out.
            if sure().count() > 1 && sure().any(|it| it.is_new) {
                return Kleene::False;
            }
        }
        any(rows.map(|it| self.truth(&it.tree)))
    }
}

/// Nothing if that is open.
fn holds(left: Option<&Given>, comparison: Comparison, right: Option<&Given>) -> Option<Kleene> {
    match (left, right) {
        (Some(Given::Absent), _) | (_, Some(Given::Absent)) => Some(Kleene::Unknown),
        (Some(left), Some(right)) => Some(match compare(left, right) {
            Some(ordering) => comparison.holds(ordering).into(),
            None => Kleene::Unknown,
        }),
        _ => None,
    }
}

fn begins(whole: Option<&Given>, prefix: Option<&Given>) -> Option<Kleene> {
    match (whole.map(as_text), prefix.map(as_text)) {
        (Some(None), _) | (_, Some(None)) => Some(Kleene::Unknown),
        (Some(Some(whole)), Some(Some(prefix))) => Some(whole.starts_with(&*prefix).into()),
        _ => None,
    }
}

fn all(mut truths: impl Iterator<Item = Kleene>) -> Kleene {
    let all = truths.try_fold(Kleene::True, |all, it| match all.and(it) {
        Kleene::False => Err(Kleene::False),
        truth => Ok(truth),
    });
    all.unwrap_or_else(|truth| truth)
}

fn any(mut truths: impl Iterator<Item = Kleene>) -> Kleene {
    let any = truths.try_fold(Kleene::False, |any, it| match any.or(it) {
        Kleene::True => Err(Kleene::True),
        truth => Ok(truth),
    });
    any.unwrap_or_else(|truth| truth)
}

/// How two values compare; nothing if one is absent, or none of the other's kind.
pub(super) fn compare(left: &Given, right: &Given) -> Option<Ordering> {
    match (left, right) {
        (Given::Id(left), Given::Id(right)) => Some(left.cmp(right)),
        (Given::Value(left), right) => {
            let right = Datum::given(right.clone(), left.kind())?;
            right.compare(left.as_value())
        }
        (left, Given::Value(right)) => {
            let left = Datum::given(left.clone(), right.kind())?;
            right.compare(left.as_value())
        }
        _ => None,
    }
}

fn as_text(value: &Given) -> Option<std::sync::Arc<str>> {
    match Datum::given(value.clone(), ValueKind::Text)? {
        Datum::Text(text) => Some(text),
        _ => None,
    }
}
