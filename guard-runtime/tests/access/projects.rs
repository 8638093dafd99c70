//! All projects of a database, as pages about access list them.

use guard_runtime::admin::access::{AccountsError, ListedProject, ProjectMembers};
use guard_runtime::sql::SqlProjects;
use guard_runtime::{Id, User, Visibility, groups};
use sea_orm::ConnectionTrait;

use crate::databases::{HOSTILE, Place, in_each_database};
use crate::world::{catalog, user};
use Visibility::{Internal, Private};

async fn listed(
    all: &dyn ProjectMembers,
    search: &str,
    limit: u64,
    offset: u64,
) -> Vec<ListedProject> {
    all.list(search, limit, offset).get().await.unwrap().items
}

async fn total(all: &dyn ProjectMembers, search: &str) -> u64 {
    all.list(search, 1, 0).get().await.unwrap().total
}

async fn of(all: &dyn ProjectMembers, user: &User) -> Vec<String> {
    let theirs = all.of_user(user).get().await.unwrap();
    let mut theirs = theirs
        .iter()
        .map(|(scope, id)| format!("{scope}/{id}"))
        .collect::<Vec<_>>();
    theirs.sort();
    theirs
}

in_each_database! {
    async fn all_are_listed_each_once(place: &Place) {
        let projects = SqlProjects::new(place.ready().await, catalog());
        for (at, text) in HOSTILE.into_iter().enumerate() {
            let visibility = if at % 2 == 0 { Private } else { Internal };
            projects.create("project", text, visibility).await.unwrap();
        }
        projects.create("team", "alpha", Internal).await.unwrap();
        let mut all = Vec::new();
        for page in 0..6 {
            all.extend(listed(&projects, "", 5, page * 5).await);
        }
        assert_eq!(all.len(), 25);
        for (at, text) in HOSTILE.into_iter().enumerate() {
            let visibility = if at % 2 == 0 { Private } else { Internal };
            let found = all.iter().filter(|it| it.scope == "project" && it.id == Id::from(text));
            assert_eq!(found.map(|it| it.visibility).collect::<Vec<_>>(), [visibility], "{text:?}");
        }
        assert_eq!(all.iter().filter(|it| it.scope == "team").count(), 1);
        assert_eq!(listed(&projects, "", 5, 25).await, []);
        assert_eq!(listed(&projects, "", u64::MAX, 0).await.len(), 25);
        assert_eq!(listed(&projects, "", 5, u64::MAX).await, []);
    }

    async fn a_search_takes_no_character_for_another(place: &Place) {
        let projects = SqlProjects::new(place.ready().await, catalog());
        for text in ["100%", "1000", "a_b", "axb", "c\\d", "c/d", "'", "e"] {
            projects.create("project", text, Private).await.unwrap();
        }
        projects.create("te'am", "z", Private).await.unwrap();
        for (search, found) in [
            ("", 9), ("%", 1), ("_", 1), ("\\", 1), ("00", 2), ("project", 8), ("'", 2),
            ("' OR 1=1 --", 0), ("\0", 0), ("a\0", 0), ("nobody", 0),
        ] {
            assert_eq!(total(&projects, search).await, found, "{search:?}");
            assert_eq!(listed(&projects, search, 50, 0).await.len() as u64, found, "{search:?}");
        }
    }

    async fn a_user_has_what_they_can_see(place: &Place) {
        let db = place.ready().await;
        let projects = SqlProjects::new(db.clone(), catalog());
        for (scope, id, visibility) in [
            ("project", "1", Private), ("project", "2", Internal), ("project", "3", Private),
            ("team", "1", Private), ("team", "2", Internal),
        ] {
            projects.create(scope, id, visibility).await.unwrap();
        }
        projects.add_member("project", 1, 7, "editor").await.unwrap();
        projects.add_member("project", 1, 7, "reader").await.unwrap();
        projects.add_member("team", 1, 7, "nobody").await.unwrap();
        projects.add_member("team", 2, 9, "editor").await.unwrap();
        // The same id in another scope is another project, and `07` another user.
        assert_eq!(of(&projects, &User::new(7)).await, ["project/1", "team/1"]);
        assert_eq!(of(&projects, &User::new("07")).await, [""; 0]);
        assert_eq!(of(&projects, &User::new(9)).await, ["team/2"]);
        assert_eq!(of(&projects, &User::guest()).await, [""; 0]);
        let staff = User::new(7).in_group(groups::core_internal);
        assert_eq!(of(&projects, &staff).await, ["project/1", "project/2", "team/1", "team/2"]);
        // What is global and inherited opens private ones too, of that scope alone.
        let administrator = user(5, &["core_portal"], &["administrator"]);
        assert_eq!(of(&projects, &administrator).await, ["project/1", "project/2", "project/3"]);
        let keeper = user(5, &["core_portal"], &["keeper"]);
        assert_eq!(of(&projects, &keeper).await, [""; 0]);
        for wrong in ["\0".to_owned(), "a".repeat(600)] {
            assert_eq!(of(&projects, &User::new(&*wrong)).await, [""; 0]);
        }
        // One whose visibility nobody can read is still theirs who are in it.
        db.execute_unprepared("UPDATE guard_project SET visibility = 'public'").await.unwrap();
        assert_eq!(of(&projects, &staff).await, ["project/1", "team/1"]);
        let all: &dyn ProjectMembers = &projects;
        assert!(all.list("", 5, 0).get().await.is_err());
    }

    async fn members_come_and_go_by_the_trait(place: &Place) {
        let projects = SqlProjects::new(place.ready().await, catalog());
        let all: &dyn ProjectMembers = &projects;
        projects.create("project", "a/b", Private).await.unwrap();
        let (one, ada, none) = (Id::from("a/b"), Id::from(7), Id::from("c"));
        for _ in 0..2 {
            all.add("project", &one, &ada, "editor").get().await.unwrap();
        }
        let gone = all.add("project", &none, &ada, "editor").get().await;
        assert!(matches!(gone, Err(AccountsError::Gone)), "{gone:?}");
        let members = all.members("project", &one).get().await.unwrap();
        assert_eq!((members.len(), &*members[0].roles), (1, &["editor".to_owned()][..]));
        for _ in 0..2 {
            all.remove("project", &one, &ada, "editor").get().await.unwrap();
        }
        assert_eq!(all.members("project", &one).get().await.unwrap(), []);
    }
}
