//! By which groups one group brings another.

use std::collections::{HashMap, VecDeque};

use crate::group::{GroupRef, GroupSet, Groups};

/// The way from one group to another that it implies, the shortest, without the first: empty for the group
/// itself; `None` if it does not imply it.
pub(super) fn way(groups: &Groups, from: &str, to: &str) -> Option<Vec<&'static str>> {
    let by_name = groups.entries().map(|entry| (entry.name, entry));
    let by_name = by_name.collect::<HashMap<_, _>>();
    let (first, _) = by_name.get_key_value(from)?;
    let mut came_from = HashMap::from([(*first, None)]);
    let mut pending = VecDeque::from([*first]);
    while let Some(name) = pending.pop_front() {
        if name == to {
            return Some(walked(&came_from, name));
        }
        let entry = by_name.get(name)?;
        for next in groups.implied_by(entry) {
            // Each is visited once: a circle, which does not compile, would end here too.
            came_from.entry(next).or_insert_with(|| {
                pending.push_back(next);
                Some(name)
            });
        }
    }
    None
}

fn walked(
    came_from: &HashMap<&'static str, Option<&'static str>>,
    last: &'static str,
) -> Vec<&'static str> {
    let mut way = Vec::new();
    let mut here = last;
    while let Some(Some(before)) = came_from.get(here) {
        way.push(here);
        here = before;
    }
    way.reverse();
    way
}

/// Whether the group is in the set; not so if the two are of two declarations.
pub(super) fn holds(set: &GroupSet, group: GroupRef) -> bool {
    set.holds(group).unwrap_or(false)
}

/// Whether a group is of this declaration, or built in.
pub(super) fn is_of(groups: &'static Groups, group: GroupRef) -> bool {
    groups.get(group.name()) == Some(group)
}

#[cfg(test)]
mod tests {
    use super::way;
    use crate::group::{BUILT_IN, Groups};
    use crate::names::Entry;

    const fn group(name: &'static str, implies: &'static [u32]) -> Entry {
        Entry::new(name, "", implies)
    }

    /// `top` implies `left` and `right`, which imply `bottom`; `one` and `other` imply each other, which
    /// no macro lets through.
    static GROUPS: Groups = Groups::new(
        "tests",
        BUILT_IN,
        &[
            group("top", &[5, 4]),
            group("left", &[6]),
            group("right", &[6]),
            group("bottom", &[0]),
            group("one", &[8]),
            group("other", &[7]),
        ],
    );

    #[test]
    fn the_way_is_the_shortest_and_ends() {
        for (from, to, expected) in [
            ("top", "top", Some(vec![])),
            ("top", "left", Some(vec!["left"])),
            ("top", "bottom", Some(vec!["right", "bottom"])),
            (
                "top",
                "core_internal",
                Some(vec!["right", "bottom", "core_internal"]),
            ),
            ("bottom", "top", None),
            ("one", "other", Some(vec!["other"])),
            ("one", "one", Some(vec![])),
            ("one", "bottom", None),
            ("nobody", "bottom", None),
            ("top", "nobody", None),
        ] {
            assert_eq!(way(&GROUPS, from, to), expected, "{from} to {to}");
        }
    }

    #[test]
    fn a_circle_is_a_set_like_any_other() {
        let one = GROUPS.get("one").unwrap().closure();
        assert_eq!(one.names(), ["one", "other"]);
    }
}
