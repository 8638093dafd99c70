//! Roles that people define, and who has which.

use futures::future::join_all;
use guard_runtime::sql::{Migrator, SaveRoleError, SqlProjects, SqlRoles};
use guard_runtime::{RoleCatalog, RoleMistake, StoredRole, User, Visibility};
use sea_orm::{ConnectionTrait, DatabaseConnection};
use sea_orm_migration::MigratorTrait;

use crate::databases::{HOSTILE, Place, in_each_database};
use crate::schema::catalog;

async fn roles(place: &Place) -> (DatabaseConnection, RoleCatalog, SqlRoles) {
    let (db, catalog) = (place.ready().await, catalog());
    let roles = SqlRoles::new(db.clone(), catalog.clone());
    (db, catalog, roles)
}

const READ: &str = "admin.configuration:GET";
const WRITE: &str = "admin.configuration:UPDATE";

fn role<const N: usize>(name: &str, permissions: [&str; N]) -> StoredRole {
    StoredRole::new(name, permissions)
}

fn permissions(catalog: &RoleCatalog, name: &str) -> Option<String> {
    catalog.get(name).map(|role| role.permissions().to_string())
}

in_each_database! {
    async fn what_is_saved_counts_here_and_elsewhere(place: &Place) {
        let (db, known, roles) = roles(place).await;
        let auditor = role("auditor", [WRITE, "admin.configuration:get", WRITE])
            .titled("'; DROP TABLE guard_role; -- %_ 🦀")
            .described("\u{1} \\ \" $1 ?");
        roles.save(auditor.clone()).await.unwrap();
        assert_eq!(permissions(&known, "auditor").unwrap(), format!("{READ} {WRITE}"));

        let elsewhere = catalog();
        let other = SqlRoles::new(db, elsewhere.clone());
        assert_eq!(other.load().await.unwrap(), []);
        assert_eq!(permissions(&elsewhere, "auditor").unwrap(), format!("{READ} {WRITE}"));
        let stored = StoredRole { permissions: vec![READ.into(), WRITE.into()], ..auditor };
        assert_eq!(other.stored().await.unwrap(), std::slice::from_ref(&stored));
        assert_eq!(elsewhere.get("auditor").unwrap().to_stored(), stored);

        // Less than before, and no title any more.
        other.save(role("auditor", [READ])).await.unwrap();
        assert_eq!(permissions(&known, "auditor").unwrap(), format!("{READ} {WRITE}"));
        roles.load().await.unwrap();
        assert_eq!(permissions(&known, "auditor").unwrap(), READ);
        assert_eq!(roles.stored().await.unwrap(), [role("auditor", [READ])]);
        assert!(other.delete("auditor").await.unwrap());
        assert!(!other.delete("auditor").await.unwrap());
        roles.load().await.unwrap();
        assert_eq!(permissions(&known, "auditor"), None);
        assert_eq!(roles.stored().await.unwrap(), []);
    }

    async fn a_declared_role_goes_back_to_its_declaration(place: &Place) {
        let (_, known, roles) = roles(place).await;
        let declared = permissions(&known, "administrator").unwrap();
        assert_eq!(declared, format!("{READ} {WRITE}"));
        roles.save(role("administrator", [READ])).await.unwrap();
        assert_eq!(permissions(&known, "administrator").unwrap(), READ);
        roles.save(role("administrator", [])).await.unwrap();
        roles.load().await.unwrap();
        assert_eq!(permissions(&known, "administrator").unwrap(), "");
        assert!(roles.delete("administrator").await.unwrap());
        assert_eq!(permissions(&known, "administrator").unwrap(), declared);
        // Not stored, so it is not there after loading.
        known.define(role("temporary", [READ])).unwrap();
        known.define(role("administrator", [READ])).unwrap();
        roles.load().await.unwrap();
        assert_eq!(permissions(&known, "temporary"), None);
        assert_eq!(permissions(&known, "administrator").unwrap(), declared);
    }

    async fn a_role_that_is_wrong_changes_nothing(place: &Place) {
        let (_, known, roles) = roles(place).await;
        roles.save(role("auditor", [READ])).await.unwrap();
        for (name, permission) in [
            ("auditor", "admin.configuration:\0"),
            ("auditor", "admin.configuration:DELETE"),
            ("auditor", "nonsense"),
            ("administrator", "project.root:GET"),
            ("", READ),
            ("a b", READ),
            ("a\0", READ),
            ("'", READ),
        ] {
            let error = roles.save(role(name, [permission])).await.unwrap_err();
            assert!(matches!(error, SaveRoleError::Role(_)), "{name:?} {permission:?}: {error:?}");
        }
        let nul = role("auditor", [WRITE]).titled("\0");
        assert!(matches!(roles.save(nul).await, Err(SaveRoleError::Store(_))));
        assert_eq!(roles.stored().await.unwrap(), [role("auditor", [READ])]);
        assert_eq!(permissions(&known, "auditor").unwrap(), READ);
        assert_eq!(permissions(&known, "administrator").unwrap(), format!("{READ} {WRITE}"));
        for name in ["\0".to_owned(), "a".repeat(100_000), "Auditor".to_owned(), "auditor ".to_owned()] {
            assert!(!roles.delete(&name).await.unwrap());
            assert_eq!(roles.withdraw(&name).await.unwrap(), 0);
        }
        assert_eq!(roles.stored().await.unwrap().len(), 1);
    }

    async fn a_role_that_cannot_be_stored_does_not_count(place: &Place) {
        let (db, known, roles) = roles(place).await;
        roles.save(role("auditor", [READ]).titled("Auditor")).await.unwrap();
        let rename = "ALTER TABLE guard_role_permission RENAME TO elsewhere";
        db.execute_unprepared(rename).await.unwrap();
        for name in ["auditor", "administrator", "new"] {
            let error = roles.save(role(name, [WRITE])).await.unwrap_err();
            assert!(matches!(error, SaveRoleError::Store(_)), "{name}");
            roles.delete(name).await.unwrap_err();
        }
        roles.load().await.unwrap_err();
        assert_eq!(permissions(&known, "auditor").unwrap(), READ);
        assert_eq!(permissions(&known, "administrator").unwrap(), format!("{READ} {WRITE}"));
        assert_eq!(permissions(&known, "new"), None);
        let rename = "ALTER TABLE elsewhere RENAME TO guard_role_permission";
        db.execute_unprepared(rename).await.unwrap();
        assert_eq!(roles.stored().await.unwrap(), [role("auditor", [READ]).titled("Auditor")]);
    }

    async fn one_who_does_not_wait_leaves_no_half(place: &Place) {
        if matches!(place, Place::Memory) {
            // The pool closes a connection whose user has gone, and the database ends with it.
            return;
        }
        let (_, known, roles) = roles(place).await;
        roles.save(role("auditor", [READ])).await.unwrap();
        for polls in 0..40 {
            let mut save = Box::pin(roles.save(role("auditor", [READ, WRITE])));
            for _ in 0..polls {
                if futures::poll!(&mut save).is_ready() {
                    break;
                }
                actix_web::rt::time::sleep(std::time::Duration::from_micros(200)).await;
            }
            drop(save);
            roles.load().await.unwrap();
            let stored = roles.stored().await.unwrap();
            let all = stored[0].permissions.join(" ");
            assert!(all == READ || all == format!("{READ} {WRITE}"), "{all}");
            assert_eq!(permissions(&known, "auditor").unwrap(), all);
            roles.save(role("auditor", [READ])).await.unwrap();
        }
    }

    async fn what_is_stored_and_not_understood_grants_nothing(place: &Place) {
        let (db, known, roles) = roles(place).await;
        roles.save(role("auditor", [READ])).await.unwrap();
        for sql in [
            "INSERT INTO guard_role_permission VALUES ('auditor', 'admin.gone:GET')",
            "INSERT INTO guard_role VALUES ('a b', '', '')",
            "INSERT INTO guard_role_permission VALUES ('a b', 'admin.configuration:GET')",
            "INSERT INTO guard_role VALUES ('administrator', '', '')",
            "INSERT INTO guard_role_permission VALUES ('administrator', 'project.root:GET')",
        ] {
            db.execute_unprepared(sql).await.unwrap();
        }
        let mistakes = roles.load().await.unwrap();
        let names = mistakes.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        assert_eq!(names, ["a b", "administrator", "auditor"]);
        assert!(matches!(mistakes[0].1, RoleMistake::Name(_)));
        assert_eq!(permissions(&known, "a b"), None);
        assert_eq!(permissions(&known, "administrator").unwrap(), "");
        assert_eq!(permissions(&known, "auditor").unwrap(), READ);
    }

    async fn of_many_who_save_one_role_one_is_the_last(place: &Place) {
        let (db, _, _) = roles(place).await;
        let instances = (0..8).map(|_| SqlRoles::new(db.clone(), catalog())).collect::<Vec<_>>();
        for _ in 0..5 {
            let saves = instances.iter().zip(0..).map(|(roles, n)| {
                let one = if n % 2 == 0 { role("auditor", [READ]) } else { role("auditor", [WRITE]) };
                roles.save(one.titled(if n % 2 == 0 { READ } else { WRITE }))
            });
            for done in join_all(saves).await {
                done.unwrap();
            }
            let stored = instances[0].stored().await.unwrap();
            assert_eq!(stored.len(), 1);
            assert_eq!(stored[0].permissions, [stored[0].title.clone()]);
        }
    }

    async fn users_have_their_own_roles(place: &Place) {
        let (_, known, roles) = roles(place).await;
        for text in HOSTILE {
            assert!(roles.assign(text, text).await.unwrap(), "{text:?}");
            assert!(!roles.assign(text, text).await.unwrap(), "{text:?}");
        }
        assert!(roles.assign("alpha", "administrator").await.unwrap());
        for text in HOSTILE {
            let mut expected = vec![text];
            if text == "alpha" {
                expected.insert(0, "administrator");
            }
            let names = roles.of_user(text).await.unwrap();
            assert_eq!(names, expected);
            let user = known.assign(User::new(text), names.iter().map(String::as_str));
            assert_eq!(user.permissions().is_empty(), text != "alpha", "{text:?}");
        }
        for text in ["ALPHA", "alpha  ", "al%", "\0", "0"] {
            assert_eq!(roles.of_user(text).await.unwrap(), [""; 0]);
            assert!(!roles.unassign("alpha", text).await.unwrap());
            assert!(!roles.unassign(text, "alpha").await.unwrap());
        }
        for text in ["\0".to_owned(), "a".repeat(513)] {
            roles.assign(text.as_str(), "reader").await.unwrap_err();
            roles.assign(7, &text).await.unwrap_err();
        }
        assert!(roles.unassign("alpha", "alpha").await.unwrap());
        assert!(!roles.unassign("alpha", "alpha").await.unwrap());
        assert_eq!(roles.of_user("alpha").await.unwrap(), ["administrator"]);
        assert_eq!(roles.of_user("Alpha").await.unwrap(), ["Alpha"]);

        let done = join_all((0..12).map(|_| roles.assign(70, "reader"))).await;
        assert_eq!(done.into_iter().filter(|it| *it.as_ref().unwrap()).count(), 1);
    }
}

/// Where the connection does not follow references, what belongs together goes together all the same.
#[actix_web::test]
async fn references_need_not_be_followed() {
    let mut options = sea_orm::ConnectOptions::new("sqlite::memory:");
    options
        .max_connections(1)
        .map_sqlx_sqlite_opts(|options| options.foreign_keys(false));
    let db = sea_orm::Database::connect(options).await.unwrap();
    Migrator::up(&db, None).await.unwrap();
    let roles = SqlRoles::new(db.clone(), catalog());
    roles.save(role("auditor", [READ, WRITE])).await.unwrap();
    roles.delete("auditor").await.unwrap();
    roles.save(role("auditor", [])).await.unwrap();
    assert_eq!(roles.stored().await.unwrap(), [role("auditor", [])]);

    let projects = SqlProjects::new(db, catalog());
    projects
        .create("project", 1, Visibility::Private)
        .await
        .unwrap();
    projects
        .add_member("project", 1, 7, "reader")
        .await
        .unwrap();
    projects.delete("project", 1).await.unwrap();
    let add = projects
        .add_member("project", 1, 8, "reader")
        .await
        .unwrap();
    assert_eq!(add, guard_runtime::sql::Added::NoProject);
    projects
        .create("project", 1, Visibility::Private)
        .await
        .unwrap();
    assert_eq!(projects.members("project", 1).await.unwrap(), []);
}
