//! What users and members have through their roles.

use super::{assigned, catalog, member, permission, role};
use crate::User;
use crate::scope::PermissionSet;

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
