//! Gates as a list of ways through them, each of which suffices.

use crate::gate::Requirement;

/// Beyond this nobody reads them, and their number doubles with each further choice.
const MOST: usize = 64;

/// What has to be had for one way through: leaves of gates.
pub(in crate::admin::access) type Way<'a> = Vec<&'a Requirement>;

/// The ways through all of these gates, the shortest first, without those that demand more than another
/// one; `None` if there are too many.
pub(in crate::admin::access) fn through<'a>(gates: &[&'a Requirement]) -> Option<Vec<Way<'a>>> {
    let mut all = vec![Way::new()];
    for gate in gates {
        let more = of(gate)?;
        let pairs = all
            .iter()
            .flat_map(|one| more.iter().map(move |it| (one, it)));
        all = shortest(pairs.map(|(one, other)| joined(one, other)).collect())?;
    }
    Some(all)
}

fn of(gate: &Requirement) -> Option<Vec<Way<'_>>> {
    match gate {
        Requirement::NoAuth | Requirement::Public => Some(vec![Way::new()]),
        Requirement::All(parts) => through(parts),
        Requirement::Any(parts) => {
            let mut any = Vec::new();
            for part in *parts {
                any.extend(of(part)?);
            }
            shortest(any)
        }
        leaf => Some(vec![vec![leaf]]),
    }
}

fn joined<'a>(one: &Way<'a>, other: &Way<'a>) -> Way<'a> {
    let mut both = one.clone();
    both.extend(other.iter().filter(|it| !one.contains(it)));
    both
}

pub(in crate::admin::access) fn shortest(mut ways: Vec<Way<'_>>) -> Option<Vec<Way<'_>>> {
    let text = |way: &Way<'_>| {
        let mut texts = way.iter().map(ToString::to_string).collect::<Vec<_>>();
        texts.sort();
        texts
    };
    ways.sort_by_cached_key(|way| (way.len(), text(way)));
    let mut kept = Vec::<Way<'_>>::new();
    for way in ways {
        let is_less = |less: &Way<'_>| less.iter().all(|it| way.contains(it));
        if !kept.iter().any(is_less) {
            kept.push(way);
        }
    }
    (kept.len() <= MOST).then_some(kept)
}

/// All leaves of a gate.
pub(in crate::admin::access) fn leaves(gate: &Requirement) -> Way<'_> {
    match gate {
        Requirement::All(parts) | Requirement::Any(parts) => {
            parts.iter().flat_map(|part| leaves(part)).collect()
        }
        leaf => vec![leaf],
    }
}
