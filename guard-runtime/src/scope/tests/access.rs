//! What an env may do in one project, asked of [`ProjectScope`] itself.

use std::sync::Arc;

use super::{named, set, small, twin};
use crate::authn::Identity;
use crate::names::Foreign;
use crate::scope::{PermissionSet, Project, ProjectScope, ScopeLimit, Visibility};
use crate::{Env, Id, User, groups};

fn internal() -> User {
    User::new(1).in_group(groups::core_internal)
}

fn env(user: User, limit: Option<ScopeLimit>) -> Env {
    let mut identity = Identity::of(user.id().clone());
    identity.limit = limit.map(Arc::new);
    Env::checked(user, true, Some(Arc::new(identity))).unwrap()
}

fn resolve(env: &Env, project: Option<&Project>) -> ProjectScope {
    let scope = small().scope("project").unwrap();
    ProjectScope::resolve(env, scope, &Id::from(7), project)
}

fn private() -> Project {
    Project::new(Visibility::Private)
}

#[test]
fn listing_and_asking_agree() {
    let users = [
        User::new(1),
        internal(),
        internal().with_permissions(&set(small(), "admin.projects:GET admin.projects:DELETE")),
        User::new(1).with_permissions(&set(small(), "admin.projects:CREATE user.tokens:GET")),
    ];
    let member = set(
        small(),
        "project.root:GET project.models:UPDATE team.root:GET admin.projects:GET",
    );
    let visitors = set(small(), "project.log:GET team.root:UPDATE");
    let open = Project::new(Visibility::Internal).visitors(visitors);
    let projects = [
        private(),
        open.clone(),
        private().member(member.clone()),
        open.member(member),
    ];
    let limits = [
        None,
        Some(ScopeLimit::default()),
        Some(ScopeLimit::to(set(small(), "admin.projects:GET"))),
        Some(ScopeLimit::to(set(small(), "team.root:GET"))),
        Some(ScopeLimit::default().in_project("project", 7, PermissionSet::all(small()))),
        Some(ScopeLimit::default().in_project("project", 8, PermissionSet::all(small()))),
    ];
    for user in users {
        for project in &projects {
            for limit in &limits {
                let env = env(user.clone(), limit.clone());
                let scope = resolve(&env, Some(project));
                let asked = small().permissions().filter(|it| scope.contains(*it));
                let context = format!("{user:?} {project:?} {limit:?}");
                assert_eq!(
                    asked.collect::<PermissionSet>(),
                    scope.permissions(),
                    "{context}"
                );
                let mut listed = scope.permissions().to_strings().into_iter();
                assert!(listed.all(|it| it.starts_with("project.")), "{context}");
                if !scope.permissions().is_empty() {
                    assert!(scope.is_visible(), "{context}");
                }
            }
        }
    }
}

#[test]
fn permissions_of_other_scopes_make_no_project_visible() {
    let project = private().member(set(small(), "team.root:GET"));
    let limit = ScopeLimit::to(set(small(), "team.root:GET"));
    let scope = resolve(&env(User::new(1), Some(limit)), Some(&project));
    assert!(!scope.is_visible() && scope.permissions().is_empty());
}

#[test]
fn a_missing_project_is_hidden_also_from_administrators() {
    let admin = internal().with_permissions(&PermissionSet::all(small()).global());
    let scope = resolve(&env(admin, None), None);
    assert!(!scope.is_visible() && scope.permissions().is_empty());
    assert_eq!(scope.holds(named(small(), "project.root:GET")), Ok(false));
}

#[test]
fn another_declaration_is_no_answer() {
    let mine = set(small(), "admin.projects:GET");
    let foreign = private().member(set(twin(), "project.root:GET"));
    let scope = resolve(&env(internal(), None), Some(&foreign));
    let asked = named(small(), "project.root:GET");
    assert_eq!(scope.holds(asked), Err(Foreign));
    assert!(!scope.contains(asked));
    // Neither is one that the global permissions would answer with yes.
    let scope = resolve(
        &env(internal().with_permissions(&mine), None),
        Some(&foreign),
    );
    assert_eq!(scope.holds(asked), Err(Foreign));
    assert_eq!(scope.holds(named(twin(), "project.root:GET")), Ok(false));
}

#[test]
fn another_declaration_makes_no_project_visible() {
    let foreign = internal().with_permissions(&set(twin(), "admin.projects:GET"));
    let scope = resolve(&env(foreign.clone(), None), Some(&private()));
    assert!(!scope.is_visible() && scope.permissions().is_empty());
    // What is never held is not listed either.
    for member in [
        set(small(), "project.root:GET"),
        set(twin(), "project.root:GET"),
    ] {
        for user in [foreign.clone(), internal()] {
            let project = private().member(member.clone());
            let scope = resolve(&env(user, None), Some(&project));
            let listed = scope.permissions();
            assert!(scope.is_visible());
            assert!(listed.iter().all(|it| scope.contains(it)), "{listed:?}");
        }
    }
}
