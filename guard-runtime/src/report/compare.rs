//! Who passes one requirement and not another: tried with everybody.

use std::collections::BTreeSet;
use std::fmt;

use super::judge::Judge;
use super::{Implications, RequirementTree};

/// With more names than this there are too many kinds of users to try them all.
pub(super) const MAX_NAMES: usize = 16;

const BUILT_IN: [&str; 3] = [
    "group:core_internal",
    "group:core_portal",
    "group:core_public",
];

/// Somebody who passes one gate and not another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Caller {
    /// Nobody has signed in.
    Anonymous,
    /// A user with these groups and roles (`group:sales`, `role:editor`) and what they imply.
    Member(Vec<String>),
    /// Nobody looks: credentials may be wrong, the account may be blocked.
    Unseen,
}

/// A requirement, with what its groups imply.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub(super) tree: &'a RequirementTree,
    pub(super) implies: &'a Implications,
}

/// Who passes now and did not, and who did and does not: one example of each.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Shift {
    pub(super) gained: Option<Caller>,
    pub(super) lost: Option<Caller>,
}

/// Compares two requirements; `None` if they name too many groups and roles.
///
/// A user is tried as the set of groups and roles stored for them, so that a change of what a group
/// implies counts as well.
pub(super) fn compare(before: Side<'_>, after: Side<'_>) -> Option<Shift> {
    let names = names(before.tree, after.tree);
    if names.len() > MAX_NAMES {
        return None;
    }
    let one = Judge::new(&names, before, after.implies);
    let other = Judge::new(&names, after, before.implies);
    let mut shift = Shift {
        gained: first_gain(&one, &other),
        lost: first_gain(&other, &one),
    };
    for stored in by_size(names.len()) {
        if shift.gained.is_some() && shift.lost.is_some() {
            break;
        }
        let example = || Some(Caller::Member(chosen(&names, stored)));
        match (one.passes(stored), other.passes(stored)) {
            (false, true) if shift.gained.is_none() => shift.gained = example(),
            (true, false) if shift.lost.is_none() => shift.lost = example(),
            _ => {}
        }
    }
    // Told last: where a user passes as well, that says more.
    if shift.gained.is_none() && !one.unseen && other.unseen {
        shift.gained = Some(Caller::Unseen);
    }
    if shift.lost.is_none() && one.unseen && !other.unseen {
        shift.lost = Some(Caller::Unseen);
    }
    Some(shift)
}

fn first_gain(one: &Judge, other: &Judge) -> Option<Caller> {
    (!one.anonymous && other.anonymous).then_some(Caller::Anonymous)
}

/// All sets of stored names, small ones first, so that examples are short.
fn by_size(names: usize) -> Vec<u32> {
    let mut sets = (0..1_u32 << names).collect::<Vec<_>>();
    sets.sort_by_key(|set| set.count_ones());
    sets
}

fn chosen(names: &[String], stored: u32) -> Vec<String> {
    let chosen = names
        .iter()
        .zip(0..)
        .filter(|(_, bit)| stored >> bit & 1 == 1);
    chosen.map(|(name, _)| name.clone()).collect()
}

/// The built-in groups, then all others in order; each is the bit of its position.
fn names(before: &RequirementTree, after: &RequirementTree) -> Vec<String> {
    let mut named = BTreeSet::new();
    collect(before, &mut named);
    collect(after, &mut named);
    let others = named
        .into_iter()
        .filter(|name| !BUILT_IN.contains(&name.as_str()));
    BUILT_IN
        .map(str::to_owned)
        .into_iter()
        .chain(others)
        .collect()
}

fn collect(tree: &RequirementTree, names: &mut BTreeSet<String>) {
    match tree {
        RequirementTree::Group(_) | RequirementTree::Role(_) | RequirementTree::Permission(_) => {
            names.insert(tree.to_string());
        }
        RequirementTree::All(parts) | RequirementTree::Any(parts) => {
            for part in parts {
                collect(part, names);
            }
        }
        _ => {}
    }
}

/// `a user with group:sales`
impl fmt::Display for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anonymous => f.write_str("everybody who has not signed in"),
            Self::Unseen => f.write_str("requests with wrong credentials, blocked accounts"),
            Self::Member(names) if names.is_empty() => {
                f.write_str("a user without groups and roles")
            }
            Self::Member(names) => write!(f, "a user with {}", names.join(" and ")),
        }
    }
}
