//! Changes that meet others, and those that nobody waits for.

use std::time::Duration;

use actix_web::rt::time::sleep;
use futures::future::LocalBoxFuture;
use guard_runtime::sql::{SqlProjects, SqlRoles, SqlTokenStore};
use guard_runtime::tokens::{StoreError, TokenStore};
use guard_runtime::{StoredRole, Visibility};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::databases::{Place, in_each_database};
use crate::schema::catalog;
use crate::token::{READ, token};

const WRITE: &str = "admin.configuration:UPDATE";

fn role<const N: usize>(permissions: [&str; N]) -> StoredRole {
    StoredRole::new("auditor", permissions)
}

/// A writer who is not done yet: in `SQLite` the only one, in `PostgreSQL` one who has these tables.
async fn writing(db: &DatabaseConnection) -> DatabaseTransaction {
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let writing = db.begin_with_options(options).await.unwrap();
    if db.get_database_backend() == sea_orm::DbBackend::Postgres {
        let lock = "LOCK TABLE guard_token, guard_role, guard_role_permission, guard_user_role, \
                    guard_project, guard_membership IN EXCLUSIVE MODE";
        writing.execute_unprepared(lock).await.unwrap();
    }
    let insert = "INSERT INTO guard_user_role VALUES ('somebody', 'else') ON CONFLICT DO NOTHING";
    writing.execute_unprepared(insert).await.unwrap();
    writing
}

async fn moment() {
    sleep(Duration::from_millis(40)).await;
}

type Change<'a> = LocalBoxFuture<'a, Result<bool, StoreError>>;

in_each_database! {
    async fn every_change_waits_for_another_writer(place: &Place) {
        let db = place.ready().await;
        let tokens = &SqlTokenStore::new(db.clone());
        let roles = &SqlRoles::new(db.clone(), catalog());
        let projects = &SqlProjects::new(db.clone(), catalog());
        let used = &[READ.to_owned()];
        let seven = &7.into();
        let changes: [Change<'_>; 13] = [
            Box::pin(async { tokens.insert(token("one", 7, &[("project", 1)])).get().await.map(|()| true) }),
            Box::pin(async { tokens.note_use("one", 1, used).get().await.map(|()| true) }),
            Box::pin(async { tokens.revoke("one", 1).get().await }),
            Box::pin(async { tokens.revoke_all(seven, 1).get().await.map(|count| count == 0) }),
            Box::pin(async { Ok(roles.save(role([READ])).await.is_ok()) }),
            Box::pin(roles.assign(7, "auditor")),
            Box::pin(projects.create("project", 1, Visibility::Private)),
            Box::pin(async {
                let added = projects.add_member("project", 1, 7, "auditor").await?;
                Ok(added == guard_runtime::sql::Added::New)
            }),
            Box::pin(projects.set_visibility("project", 1, Visibility::Internal)),
            Box::pin(async { roles.withdraw("auditor").await.map(|count| count == 2) }),
            Box::pin(async { roles.forget_user(7).await.map(|count| count == 0) }),
            Box::pin(projects.delete("project", 1)),
            Box::pin(roles.delete("auditor")),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let other = writing(&db).await;
            let (done, ()) = futures::join!(change, async {
                moment().await;
                other.commit().await.unwrap();
            });
            assert!(done.unwrap(), "change {at}");
        }
    }

    async fn a_role_counts_once_it_is_stored(place: &Place) {
        let db = place.ready().await;
        let known = catalog();
        let roles = SqlRoles::new(db.clone(), known.clone());
        roles.save(role([READ])).await.unwrap();
        let other = writing(&db).await;
        let permissions = || known.get("auditor").unwrap().permissions().to_string();
        let (saved, ()) = futures::join!(roles.save(role([READ, WRITE])), async {
            moment().await;
            assert_eq!(permissions(), READ);
            other.commit().await.unwrap();
        });
        saved.unwrap();
        assert_eq!(permissions(), format!("{READ} {WRITE}"));
    }

    /// The catalogue says what is stored, although nobody loads it again.
    async fn who_does_not_wait_leaves_no_difference(place: &Place) {
        let db = place.ready().await;
        let known = catalog();
        let roles = SqlRoles::new(db, known.clone());
        for polls in 0..20 {
            roles.save(role([READ])).await.unwrap();
            let mut change: LocalBoxFuture<'_, ()> = if polls % 2 == 0 {
                Box::pin(async { roles.save(role([READ, WRITE])).await.unwrap() })
            } else {
                Box::pin(async { _ = roles.delete("auditor").await.unwrap() })
            };
            for _ in 0..polls {
                if futures::poll!(&mut change).is_ready() {
                    break;
                }
                sleep(Duration::from_micros(100)).await;
            }
            drop(change);
            moment().await;
            let stored = roles.stored().await.unwrap();
            let stored = stored.first().map(|it| it.permissions.join(" "));
            let counts = known.get("auditor").map(|it| it.permissions().to_string());
            assert_eq!(stored, counts, "after {polls}");
        }
    }
}
