//! Projects and their members: who sees what, and who may do what there.

use futures::future::join_all;
use guard_runtime::sql::{Added, SqlProjects, SqlRoles, TextError};
use guard_runtime::tokens::StoreError;
use guard_runtime::{
    AuthError, Id, PermissionSet, Project, ProjectDirectory, User, Visibility, groups,
};
use sea_orm::{ConnectionTrait, DatabaseConnection};

use crate::databases::{HOSTILE, Place, in_each_database};
use crate::schema::catalog;
use crate::schema::scopes::SCHEMA;
use Visibility::{Internal, Private};

async fn projects(place: &Place) -> (DatabaseConnection, SqlProjects) {
    let db = place.ready().await;
    (db.clone(), SqlProjects::new(db, catalog()))
}

fn staff(id: impl Into<Id>) -> User {
    User::new(id).in_group(groups::core_internal)
}

fn set<const N: usize>(texts: [&str; N]) -> PermissionSet {
    let (set, wrong) = SCHEMA.set(texts);
    assert_eq!(wrong, []);
    set
}

async fn find(
    projects: &SqlProjects,
    scope: &str,
    project: impl Into<Id>,
    user: impl Into<Id>,
) -> Option<Project> {
    let (project, user) = (project.into(), User::new(user));
    projects.find(scope, &project, &user).get().await.unwrap()
}

async fn is_member(
    projects: &SqlProjects,
    scope: &str,
    project: impl Into<Id>,
    user: impl Into<Id>,
) -> bool {
    let found = find(projects, scope, project, user).await;
    found.is_some_and(|project| project.is_member())
}

/// A project shows what it holds nowhere but there.
fn shown(project: Option<Project>) -> String {
    format!("{:?}", project.unwrap())
}

fn why(error: &StoreError) -> Option<TextError> {
    std::error::Error::source(error)?.downcast_ref().copied()
}

in_each_database! {
    async fn a_project_is_as_its_user_meets_it(place: &Place) {
        let (_, projects) = projects(place).await;
        assert!(find(&projects, "project", 1, 7).await.is_none());
        assert!(projects.create("project", 1, Private).await.unwrap());
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(Project::new(Private))));

        let add = projects.add_member("project", 1, 7, "reader").await;
        assert_eq!(add.unwrap(), Added::New);
        let read = Project::new(Private).member(set(["project.root:GET"]));
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(read.clone())));

        let add = projects.add_member("project", 1, 7, "editor").await;
        assert_eq!(add.unwrap(), Added::New);
        let edit = read.member(set(["project.root:UPDATE"]));
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(edit)));

        assert!(!is_member(&projects, "project", 1, 8).await);
        assert!(projects.create("project", 2, Internal).await.unwrap());
        assert!(!is_member(&projects, "project", 2, 7).await);
        assert_eq!(find(&projects, "project", 2, 7).await.unwrap().visibility(), Internal);
    }

    async fn roles_that_do_not_count_grant_nothing(place: &Place) {
        let (_, projects) = projects(place).await;
        projects.create("project", 1, Private).await.unwrap();
        for role in HOSTILE.into_iter().chain(["Reader", "reader ", "administrator", "fan"]) {
            assert_eq!(projects.add_member("project", 1, 7, role).await.unwrap(), Added::New);
        }
        let nothing = Project::new(Private).member(PermissionSet::default());
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(nothing)));
        projects.add_member("project", 1, 7, "reader").await.unwrap();
        let read = Project::new(Private).member(set(["project.root:GET"]));
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(read)));
    }

    async fn no_id_is_taken_for_another(place: &Place) {
        let (_, projects) = projects(place).await;
        for text in HOSTILE {
            assert!(projects.create("project", text, Private).await.unwrap(), "{text:?}");
            let add = projects.add_member("project", text, text, "reader").await;
            assert_eq!(add.unwrap(), Added::New, "{text:?}");
            assert!(projects.create(&format!("of {text}"), "alpha", Private).await.unwrap());
        }
        for project in HOSTILE {
            for user in HOSTILE {
                let mine = is_member(&projects, "project", project, user).await;
                assert_eq!(mine, project == user, "{user:?} in {project:?}");
            }
            let members = projects.members("project", project).await.unwrap();
            assert_eq!(members.len(), 1);
            assert_eq!(members[0].user, Id::from(project));
            assert!(find(&projects, &format!("of {project}"), "alpha", 1).await.is_some());
            assert!(find(&projects, &format!("of {project}."), "alpha", 1).await.is_none());
        }
        for text in ["ALPHA", "alpha  ", "al%", "*", "0", "Project"] {
            assert!(find(&projects, "project", text, 7).await.is_none(), "{text:?}");
            assert!(find(&projects, text, "alpha", 7).await.is_none(), "{text:?}");
            assert!(!projects.delete("project", text).await.unwrap());
            assert!(!projects.set_visibility("project", text, Internal).await.unwrap());
            assert!(!projects.remove_member("project", "alpha", text).await.unwrap());
            assert!(!projects.remove_role("project", "alpha", "alpha", text).await.unwrap());
        }
        // Each change is of one project and one member.
        assert!(projects.remove_member("project", "%", "%").await.unwrap());
        assert!(projects.set_visibility("project", "Alpha", Internal).await.unwrap());
        assert!(projects.delete("project", "_").await.unwrap());
        for text in HOSTILE {
            let found = find(&projects, "project", text, text).await;
            let is_member = found.as_ref().map(Project::is_member);
            let expected = match text {
                "_" => None,
                "%" => Some(false),
                _ => Some(true),
            };
            assert_eq!(is_member, expected, "{text:?}");
            let is_internal = found.is_some_and(|it| it.visibility() == Internal);
            assert_eq!(is_internal, text == "Alpha", "{text:?}");
        }
    }

    async fn the_same_id_in_another_scope_is_another_project(place: &Place) {
        let (_, projects) = projects(place).await;
        projects.create("project", 1, Private).await.unwrap();
        assert!(find(&projects, "team", 1, 7).await.is_none());
        projects.create("team", 1, Internal).await.unwrap();
        projects.add_member("project", 1, 7, "reader").await.unwrap();
        projects.add_member("team", 1, 8, "fan").await.unwrap();
        assert!(is_member(&projects, "project", 1, 7).await);
        assert!(!is_member(&projects, "team", 1, 7).await);
        assert!(!is_member(&projects, "project", 1, 8).await);
        assert_eq!(find(&projects, "project", 1, 7).await.unwrap().visibility(), Private);
        assert_eq!(projects.list("project", &User::new(8)).await.unwrap(), []);
        assert_eq!(projects.list("team", &User::new(8)).await.unwrap(), [(1.into(), Internal)]);
        assert!(projects.delete("team", 1).await.unwrap());
        assert!(is_member(&projects, "project", 1, 7).await);
    }

    async fn what_cannot_be_stored_is_never_there(place: &Place) {
        let (_, projects) = projects(place).await;
        projects.create("project", "", Private).await.unwrap();
        projects.create("project", "a", Private).await.unwrap();
        projects.add_member("project", "a", "", "reader").await.unwrap();
        let kinds = [("\0".to_owned(), TextError::Nul), ("a\0".to_owned(), TextError::Nul),
            ("ä".repeat(257), TextError::Long), ("a".repeat(10_000_000), TextError::Long)];
        for (wrong, expected) in kinds {
            let id = wrong.as_str();
            assert!(find(&projects, "project", id, 7).await.is_none());
            assert!(find(&projects, id, "a", 7).await.is_none());
            // A user of such an id is in no project, and no reason for an error.
            assert!(!is_member(&projects, "project", "a", id).await);
            assert!(find(&projects, "project", "a", id).await.is_some());
            assert_eq!(projects.list("project", &User::new(id)).await.unwrap(), []);
            assert_eq!(projects.list(id, &staff(7)).await.unwrap(), []);
            assert_eq!(projects.members("project", id).await.unwrap(), []);
            assert!(!projects.delete("project", id).await.unwrap());
            assert!(!projects.set_visibility(id, "a", Internal).await.unwrap());
            assert!(!projects.remove_member("project", "a", id).await.unwrap());
            assert!(!projects.remove_role("project", "a", "", id).await.unwrap());
            let add = projects.add_member("project", id, 7, "reader").await;
            assert_eq!(add.unwrap(), Added::NoProject);
            for error in [
                projects.add_member("project", "a", id, "reader").await.unwrap_err(),
                projects.add_member("project", "a", 7, id).await.unwrap_err(),
                projects.create("project", id, Private).await.unwrap_err(),
                projects.create(id, "a", Private).await.unwrap_err(),
            ] {
                assert_eq!(why(&error), Some(expected));
            }
        }
        assert_eq!(projects.members("project", "a").await.unwrap().len(), 1);
    }

    async fn an_unreadable_visibility_shows_nothing(place: &Place) {
        let (db, projects) = projects(place).await;
        projects.create("project", 1, Internal).await.unwrap();
        projects.add_member("project", 1, 7, "reader").await.unwrap();
        for text in ["", "Internal", "INTERNAL", "internal ", " internal", "public", "Private", "0"] {
            let sql = format!("UPDATE guard_project SET visibility = '{text}'");
            db.execute_unprepared(&sql).await.unwrap();
            for user in [staff(7), staff(8), User::guest()] {
                let found = projects.find("project", &1.into(), &user).get().await;
                assert!(matches!(found, Err(AuthError::Unavailable(_))), "{text:?}");
            }
            assert_eq!(projects.list("project", &staff(8)).await.unwrap(), [], "{text:?}");
            projects.list("project", &staff(7)).await.unwrap_err();
        }
        // One that is put right is there again.
        assert!(projects.set_visibility("project", 1, Private).await.unwrap());
        assert!(is_member(&projects, "project", 1, 7).await);
    }

    async fn visitors_may_what_their_role_may(place: &Place) {
        let (db, projects) = projects(place).await;
        projects.create("project", 1, Internal).await.unwrap();
        projects.create("project", 2, Private).await.unwrap();
        projects.create("team", 1, Internal).await.unwrap();
        let plain = Project::new(Internal);
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(plain.clone())));

        let projects = projects.visitors("project", "reader").visitors("team", "fan");
        let open = plain.clone().visitors(set(["project.root:GET"]));
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(open.clone())));
        let hidden = Project::new(Private);
        assert_eq!(shown(find(&projects, "project", 2, 7).await), shown(Some(hidden)));
        let team = plain.clone().visitors(set(["team.root:GET"]));
        assert_eq!(shown(find(&projects, "team", 1, 7).await), shown(Some(team)));
        projects.add_member("project", 1, 7, "nobody").await.unwrap();
        let member = open.member(PermissionSet::default());
        assert_eq!(shown(find(&projects, "project", 1, 7).await), shown(Some(member)));

        for role in ["fan", "administrator", "nobody", "Reader", ""] {
            let projects = SqlProjects::new(db.clone(), catalog()).visitors("project", role);
            assert_eq!(shown(find(&projects, "project", 1, 8).await), shown(Some(plain.clone())), "{role:?}");
        }
    }

    async fn a_list_shows_what_the_user_may_know_of(place: &Place) {
        let (_, projects) = projects(place).await;
        for (id, visibility) in [("10", Internal), ("9", Private), ("b", Internal), ("a", Private)] {
            projects.create("project", id, visibility).await.unwrap();
        }
        for role in ["reader", "editor", "nobody"] {
            projects.add_member("project", 9, 7, role).await.unwrap();
            projects.add_member("project", "b", 7, role).await.unwrap();
        }
        let list = |user: User| {
            let projects = &projects;
            async move { projects.list("project", &user).await.unwrap() }
        };
        let known = [(9.into(), Private), (10.into(), Internal), ("b".into(), Internal)];
        assert_eq!(list(staff(7)).await, known);
        assert_eq!(list(staff(8)).await, [(10.into(), Internal), ("b".into(), Internal)]);
        assert_eq!(list(User::new(7)).await, [(9.into(), Private), ("b".into(), Internal)]);
        assert_eq!(list(User::guest()).await, []);
    }

    async fn many_who_create_one_project_make_one(place: &Place) {
        let (_, projects) = projects(place).await;
        let created = join_all((0..12).map(|n| {
            let visibility = if n % 2 == 0 { Private } else { Internal };
            projects.create("project", 1, visibility)
        }));
        let created = created.await.into_iter().map(Result::unwrap).collect::<Vec<_>>();
        assert_eq!(created.iter().filter(|it| **it).count(), 1);
        let winner = created.iter().position(|it| *it).unwrap();
        let found = find(&projects, "project", 1, 7).await.unwrap().visibility();
        assert_eq!(found, if winner % 2 == 0 { Private } else { Internal });

        let added = join_all((0..12).map(|_| projects.add_member("project", 1, 7, "reader"))).await;
        let added = added.into_iter().map(Result::unwrap);
        let (new, already) = added.partition::<Vec<_>, _>(|it| *it == Added::New);
        assert_eq!(new.len(), 1);
        assert!(already.iter().all(|it| *it == Added::Already));
    }

    async fn members_come_and_go(place: &Place) {
        let (_, projects) = projects(place).await;
        projects.create("project", 1, Private).await.unwrap();
        for (user, role) in [(10, "reader"), (9, "reader"), (9, "editor")] {
            assert_eq!(projects.add_member("project", 1, user, role).await.unwrap(), Added::New);
        }
        assert_eq!(projects.add_member("project", 1, 9, "editor").await.unwrap(), Added::Already);
        assert_eq!(projects.add_member("project", 2, 9, "editor").await.unwrap(), Added::NoProject);
        let members = projects.members("project", 1).await.unwrap();
        let members = members.iter().map(|it| (it.user.as_i64().unwrap(), it.roles.join(" ")));
        let expected = [(9, "editor reader".to_owned()), (10, "reader".to_owned())];
        assert_eq!(members.collect::<Vec<_>>(), expected);

        assert!(projects.remove_role("project", 1, 9, "reader").await.unwrap());
        assert!(!projects.remove_role("project", 1, 9, "reader").await.unwrap());
        let edit = Project::new(Private).member(set(["project.root:GET", "project.root:UPDATE"]));
        assert_eq!(shown(find(&projects, "project", 1, 9).await), shown(Some(edit)));
        assert!(projects.remove_role("project", 1, 9, "editor").await.unwrap());
        assert!(!is_member(&projects, "project", 1, 9).await);
        assert!(is_member(&projects, "project", 1, 10).await);
        assert!(projects.remove_member("project", 1, 10).await.unwrap());
        assert!(!projects.remove_member("project", 1, 10).await.unwrap());
        assert_eq!(projects.members("project", 1).await.unwrap(), []);
    }

    async fn a_project_that_comes_again_has_no_members(place: &Place) {
        let (_, projects) = projects(place).await;
        for round in 0..20 {
            projects.create("project", 1, Private).await.unwrap();
            projects.add_member("project", 1, 7, "reader").await.unwrap();
            let adds = join_all((100..108).map(|user| projects.add_member("project", 1, user, "reader")));
            let (adds, deleted) = futures::join!(adds, projects.delete("project", 1));
            assert!(deleted.unwrap());
            for add in adds {
                add.unwrap();
            }
            assert!(find(&projects, "project", 1, 7).await.is_none());
            assert!(!projects.delete("project", 1).await.unwrap());
            projects.create("project", 1, Private).await.unwrap();
            assert_eq!(projects.members("project", 1).await.unwrap(), [], "round {round}");
            projects.delete("project", 1).await.unwrap();
        }
    }

    async fn who_is_gone_is_gone_everywhere(place: &Place) {
        let (db, projects) = projects(place).await;
        let roles = SqlRoles::new(db, catalog());
        for scope in ["project", "team"] {
            projects.create(scope, 1, Private).await.unwrap();
            for user in ["alpha", "Alpha", "alpha "] {
                projects.add_member(scope, 1, user, "reader").await.unwrap();
                projects.add_member(scope, 1, user, "editor").await.unwrap();
                roles.assign(user, scope).await.unwrap();
            }
        }
        assert_eq!(roles.forget_user("alpha").await.unwrap(), 6);
        assert_eq!(roles.forget_user("alpha").await.unwrap(), 0);
        assert!(!is_member(&projects, "team", 1, "alpha").await);
        assert!(is_member(&projects, "team", 1, "Alpha").await);
        assert_eq!(roles.of_user("alpha ").await.unwrap(), ["project", "team"]);
        assert_eq!(roles.of_user("alpha").await.unwrap(), [""; 0]);
        assert_eq!(roles.withdraw("editor").await.unwrap(), 4);
        let read = Project::new(Private).member(set(["project.root:GET"]));
        assert_eq!(shown(find(&projects, "project", 1, "Alpha").await), shown(Some(read)));
    }

    async fn a_database_that_is_down_is_unavailable(place: &Place) {
        let (db, projects) = projects(place).await;
        projects.create("project", 1, Internal).await.unwrap();
        db.close_by_ref().await.unwrap();
        let found = projects.find("project", &1.into(), &staff(7)).get().await;
        assert!(matches!(found, Err(AuthError::Unavailable(_))));
        projects.list("project", &staff(7)).await.unwrap_err();
        projects.create("project", 2, Internal).await.unwrap_err();
        projects.add_member("project", 1, 7, "reader").await.unwrap_err();
    }
}
