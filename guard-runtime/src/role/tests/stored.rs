//! Roles that were stored, and texts that are none.

use proptest::prelude::*;

use super::{SCOPES, assigned, catalog, member, permissions, role};
use crate::StoredRole;
use crate::role::RoleMistake;
use crate::scope::ParsePermissionError::{Malformed, NotOffered, Unknown};
use crate::scope::{Permission, PermissionSet};

#[test]
fn storage_may_be_older_or_newer_than_the_program() {
    let catalog = catalog();
    let wrong = catalog.load(role(
        "auditor",
        "admin.projects:GET admin.gone:GET team.root:DELETE x",
    ));
    assert_eq!(
        wrong,
        [
            RoleMistake::Permission("admin.gone:GET".to_owned(), Unknown),
            RoleMistake::Permission("team.root:DELETE".to_owned(), NotOffered),
            RoleMistake::Permission("x".to_owned(), Malformed),
        ]
    );
    assert_eq!(assigned(&catalog, &["auditor"]).1, "admin.projects:GET");

    let mixed = catalog.load(role(
        "mixed",
        "admin.projects:GET project.root:GET admin.gone:GET",
    ));
    assert!(matches!(
        mixed.as_slice(),
        [RoleMistake::Permission(..), RoleMistake::Mixed(_)]
    ));
    assert_eq!(permissions(&catalog, "mixed"), "");
    assert_eq!(assigned(&catalog, &["mixed"]), (vec![], String::new()));
    assert_eq!(member(&catalog, "project", &["mixed"]), "");

    // It does not fall back to what is declared, which may be more than anybody meant.
    let other_kind = catalog.load(role("administrator", "project.root:GET"));
    assert!(matches!(other_kind.as_slice(), [RoleMistake::Kind { .. }]));
    assert_eq!(
        assigned(&catalog, &["administrator"]),
        (vec![], String::new())
    );
    assert_eq!(member(&catalog, "project", &["administrator"]), "");
    assert_eq!(catalog.load(role("reader", "project.models:DELETE")), []);
    assert_eq!(
        member(&catalog, "project", &["reader"]),
        "project.models:DELETE"
    );
}

proptest! {
    #[test]
    fn what_is_printed_is_what_was_meant(chosen in proptest::collection::vec(any::<bool>(), 15)) {
        let all = SCOPES.permissions().collect::<Vec<_>>();
        let chosen = all.iter().zip(&chosen).filter(|(_, is_in)| **is_in);
        let chosen = chosen.map(|(it, _)| *it).collect::<PermissionSet>();
        let mut kinds = chosen.iter().map(Permission::param).collect::<Vec<_>>();
        kinds.dedup();
        let (catalog, again) = (catalog(), catalog());
        let defined = catalog.define(StoredRole::new("role", chosen.to_strings()));
        prop_assert_eq!(defined.is_ok(), kinds.len() <= 1);
        if defined.is_ok() {
            let stored = catalog.get("role").unwrap().to_stored();
            prop_assert_eq!(again.load(stored.clone()), vec![]);
            let read = again.get("role").unwrap();
            prop_assert_eq!(read.permissions(), &chosen);
            prop_assert_eq!(read.to_stored(), stored);
        } else {
            let wrong = again.load(StoredRole::new("role", chosen.to_strings()));
            prop_assert_eq!(wrong.len(), 1);
            prop_assert!(again.get("role").unwrap().permissions().is_empty());
        }
    }

    #[test]
    fn no_text_grants_what_it_does_not_name(texts in proptest::collection::vec("\\PC{0,20}", 0..5)) {
        let catalog = catalog();
        let count = texts.len();
        prop_assert_eq!(catalog.load(StoredRole::new("role", texts)).len(), count);
        prop_assert!(catalog.get("role").unwrap().permissions().is_empty());
    }
}
