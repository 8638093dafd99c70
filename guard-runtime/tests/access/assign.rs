//! Who may hand out what to whom.

use std::sync::Arc;

use guard_runtime::admin::access::{AssignmentRefusal as Refusal, AssignmentRules, Vocabulary};
use guard_runtime::{Env, Group as _, RoleDefinition, StoredRole, User};

use crate::world::{catalog, groups, user, vocabulary};

pub(crate) fn rules() -> AssignmentRules {
    AssignmentRules::new(&vocabulary())
}

pub(crate) fn env(groups: &[&str], roles: &[&str]) -> Env {
    Env::of(user(1, groups, roles)).unwrap()
}

pub(crate) fn role(name: &str) -> Arc<RoleDefinition> {
    catalog().get(name).unwrap()
}

pub(crate) fn names(refusal: Result<(), Refusal>) -> String {
    match refusal {
        Ok(()) => "may".to_owned(),
        Err(Refusal::NotHeld(names)) => format!("lacks {}", names.join(" ")),
        Err(Refusal::MoreRights(names)) => format!("more {}", names.join(" ")),
        Err(other) => format!("{other:?}"),
    }
}

#[test]
fn groups_are_handed_out_by_their_members() {
    for (actor, target, group, expected) in [
        ("sales_manager", &["core_internal"][..], "sales_user", "may"),
        ("sales_manager", &["core_internal"], "sales_manager", "may"),
        ("sales_manager", &[], "core_internal", "may"),
        (
            "sales_user",
            &["core_internal"],
            "sales_manager",
            "lacks group:sales_manager",
        ),
        (
            "sales_user",
            &["core_internal"],
            "director",
            "lacks group:director",
        ),
        (
            "sales_user",
            &["accountant"],
            "sales_user",
            "more group:accountant",
        ),
        (
            "sales_user",
            &["sales_manager"],
            "sales_user",
            "more group:sales_manager",
        ),
        ("director", &["sales_manager"], "accountant", "may"),
        // Who works here is more than a customer.
        ("sales_user", &["core_portal"], "core_portal", "may"),
        ("sales_user", &["core_public"], "core_portal", "may"),
        (
            "sales_user",
            &["core_portal"],
            "partner",
            "lacks group:partner",
        ),
        (
            "director",
            &["partner"],
            "core_portal",
            "more group:partner",
        ),
        ("partner", &["core_portal"], "partner", "may"),
        (
            "partner",
            &["core_internal"],
            "partner",
            "more group:core_internal",
        ),
        (
            "core_portal",
            &[],
            "core_internal",
            "lacks group:core_internal",
        ),
    ] {
        let env = env(&[actor], &[]);
        let target = user(2, target, &[]);
        let group = groups::SCHEMA.get(group).unwrap();
        let answer = names(rules().group(&env, &target, group));
        assert_eq!(answer, expected, "{actor} gives {group:?} to {target:?}");
    }
}

#[test]
fn roles_are_handed_out_by_who_has_their_permissions() {
    for (mine, theirs, given, expected) in [
        (&["administrator"][..], &[][..], "keeper", "may"),
        (&["administrator"], &[], "reader", "may"),
        (&["keeper"], &[], "reader", "may"),
        (&["keeper"], &["keeper"], "reader", "may"),
        (&["administrator"], &["keeper"], "keeper", "may"),
        (&["reader"], &[], "keeper", "lacks admin.users:UPDATE"),
        (
            &["keeper"],
            &["administrator"],
            "reader",
            "more admin.projects:GET admin.projects:UPDATE role:administrator",
        ),
        // It has no permissions: a gate names it, and nothing says what it opens.
        (&["administrator"], &[], "bearer", "lacks role:bearer"),
        (&["bearer"], &[], "bearer", "may"),
        (
            &["administrator"],
            &["bearer"],
            "reader",
            "more role:bearer",
        ),
        (&["administrator"], &[], "editor", "WrongKind(\"editor\")"),
    ] {
        let env = env(&["core_internal"], mine);
        let target = user(2, &["core_internal"], theirs);
        let answer = names(rules().role(&env, &target, &role(given)));
        assert_eq!(
            answer, expected,
            "{mine:?} gives {given} to one with {theirs:?}"
        );
    }
}

#[test]
fn a_role_of_people_without_permissions_is_nobody_s_to_give() {
    let catalog = catalog();
    catalog.define(StoredRole::new("empty", [""; 0])).unwrap();
    let vocabulary = Vocabulary::new(&groups::SCHEMA).roles(catalog.clone());
    let rules = AssignmentRules::new(&vocabulary);
    let answer = rules.role(
        &env(&["core_internal"], &["administrator"]),
        &user(2, &[], &[]),
        &catalog.get("empty").unwrap(),
    );
    assert_eq!(names(answer), "lacks role:empty");
}

#[test]
fn never_to_oneself_and_never_in_another_s_place() {
    let director = env(&["director"], &["administrator"]);
    let myself = user(1, &["core_internal"], &[]);
    let other = user(2, &["core_internal"], &[]);
    let group = groups::sales_user::GROUP;
    assert_eq!(
        rules().group(&director, &myself, group),
        Err(Refusal::Oneself)
    );
    assert_eq!(
        rules().role(&director, &myself, &role("reader")),
        Err(Refusal::Oneself)
    );
    assert_eq!(
        rules().view_as(&director, &myself, &[]),
        Err(Refusal::Oneself)
    );
    let viewing = director
        .switch_user(user(3, &["director"], &[]), "to look")
        .unwrap();
    for target in [&myself, &other] {
        assert_eq!(
            rules().group(&viewing, target, group),
            Err(Refusal::ViewingAs)
        );
        assert_eq!(
            rules().view_as(&viewing, target, &[]),
            Err(Refusal::ViewingAs)
        );
    }
    let guest = Env::of(User::guest()).unwrap();
    assert_eq!(
        rules().group(&guest, &other, group),
        Err(Refusal::NotSignedIn)
    );
}
