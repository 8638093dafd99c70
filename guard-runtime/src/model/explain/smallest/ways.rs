//! Ways that take equally many changes.

use super::super::change::{Change, ChangeKind};
use super::draft::{Draft, is_same};
use crate::model::given::Given;

/// More ways than these are not told.
const TOLD: usize = 6;

/// Adds a way; one that differs from another in one value becomes a part of it.
pub(super) fn add(ways: &mut Vec<Vec<Draft>>, way: Vec<Draft>) {
    if !ways
        .iter_mut()
        .any(|it| is_same(it, &way) || merge(it, &way))
    {
        ways.push(way);
    }
}

fn merge(into: &mut [Draft], way: &[Draft]) -> bool {
    if into.len() != way.len() {
        return false;
    }
    let mut pairs = into
        .iter_mut()
        .zip(way)
        .filter(|(one, other)| *one != *other);
    match (pairs.next(), pairs.next()) {
        (Some((one, other)), None) => merge_values(one, other),
        _ => false,
    }
}

fn merge_values(into: &mut Draft, other: &Draft) -> bool {
    match (into, other) {
        (
            Draft::Exactly { cell, values, .. },
            Draft::Exactly {
                cell: same,
                values: more,
                ..
            },
        ) if cell == same => {
            let more = more.iter().filter(|it: &&Given| !values.contains(it));
            let more = more.cloned().collect::<Vec<_>>();
            values.extend(more);
            true
        }
        _ => false,
    }
}

/// Each of these and each of those.
pub(super) fn product(ways: &[Vec<Change>], others: &[Vec<Change>]) -> Vec<Vec<Change>> {
    let pairs = ways
        .iter()
        .flat_map(|way| others.iter().map(move |other| (way, other)));
    let pairs = pairs.take(TOLD * TOLD);
    pairs
        .map(|(way, other)| [way.as_slice(), other].concat())
        .collect()
}

/// What is changed most easily first: the record, what is related, the user.
pub(super) fn ranked(mut ways: Vec<Vec<Change>>) -> Vec<Vec<Change>> {
    let mut known: Vec<Vec<Change>> = Vec::new();
    ways.retain(|way| {
        let is_new = !known.contains(way);
        if is_new {
            known.push(way.clone());
        }
        is_new
    });
    ways.sort_by_key(|way| way.iter().map(rank).sum::<u32>());
    ways.truncate(TOLD);
    ways
}

fn rank(change: &Change) -> u32 {
    match change.kind {
        ChangeKind::Field { .. } => 0,
        ChangeKind::RelatedField { .. }
        | ChangeKind::RelatedRow { .. }
        | ChangeKind::NoRelatedRow { .. } => 1,
        ChangeKind::Env { .. } | ChangeKind::Include { .. } => 2,
        ChangeKind::Join { .. } => 3,
        ChangeKind::Exclude { .. } => 4,
    }
}
