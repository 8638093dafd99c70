//! What a limit leaves: never more than was there.

use proptest::prelude::*;

use super::{named, set, small, some_of, twin};
use crate::Id;
use crate::scope::{PermissionSet, ScopeEntry, ScopeLimit};

fn of(scope: &str) -> &'static ScopeEntry {
    small().scope(scope).expect(scope)
}

proptest! {
    #[test]
    fn a_limit_only_takes_away(
        held in some_of(small), limit in some_of(small), project in some_of(small), other in some_of(small)
    ) {
        let (held, limit, project, other) = (held.0, limit.0, project.0, other.0);
        let (seven, eight) = (Id::from(7), Id::from(8));
        let limited = ScopeLimit::to(limit.clone())
            .in_project("project", 7, project.clone())
            .in_project("team", 7, other.clone());
        // Outside of projects, what is allowed in one does not count.
        prop_assert_eq!(limited.of_global(&held), held.intersection(&limit));
        let here = limit.union(&project);
        prop_assert_eq!(limited.of_project("project", &seven, &held), held.intersection(&here));
        prop_assert_eq!(limited.of_project("project", &eight, &held), held.intersection(&limit));
        prop_assert_eq!(
            limited.of_project("team", &seven, &held),
            held.intersection(&limit.union(&other))
        );
    }

    #[test]
    fn claims_say_the_same_as_permissions(held in some_of(small), limit in some_of(small)) {
        let (held, limit) = (held.0, limit.0);
        let claims = ScopeLimit::to_claims(limit.to_strings());
        let permissions = ScopeLimit::to(limit);
        let seven = Id::from(7);
        prop_assert_eq!(claims.of_global(&held), permissions.of_global(&held));
        prop_assert_eq!(
            claims.of_project("project", &seven, &held),
            permissions.of_project("project", &seven, &held)
        );
        prop_assert_eq!(claims.names(of("project"), &seven), permissions.names(of("project"), &seven));
    }

    #[test]
    fn claims_that_name_no_permission_allow_nothing(
        held in some_of(small), claims in proptest::collection::vec("\\PC{0,30}", 0..5)
    ) {
        let limited = ScopeLimit::to_claims(claims);
        prop_assert!(limited.of_global(&held.0).is_empty());
        prop_assert!(limited.of_project("project", &Id::from(7), &held.0).is_empty());
    }
}

#[test]
fn nothing_is_allowed_by_default() {
    let all = PermissionSet::all(small());
    for limit in [ScopeLimit::default(), ScopeLimit::to_claims(Vec::new())] {
        assert!(limit.of_global(&all).is_empty());
        assert!(limit.of_project("project", &Id::from(7), &all).is_empty());
        assert!(!limit.names(of("project"), &Id::from(7)));
    }
}

#[test]
fn a_project_is_named_by_its_scope_and_its_exact_id() {
    let limit = ScopeLimit::default().in_project("project", 7, PermissionSet::default());
    for (scope, id, expected) in [
        ("project", Id::from(7), true),
        ("project", Id::from("7"), true),
        ("project", Id::from("007"), false),
        ("project", Id::from(8), false),
        ("team", Id::from(7), false),
    ] {
        assert_eq!(limit.names(of(scope), &id), expected, "{scope} {id:?}");
    }
}

#[test]
fn permissions_of_projects_without_a_project_name_every_one() {
    let everywhere = ScopeLimit::to(set(small(), "project.root:GET"));
    assert!(everywhere.names(of("project"), &Id::from(7)));
    assert!(!everywhere.names(of("team"), &Id::from(7)));
    let global = ScopeLimit::to(set(small(), "admin.projects:GET"));
    assert!(!global.names(of("project"), &Id::from(7)));
}

#[test]
fn a_claim_that_is_no_permission_names_no_project() {
    for claim in [
        "project.",
        "project.root",
        "project.root:PATCH",
        "project.root:CREATE",
        "project.gone:GET",
        "project.root:GET ",
        "project",
        ".project",
        "Project.root:GET",
    ] {
        let limit = ScopeLimit::to_claims(vec![claim.to_owned()]);
        assert!(!limit.names(of("project"), &Id::from(7)), "{claim:?}");
    }
    let limit = ScopeLimit::to_claims(vec!["project.root:get".to_owned()]);
    assert!(limit.names(of("project"), &Id::from(7)) && !limit.names(of("team"), &Id::from(7)));
}

#[test]
fn of_another_declaration_nothing_is_left() {
    let limit = ScopeLimit::to(set(twin(), "admin.projects:GET")).in_project(
        "project",
        7,
        set(twin(), "project.root:GET"),
    );
    let held = set(small(), "admin.projects:GET project.root:GET");
    assert!(limit.of_global(&held).is_empty());
    assert!(limit.of_project("project", &Id::from(7), &held).is_empty());
    assert!(
        !limit
            .of_global(&held)
            .contains(named(twin(), "admin.projects:GET"))
    );
}
