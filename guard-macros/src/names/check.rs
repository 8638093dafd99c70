//! Mistakes of a declaration: repeats, unknown names, cycles, contradictions.

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;

use super::declaration::Entry;
use super::{EXCLUSIVE, Sort};
use crate::diagnostics::{Errors, declaration as say, unknown_name};

pub(crate) fn check(entries: &[Entry], sort: Sort, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for Entry { name, .. } in entries {
        let text = name.to_string();
        if sort.built_in().contains(&text.as_str()) {
            errors.push(say::built_in(name));
        } else if ["any", "all", "not", "SCHEMA"].contains(&text.as_str()) {
            errors.push(say::reserved(name));
        } else if !seen.insert(text) {
            errors.push(say::declared_twice(name, sort));
        }
    }
    let known = entries
        .iter()
        .map(|entry| entry.name.to_string())
        .chain(sort.built_in().iter().map(|name| (*name).to_owned()))
        .collect::<Vec<_>>();
    let known = known.iter().map(String::as_str).collect::<Vec<_>>();
    let known_set = known.iter().copied().collect::<HashSet<_>>();
    for entry in entries {
        let mut implied = HashSet::new();
        for name in &entry.implies {
            if !known_set.contains(name.to_string().as_str()) {
                errors.push(unknown_name(name, sort, &known));
            } else if !implied.insert(name) {
                errors.push(say::implied_twice(name, &entry.name));
            }
        }
    }
    // What implies what is followed only where every name has one meaning.
    if errors.is_empty() {
        check_implications(entries, errors);
    }
}

/// How far the walk below has come with an entry.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Entered,
    Left,
}

/// Finds cycles, and groups that imply two that exclude each other.
fn check_implications(entries: &[Entry], errors: &mut Errors) {
    let by_name = entries
        .iter()
        .map(|entry| (entry.name.to_string(), entry))
        .collect::<HashMap<_, _>>();
    let mut marks = HashMap::new();
    // Of each group, the built-in ones that it implies.
    let mut core = HashMap::<String, HashSet<&'static str>>::new();
    for entry in entries {
        walk(entry, &by_name, &mut marks, &mut core, errors);
    }
    if !errors.is_empty() {
        return;
    }
    for entry in entries {
        let implied = core.get(&entry.name.to_string());
        let inherited = entry.implies.iter().any(|name| {
            core.get(&name.to_string())
                .is_some_and(|implied| clash(implied).is_some())
        });
        // Reported once, where the two come together.
        if let (Some((one, other)), false) = (implied.and_then(clash), inherited) {
            errors.push(say::exclusive(&entry.name, one, other));
        }
    }
}

fn clash(implied: &HashSet<&'static str>) -> Option<(&'static str, &'static str)> {
    EXCLUSIVE
        .into_iter()
        .find(|(one, other)| implied.contains(one) && implied.contains(other))
}

/// A depth-first walk without recursion: a chain of thousands must not overflow the stack.
fn walk<'a>(
    start: &'a Entry,
    by_name: &HashMap<String, &'a Entry>,
    marks: &mut HashMap<String, Mark>,
    core: &mut HashMap<String, HashSet<&'static str>>,
    errors: &mut Errors,
) {
    if marks.contains_key(&start.name.to_string()) {
        return;
    }
    let mut path: Vec<(&Entry, std::slice::Iter<'_, Ident>)> = vec![(start, start.implies.iter())];
    marks.insert(start.name.to_string(), Mark::Entered);
    while let Some((entry, implied)) = path.last_mut() {
        let from = entry.name.to_string();
        let Some(next) = implied.next() else {
            marks.insert(from.clone(), Mark::Left);
            path.pop();
            if let Some((above, _)) = path.last() {
                let inherited = core.get(&from).cloned().unwrap_or_default();
                core.entry(above.name.to_string())
                    .or_default()
                    .extend(inherited);
            }
            continue;
        };
        let name = next.to_string();
        if let Some(built_in) = super::BUILT_IN.into_iter().find(|core| *core == name) {
            core.entry(from).or_default().insert(built_in);
            continue;
        }
        match marks.get(&name) {
            Some(Mark::Left) => {
                let inherited = core.get(&name).cloned().unwrap_or_default();
                core.entry(from).or_default().extend(inherited);
            }
            Some(Mark::Entered) => {
                let mut way = path
                    .iter()
                    .map(|(entry, _)| entry.name.to_string())
                    .skip_while(|entered| *entered != name)
                    .collect::<Vec<_>>();
                way.push(name);
                errors.push(say::implication_cycle(next, &way));
            }
            None => {
                let Some(entry) = by_name.get(&name).copied() else {
                    continue;
                };
                marks.insert(name, Mark::Entered);
                path.push((entry, entry.implies.iter()));
            }
        }
    }
}
