//! A requirement as a list of alternatives, each of which suffices: its disjunctive normal form.

use std::collections::BTreeSet;

use crate::gate::Requirement;

/// Beyond this nobody reads them, and their number doubles with each further choice.
const MOST: usize = 32;

/// What one kind of caller has to have; nothing for a caller who need not sign in.
pub(super) type Alternative = BTreeSet<Atom>;

/// What is demanded of one caller.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Atom {
    /// `admin.configuration:GET`, `group:sales`, `internal`.
    pub(super) name: String,
    pub(super) is_permission: bool,
}

/// The alternatives, the shortest first, without those that demand more than another one; `None` if
/// there are too many.
pub(super) fn alternatives(requirement: &Requirement) -> Option<Vec<Alternative>> {
    match requirement {
        Requirement::NoAuth | Requirement::Public => Some(vec![Alternative::new()]),
        Requirement::All(parts) => all(parts.iter().copied()),
        Requirement::Any(parts) => {
            let mut any = Vec::new();
            for part in *parts {
                any.extend(alternatives(part)?);
            }
            shortest(any)
        }
        atom => Some(vec![Alternative::from([Atom {
            name: atom.to_string(),
            is_permission: matches!(atom, Requirement::Permission(_)),
        }])]),
    }
}

/// The alternatives of several gates that all have to let a request pass.
pub(super) fn all<'a>(
    parts: impl IntoIterator<Item = &'a Requirement>,
) -> Option<Vec<Alternative>> {
    let mut all = vec![Alternative::new()];
    for part in parts {
        let more = alternatives(part)?;
        let pairs = all
            .iter()
            .flat_map(|one| more.iter().map(move |other| one.union(other)));
        all = shortest(pairs.map(|atoms| atoms.cloned().collect()).collect())?;
    }
    Some(all)
}

fn shortest(mut alternatives: Vec<Alternative>) -> Option<Vec<Alternative>> {
    alternatives.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
    let mut kept = Vec::<Alternative>::new();
    for alternative in alternatives {
        if !kept.iter().any(|less| less.is_subset(&alternative)) {
            kept.push(alternative);
        }
    }
    (kept.len() <= MOST).then_some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const USER: &Requirement = &Requirement::User;
    const INTERNAL: &Requirement = &Requirement::Internal;
    const SIGNED_IN: &Requirement = &Requirement::SignedIn;
    const PUBLIC: &Requirement = &Requirement::Public;

    fn text(requirement: &Requirement) -> String {
        let Some(alternatives) = alternatives(requirement) else {
            return "too many".to_owned();
        };
        let names = |it: &Alternative| it.iter().map(|atom| atom.name.clone()).collect::<Vec<_>>();
        let texts = alternatives.iter().map(|it| names(it).join("+"));
        texts.collect::<Vec<_>>().join(" | ")
    }

    #[test]
    fn alternatives_are_sorted_and_none_is_superfluous() {
        use Requirement::{All, Any};
        for (requirement, expected) in [
            (USER, "user"),
            (PUBLIC, ""),
            (&All(&[USER, INTERNAL, USER]), "internal+user"),
            (&Any(&[USER, INTERNAL]), "internal | user"),
            (
                &All(&[SIGNED_IN, &Any(&[USER, INTERNAL])]),
                "internal+signed_in | signed_in+user",
            ),
            (&Any(&[USER, &All(&[USER, INTERNAL])]), "user"),
            (&All(&[USER, &Any(&[USER, INTERNAL])]), "user"),
            (&Any(&[PUBLIC, INTERNAL]), ""),
            (&All(&[PUBLIC, INTERNAL]), "internal"),
            (&All(&[]), ""),
        ] {
            assert_eq!(text(requirement), expected, "{requirement}");
        }
        assert_eq!(alternatives(&Any(&[])), Some(Vec::new()));
    }
}
