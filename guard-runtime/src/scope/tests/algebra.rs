//! Sets of permissions against sets of their names.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::{large, modelled, named, names_of, set, small, some_of, twin};
use crate::names::Foreign;
use crate::scope::PermissionSet;

proptest! {
    #[test]
    fn operations_are_those_of_sets(one in some_of(large), other in some_of(large)) {
        let ((one, one_names), (other, other_names)) = (one, other);
        prop_assert_eq!(names_of(&one), one_names.clone());
        prop_assert_eq!(one.len(), one_names.len());
        prop_assert_eq!(one.is_empty(), one_names.is_empty());
        prop_assert_eq!(names_of(&one.union(&other)), &one_names | &other_names);
        prop_assert_eq!(names_of(&one.intersection(&other)), &one_names & &other_names);
        prop_assert_eq!(names_of(&one.difference(&other)), &one_names - &other_names);
        prop_assert_eq!(one.is_subset(&other), one_names.is_subset(&other_names));
        prop_assert_eq!(one == other, one_names == other_names);
        for permission in large().permissions() {
            let is_in = one_names.contains(&permission.to_string());
            prop_assert_eq!(one.contains(permission), is_in);
            prop_assert_eq!(one.holds(permission), Ok(is_in));
        }
    }

    #[test]
    fn laws_hold(a in some_of(large), b in some_of(large), c in some_of(large)) {
        let ((a, _), (b, _), (c, _)) = (a, b, c);
        let all = PermissionSet::all(large());
        let none = PermissionSet::default();
        let not = |set: &PermissionSet| all.difference(set);

        prop_assert_eq!(a.union(&a), a.clone());
        prop_assert_eq!(a.intersection(&a), a.clone());
        prop_assert_eq!(a.difference(&a), none.clone());
        prop_assert_eq!(a.union(&b), b.union(&a));
        prop_assert_eq!(a.intersection(&b), b.intersection(&a));
        prop_assert_eq!(a.union(&b).union(&c), a.union(&b.union(&c)));
        prop_assert_eq!(a.intersection(&b).intersection(&c), a.intersection(&b.intersection(&c)));
        prop_assert_eq!(
            a.intersection(&b.union(&c)),
            a.intersection(&b).union(&a.intersection(&c))
        );
        prop_assert_eq!(a.union(&a.intersection(&b)), a.clone());
        prop_assert_eq!(not(&a.union(&b)), not(&a).intersection(&not(&b)));
        prop_assert_eq!(not(&a.intersection(&b)), not(&a).union(&not(&b)));
        prop_assert_eq!(not(&not(&a)), a.clone());
        for (with_none, expected) in [
            (a.union(&none), &a),
            (none.union(&a), &a),
            (a.intersection(&none), &none),
            (none.intersection(&a), &none),
            (a.difference(&none), &a),
            (none.difference(&a), &none),
        ] {
            prop_assert_eq!(&with_none, expected);
        }
        prop_assert!(a.intersection(&b).is_subset(&a) && a.is_subset(&a.union(&b)));
        prop_assert!(none.is_subset(&a) && a.is_subset(&all));
        // What is held of one schema is of projects or not, and never both.
        prop_assert_eq!(a.global().union(&a.of_projects()), a.clone());
        prop_assert!(a.global().intersection(&a.of_projects()).is_empty());
        prop_assert!(a.global().iter().all(|it| it.param().is_none()));
        prop_assert!(a.of_projects().iter().all(|it| it.param().is_some()));
    }

    #[test]
    fn order_is_that_of_the_declaration(chosen in some_of(large)) {
        let declared = large().permissions().filter(|it| chosen.0.contains(*it));
        prop_assert_eq!(chosen.0.iter().collect::<Vec<_>>(), declared.collect::<Vec<_>>());
    }

    #[test]
    fn adding_and_taking_away(start in some_of(large), steps in proptest::collection::vec(
        (any::<bool>(), any::<proptest::sample::Index>()), 0..60
    )) {
        let (mut set, mut names) = start;
        let all = large().permissions().collect::<Vec<_>>();
        for (adds, index) in steps {
            let permission = all[index.index(all.len())];
            if adds {
                set.insert(permission);
                names.insert(permission.to_string());
            } else {
                set.remove(permission);
                names.remove(&permission.to_string());
            }
            prop_assert_eq!(names_of(&set), names.clone());
        }
        prop_assert_eq!(set.schema().is_some(), !names.is_empty());
    }

    #[test]
    fn the_text_reads_back(chosen in some_of(large)) {
        let (chosen, names) = chosen;
        let text = chosen.to_string();
        let (read, wrong) = large().set(text.split(' ').filter(|it| !it.is_empty()));
        prop_assert_eq!(wrong, vec![]);
        prop_assert_eq!(read, chosen.clone());
        let names = names.into_iter().collect::<Vec<_>>();
        prop_assert_eq!(&chosen.to_strings(), &names);
        prop_assert_eq!(serde_json::to_value(&chosen).unwrap(), serde_json::json!(names));
    }

    #[test]
    fn another_schema_gives_nothing(mine in some_of(small), chosen in proptest::collection::vec(
        any::<proptest::sample::Index>(), 1..20
    )) {
        let (mine, names) = mine;
        let (foreign, _) = modelled(twin(), &chosen);
        prop_assert!(mine.intersection(&foreign).is_empty());
        prop_assert!(foreign.intersection(&mine).is_empty());
        prop_assert_eq!(mine.difference(&foreign), mine.clone());
        prop_assert_eq!(mine.is_subset(&foreign), mine.is_empty());
        prop_assert!(!foreign.is_subset(&mine));
        prop_assert_ne!(&mine, &foreign);
        for permission in foreign.iter() {
            prop_assert!(!mine.contains(permission));
            let expected = if mine.is_empty() { Ok(false) } else { Err(Foreign) };
            prop_assert_eq!(mine.holds(permission), expected);
            let mut other = mine.clone();
            other.remove(permission);
            prop_assert_eq!(&other, &mine);
            if !mine.is_empty() {
                prop_assert_eq!(other.with(permission), mine.clone());
            }
        }
        if !mine.is_empty() {
            prop_assert_eq!(names_of(&mine.union(&foreign)), names);
        }
    }
}

#[test]
fn an_empty_set_belongs_to_nobody() {
    let mut emptied = set(small(), "admin.configuration:GET");
    emptied.remove(named(small(), "admin.configuration:GET"));
    let foreign = set(twin(), "admin.configuration:GET");
    assert_eq!(emptied.union(&foreign), foreign);
    assert_eq!(emptied, PermissionSet::default());
    assert_eq!(
        emptied.holds(named(twin(), "admin.configuration:GET")),
        Ok(false)
    );
    assert!(emptied.schema().is_none());
    assert_eq!(emptied.to_string(), "");
}

#[test]
fn text_is_sorted_by_name_and_not_by_declaration() {
    let both = set(
        small(),
        "user.tokens:GET project.log:GET admin.projects:UPDATE admin.projects:CREATE",
    );
    assert_eq!(
        both.to_string(),
        "admin.projects:CREATE admin.projects:UPDATE project.log:GET user.tokens:GET"
    );
    let sorted = both.to_strings().into_iter().collect::<BTreeSet<_>>();
    assert_eq!(sorted, names_of(&both));
}
