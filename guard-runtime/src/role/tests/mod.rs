//! The catalogue of roles: strict to people, lenient to storage, and never more than was said.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod define;
mod give;
mod stored;

use super::{RoleCatalog, RoleMistake, RoleRef, Roles, StoredRole};
use crate::names::{Entry, Names};
use crate::scope::{Permission, ResourceEntry, ScopeEntry, Scopes, Visibility};
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
