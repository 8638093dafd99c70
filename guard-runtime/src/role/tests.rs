//! The catalogue of roles: strict to people, lenient to storage, and never more than was said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use proptest::prelude::*;

use super::{RoleCatalog, RoleMistake, RoleRef, Roles, StoredRole};
use crate::names::{Entry, Names};
use crate::scope::ParsePermissionError::{Malformed, NotOffered, Unknown};
use crate::scope::{Permission, PermissionSet, ResourceEntry, ScopeEntry, Scopes, Visibility};
use crate::{Project, User};

const CRUD: u8 = 15;

static SCOPES: Scopes = Scopes::new(
    "tests",
    &[
        ScopeEntry::new(
            "admin",
            "",
            "",
            None,
            &[],
            &[
                ResourceEntry::new("configuration", "", "", 5, 0),
                ResourceEntry::new("projects", "", "", CRUD, 2),
            ],
        ),
        ScopeEntry::new(
            "project",
            "",
            "",
            Some("project_id"),
            &[("admin", "projects")],
            &[
                ResourceEntry::new("root", "", "", 13, 6),
                ResourceEntry::new("models", "", "", CRUD, 9),
            ],
        ),
        ScopeEntry::new(
            "team",
            "",
            "",
            Some("team_id"),
            &[],
            &[ResourceEntry::new("root", "", "", 5, 13)],
        ),
    ],
);

const fn permission(index: u32) -> Permission {
    Permission::new(&SCOPES, index)
}

static ROLES: Roles = Names::new(
    "tests",
    &[],
    &[
        Entry::new("administrator", "Does everything.", &[]).granting(&[
            permission(0),
            permission(1),
            permission(2),
        ]),
        Entry::new("reader", "Reads projects.", &[]).granting(&[permission(6), permission(9)]),
        Entry::new("editor", "Nothing by default.", &[]),
        Entry::new("muddle", "Of two kinds.", &[]).granting(&[permission(0), permission(6)]),
    ],
);

fn catalog() -> RoleCatalog {
    RoleCatalog::new(&ROLES, &SCOPES)
}

fn role(name: &str, permissions: &str) -> StoredRole {
    StoredRole::new(name, permissions.split_whitespace())
}

fn permissions(catalog: &RoleCatalog, name: &str) -> String {
    catalog.get(name).unwrap().permissions().to_string()
}

fn declared(name: &str) -> RoleRef {
    ROLES.get(name).unwrap()
}

fn mistakes(catalog: &RoleCatalog, role: StoredRole) -> Vec<RoleMistake> {
    let error = catalog.define(role).unwrap_err();
    error.mistakes().to_vec()
}

fn assigned(catalog: &RoleCatalog, names: &[&str]) -> (Vec<&'static str>, String) {
    let user = catalog.assign(User::new(1), names.iter().copied());
    (user.roles().names(), user.permissions().to_string())
}

/// What a member with these roles may do, without what the catalogue has nothing to do with.
fn member(catalog: &RoleCatalog, scope: &str, names: &[&str]) -> String {
    let project = Project::new(Visibility::Private);
    let project = catalog.member(project, scope, names.iter().copied());
    assert!(project.is_member());
    let entry = SCOPES.scope(scope).unwrap();
    project.own(&User::new(1), entry).to_string()
}

#[test]
fn begins_with_what_is_declared() {
    let catalog = catalog();
    let names = catalog.iter().map(|it| it.name().to_owned());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["administrator", "editor", "muddle", "reader"]
    );
    assert_eq!(
        permissions(&catalog, "administrator"),
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:GET"
    );
    let reader = catalog.get("reader").unwrap();
    assert_eq!(reader.title(), "reader");
    assert_eq!(reader.description(), "Reads projects.");
    assert_eq!(reader.project_scope().unwrap().name, "project");
    assert_eq!(reader.role(), Some(declared("reader")));
    assert!(catalog.get("gardener").is_none() && catalog.get("Reader").is_none());
}

#[test]
fn a_declared_role_of_two_kinds_grants_nothing() {
    let catalog = catalog();
    assert_eq!(permissions(&catalog, "muddle"), "");
    assert_eq!(assigned(&catalog, &["muddle"]), (vec![], String::new()));
    assert_eq!(member(&catalog, "project", &["muddle"]), "");
    // That can be mended at run time.
    catalog.define(role("muddle", "project.root:GET")).unwrap();
    assert_eq!(member(&catalog, "project", &["muddle"]), "project.root:GET");
}

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

#[test]
fn users_have_the_union_of_their_global_roles() {
    let catalog = catalog();
    catalog
        .define(role("deleter", "admin.projects:DELETE admin.projects:GET"))
        .unwrap();
    let (names, granted) = assigned(&catalog, &["editor", "deleter", "administrator", "editor"]);
    assert_eq!(names, ["administrator", "editor"]);
    assert_eq!(
        granted,
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:DELETE admin.projects:GET"
    );
    // Roles of projects, unknown names and other spellings are no roles of users.
    for name in ["reader", "gardener", "Editor", "", "administrator "] {
        assert_eq!(
            assigned(&catalog, &[name]),
            (vec![], String::new()),
            "{name:?}"
        );
    }
    // The roles replace those before; what was granted besides stays.
    let user = catalog.assign(User::new(1), ["administrator"]);
    let besides = PermissionSet::of(permission(3));
    let user = catalog.assign(user.with_permissions(&besides), ["editor"]);
    assert_eq!(user.permissions(), besides);
    assert_eq!(user.roles().names(), ["editor"]);
}

#[test]
fn members_have_the_union_of_their_roles_of_that_scope() {
    let catalog = catalog();
    catalog
        .define(role("modeller", "project.models:UPDATE"))
        .unwrap();
    catalog.define(role("captain", "team.root:UPDATE")).unwrap();
    let all = [
        "reader",
        "modeller",
        "captain",
        "administrator",
        "gardener",
        "editor",
    ];
    assert_eq!(
        member(&catalog, "project", &all),
        "project.models:GET project.models:UPDATE project.root:GET"
    );
    assert_eq!(member(&catalog, "team", &all), "team.root:UPDATE");
    assert_eq!(member(&catalog, "project", &[]), "");
}

#[test]
fn can_be_shared_and_shown() {
    fn is_shared<T: Clone + Send + Sync + 'static>(_: &T) {}
    let catalog = catalog();
    is_shared(&catalog);
    let text = format!("{catalog:?}");
    assert!(
        text.starts_with("{\"administrator\": {admin.configuration:GET, "),
        "{text}"
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
