//! Roles that people define.

use super::{assigned, catalog, mistakes, permissions, role};
use crate::StoredRole;
use crate::role::RoleMistake;
use crate::scope::ParsePermissionError::{Malformed, NotOffered, Unknown};

#[test]
fn people_define_roles_of_known_permissions() {
    let catalog = catalog();
    let auditor = role(
        "auditor",
        "admin.configuration:get admin.projects:GET admin.projects:GET",
    )
    .titled("Auditor")
    .described("Looks and does not touch.");
    catalog.define(auditor).unwrap();
    let auditor = catalog.get("auditor").unwrap();
    assert_eq!(auditor.title(), "Auditor");
    assert_eq!(auditor.role(), None);
    let stored = auditor.to_stored();
    assert_eq!(
        stored.permissions,
        ["admin.configuration:GET", "admin.projects:GET"]
    );
    assert_eq!(stored.description, "Looks and does not touch.");
    assert_eq!(
        assigned(&catalog, &["auditor"]).1,
        "admin.configuration:GET admin.projects:GET"
    );
    // Clones are one catalogue.
    let clone = catalog.clone();
    assert!(clone.remove("auditor") && !clone.remove("auditor"));
    assert!(catalog.get("auditor").is_none());
}

#[test]
fn all_mistakes_at_once_and_nothing_changed() {
    let catalog = catalog();
    let wrong = role(
        "9 lives",
        "admin.configuration:GET admin.configuration:DELETE nothing.here:GET nonsense project.root:GET team.root:GET",
    );
    assert_eq!(
        mistakes(&catalog, wrong),
        [
            RoleMistake::Name("9 lives".to_owned()),
            RoleMistake::Permission("admin.configuration:DELETE".to_owned(), NotOffered),
            RoleMistake::Permission("nothing.here:GET".to_owned(), Unknown),
            RoleMistake::Permission("nonsense".to_owned(), Malformed),
            RoleMistake::Mixed(["global", "project", "team"].map(str::to_owned).to_vec()),
        ]
    );
    assert_eq!(catalog.iter().count(), 4);
    let error = catalog.define(role("x", "nonsense project.root:GET team.root:GET"));
    assert_eq!(
        error.unwrap_err().to_string(),
        "\"nonsense\": expected a permission of the form `scope.resource:VERB`; a role is either \
         global or of one scope of projects; this one is of project, team"
    );
    // What is there stays as it is.
    catalog
        .define(role("auditor", "admin.projects:GET"))
        .unwrap();
    assert_eq!(
        mistakes(&catalog, role("auditor", "admin.nothing:GET")).len(),
        1
    );
    assert_eq!(permissions(&catalog, "auditor"), "admin.projects:GET");
}

#[test]
fn names() {
    let catalog = catalog();
    for name in ["a", "Auditor", "audit_or-2", &"a".repeat(64)] {
        assert_eq!(catalog.define(role(name, "")), Ok(()), "{name}");
    }
    let hostile = [
        "", " ", "_a", "-a", "2a", "a b", "a\n", "a\0", "ä", "a.b", "a:b", "a/b", "<a>",
    ];
    let long = ["a".repeat(65), "a".repeat(1 << 20)];
    for name in hostile
        .iter()
        .copied()
        .chain(long.iter().map(String::as_str))
    {
        let expected = [RoleMistake::Name(name.to_owned())];
        assert_eq!(mistakes(&catalog, role(name, "")), expected);
        assert_eq!(catalog.load(role(name, "admin.projects:GET")), expected);
        assert!(catalog.get(name).is_none());
    }
}

#[test]
fn a_mistake_is_shown_in_part_if_it_is_long() {
    let error = catalog().define(StoredRole::new("x".repeat(1 << 20), ["y".repeat(1 << 20)]));
    let text = error.unwrap_err().to_string();
    assert!(text.len() < 1000, "{}", text.len());
}

#[test]
fn a_declared_role_is_redefined_and_stays_of_its_kind() {
    let catalog = catalog();
    catalog
        .define(role("administrator", "admin.projects:DELETE"))
        .unwrap();
    let (names, granted) = assigned(&catalog, &["administrator"]);
    assert_eq!(
        (names, granted.as_str()),
        (vec!["administrator"], "admin.projects:DELETE")
    );

    let kind = |declared: &str, found: &str| RoleMistake::Kind {
        declared: declared.to_owned(),
        found: found.to_owned(),
    };
    let to_project = role("administrator", "project.root:GET");
    assert_eq!(mistakes(&catalog, to_project), [kind("global", "project")]);
    let to_global = role("reader", "admin.projects:GET");
    assert_eq!(mistakes(&catalog, to_global), [kind("project", "global")]);
    let to_team = role("reader", "team.root:GET");
    assert_eq!(mistakes(&catalog, to_team), [kind("project", "team")]);
    assert_eq!(
        permissions(&catalog, "administrator"),
        "admin.projects:DELETE"
    );

    // One without permissions is still of its kind; one that never had any has none.
    catalog.define(role("reader", "")).unwrap();
    assert_eq!(assigned(&catalog, &["reader"]), (vec![], String::new()));
    catalog.define(role("editor", "team.root:GET")).unwrap();
    catalog
        .define(role("editor", "admin.projects:GET"))
        .unwrap();
    assert_eq!(assigned(&catalog, &["editor"]).0, ["editor"]);

    assert!(catalog.remove("administrator"));
    assert_eq!(
        permissions(&catalog, "administrator"),
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:GET"
    );
}
