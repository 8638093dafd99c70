//! The tables come and go.

use futures::future::join_all;
use guard_runtime::Visibility;
use guard_runtime::sql::{Migrator, SqlProjects};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

use crate::databases::{Place, in_each_database};
use crate::schema::catalog;

/// The tables of ours that are there.
async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text AS name FROM information_schema.tables
             WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
             AND table_name LIKE 'guard%' ORDER BY 1"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'guard%' ORDER BY 1"
        }
    };
    let rows = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(rows).await.unwrap();
    rows.iter()
        .map(|row| row.try_get("", "name").unwrap())
        .collect()
}

const ALL: [&str; 12] = [
    "guard_assignment_change",
    "guard_membership",
    "guard_migration",
    "guard_project",
    "guard_role",
    "guard_role_permission",
    "guard_token",
    "guard_token_permission",
    "guard_token_project",
    "guard_token_project_permission",
    "guard_token_use",
    "guard_user_role",
];

/// An application that takes our migrations among its own.
struct Application;

impl MigratorTrait for Application {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        Migrator::migrations()
    }
}

/// One whose own migrations have another table to keep count in.
struct Other;

impl MigratorTrait for Other {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        Vec::new()
    }
}

async fn project(db: &DatabaseConnection) -> SqlProjects {
    let projects = SqlProjects::new(db.clone(), catalog());
    projects
        .create("project", 1, Visibility::Private)
        .await
        .unwrap();
    projects
}

in_each_database! {
    async fn up_twice_changes_nothing(place: &Place) {
        let db = place.ready().await;
        assert_eq!(tables(&db).await, ALL);
        let projects = project(&db).await;
        Migrator::up(&db, None).await.unwrap();
        assert!(!projects.create("project", 1, Visibility::Private).await.unwrap());
        assert_eq!(tables(&db).await, ALL);
    }

    async fn down_takes_all_away_and_up_brings_it_back(place: &Place) {
        let db = place.ready().await;
        project(&db).await;
        Migrator::down(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, ["guard_migration"]);
        Migrator::down(&db, None).await.unwrap();
        Migrator::up(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, ALL);
        let projects = SqlProjects::new(db, catalog());
        assert!(projects.create("project", 1, Visibility::Private).await.unwrap());
    }

    async fn instances_that_start_together_do_not_disturb_each_other(place: &Place) {
        let mut instances = vec![place.open().await];
        if !matches!(place, Place::Memory) {
            for _ in 0..7 {
                instances.push(place.open().await);
            }
        }
        for done in join_all(instances.iter().map(|db| Migrator::up(db, None))).await {
            done.unwrap();
        }
        assert_eq!(tables(&instances[0]).await, ALL);
    }

    async fn an_application_takes_them_among_its_own(place: &Place) {
        let db = place.open().await;
        Application::up(&db, None).await.unwrap();
        let projects = project(&db).await;
        // Also one that ran them by themselves before, or does so later.
        Migrator::up(&db, None).await.unwrap();
        assert!(!projects.create("project", 1, Visibility::Private).await.unwrap());
        Application::down(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, ["guard_migration"]);
    }

    async fn those_of_an_application_stand_beside_them(place: &Place) {
        let db = place.ready().await;
        Other::up(&db, None).await.unwrap();
        Migrator::up(&db, None).await.unwrap();
        Other::up(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, ALL);
    }

    async fn a_start_that_fails_leaves_nothing_behind(place: &Place) {
        let db = place.open().await;
        // It passes for the last table, and takes no index.
        let obstacle = "CREATE VIEW guard_membership AS SELECT 1 AS user_id";
        db.execute_unprepared(obstacle).await.unwrap();
        Migrator::up(&db, None).await.unwrap_err();
        assert_eq!(tables(&db).await, [""; 0]);
        db.execute_unprepared("DROP VIEW guard_membership").await.unwrap();
        Migrator::up(&db, None).await.unwrap();
        assert_eq!(tables(&db).await, ALL);
    }
}
