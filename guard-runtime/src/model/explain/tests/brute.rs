//! What would allow something, found by trying everything.

use std::collections::HashSet;

use super::super::super::{Access, Op};
use super::model::{GROUPS, Owner, Part, State, Thing};
use crate::Id;

/// The least number of changes up to `most` that allow it, in a small world.
pub(super) fn least(
    access: &'static Access<Thing>,
    op: Op,
    state: &State,
    most: usize,
) -> Option<(usize, State)> {
    let mut known = HashSet::from([state.clone()]);
    let mut border = vec![state.clone()];
    for size in 0..=most {
        if let Some(found) = border.iter().find(|it| allows(access, op, it)) {
            return Some((size, found.clone()));
        }
        if size < most {
            let next = border.iter().flat_map(neighbours);
            border = next.filter(|it| known.insert(it.clone())).collect();
        }
    }
    None
}

pub(super) fn allows(access: &'static Access<Thing>, op: Op, state: &State) -> bool {
    let Some(env) = state.env() else {
        return false;
    };
    let decision = access.decide(&env, op);
    decision.allows_with(&state.thing, &state.rows())
}

pub(super) const NUMBERS: [i64; 6] = [1, 2, 3, 0, 4, -1];

fn numbers() -> impl Iterator<Item = Option<i64>> {
    NUMBERS.into_iter().map(Some).chain([None])
}

fn texts() -> impl Iterator<Item = Option<String>> {
    let texts = ["", "a", "b", "ab", "x", "1", "2"].map(str::to_owned);
    texts.into_iter().map(Some).chain([None])
}

fn ids() -> impl Iterator<Item = Id> {
    let others = ["a", "x"].map(Id::from);
    NUMBERS.into_iter().map(Id::from).chain(others)
}

/// All that is one change away.
fn neighbours(state: &State) -> Vec<State> {
    let mut all = Vec::new();
    let mut with = |change: &dyn Fn(&mut State)| {
        let mut changed = state.clone();
        change(&mut changed);
        all.push(changed);
    };
    for number in numbers() {
        with(&|it| it.thing.n = number);
        with(&|it| it.thing.owner_id = number);
        with(&|it| it.level = number);
        if let Some(number) = number {
            with(&|it| it.thing.m = number);
        }
        for row in 0..state.owners.len() {
            with(&|it| it.owners[row].company = number);
        }
        for row in 0..state.parts.len() {
            with(&|it| it.parts[row].qty = number);
            if let Some(number) = number {
                with(&|it| it.parts[row].kind = number);
            }
        }
    }
    for number in [0, 1, 2, 3, 4, 255] {
        with(&|it| it.thing.tiny = number);
    }
    for text in texts() {
        with(&|it| it.thing.s.clone_from(&text));
        with(&|it| it.region.clone_from(&text));
        for row in 0..state.owners.len() {
            with(&|it| it.owners[row].name = text.clone().unwrap_or_default());
        }
    }
    with(&|it| it.thing.flag = !it.thing.flag);
    for group in GROUPS.entries() {
        with(&|it| it.groups.push(group.name));
    }
    with(&|it| it.contact = None);
    for id in ids() {
        with(&|it| it.contact = Some(id.clone()));
        with(&|it| include(&mut it.cids, &id));
        with(&|it| it.cids.retain(|other| *other != id));
        with(&|it| first(&mut it.cids, &id));
    }
    for number in numbers() {
        with(&|it| it.marks.retain(|other| *other != number));
        if number.is_some() {
            with(&|it| include(&mut it.marks, &number));
        }
    }
    rows(state, &mut with);
    all
}

type With<'a> = dyn FnMut(&dyn Fn(&mut State)) + 'a;

/// Rows that are not there, and rows that are there besides.
fn rows(state: &State, with: &mut With<'_>) {
    for row in 0..state.parts.len() {
        with(&|it| {
            it.parts.remove(row);
        });
    }
    for qty in numbers() {
        for kind in NUMBERS {
            let thing_id = state.thing.id;
            let part = Part {
                thing_id,
                qty,
                kind,
            };
            with(&|it| it.parts.push(part.clone()));
        }
    }
    for id in NUMBERS {
        if state.owners.iter().any(|it| it.id == id) {
            continue;
        }
        for company in numbers() {
            for name in ["a", "b"] {
                let name = name.to_owned();
                let owner = Owner { id, company, name };
                with(&|it| it.owners.push(owner.clone()));
            }
        }
    }
}

pub(super) fn include<T: Clone + PartialEq>(list: &mut Vec<T>, entry: &T) {
    if !list.contains(entry) {
        list.push(entry.clone());
    }
}

pub(super) fn first(list: &mut Vec<Id>, entry: &Id) {
    list.retain(|it| it != entry);
    list.insert(0, entry.clone());
}
