//! Databases that are not there: an answer of their own, and never a pass.

use std::time::Duration;

use actix_web::ResponseError;
use guard_runtime::records::{AccessError, GuardedDb};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DbBackend, Set, SqliteTransactionMode,
    TransactionOptions, TransactionTrait,
};

use crate::databases::{Place, in_each_database};
use crate::models::invoice::{ActiveModel, Entity};
use crate::people::manager;
use crate::rows::OWN;
use crate::world::World;

async fn answers(db: &GuardedDb) -> Vec<AccessError> {
    let change = || ActiveModel {
        id: Set(OWN),
        total: Set(1),
        ..Default::default()
    };
    let all = || ActiveModel {
        total: Set(1),
        ..Default::default()
    };
    vec![
        db.get::<Entity>(OWN).await.unwrap_err(),
        db.find::<Entity>().count().await.unwrap_err(),
        db.create(change()).exec().await.unwrap_err(),
        db.update(change()).exec().await.unwrap_err(),
        db.delete::<Entity>(OWN).await.unwrap_err(),
        db.find::<Entity>().update_all(all()).await.unwrap_err(),
        db.find::<Entity>().delete_all().await.unwrap_err(),
        db.transaction(async |_| Ok::<_, AccessError>(()))
            .await
            .unwrap_err(),
    ]
}

#[actix_web::test]
async fn nobody_listens() {
    // A port that was free a moment ago.
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let mut options = ConnectOptions::new(format!("postgres://guard:guard@127.0.0.1:{port}/guard"));
    options
        .connect_lazy(true)
        .acquire_timeout(Duration::from_millis(100));
    let db = GuardedDb::new(Database::connect(options).await.unwrap()).with_env(manager());
    for error in answers(&db).await {
        assert_eq!(error.status_code().as_u16(), 503, "{error:?}");
    }
}

/// Another writer is not done yet, and nobody waits for it.
#[actix_web::test]
async fn a_database_that_is_busy() {
    let place = Place::file();
    let world = World::new(&place).await;
    let Place::File(folder) = &place else {
        panic!("not a file")
    };
    let file = folder.join("guard.db");
    let mut options = ConnectOptions::new(format!("sqlite://{}", file.display()));
    options.map_sqlx_sqlite_opts(|options| options.busy_timeout(Duration::from_millis(20)));
    let impatient = GuardedDb::new(Database::connect(options).await.unwrap());
    let db = impatient.with_env(manager());
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let writing = world.raw.begin_with_options(options).await.unwrap();
    let change = || ActiveModel {
        id: Set(OWN),
        total: Set(1),
        ..Default::default()
    };
    let error = db.update(change()).exec().await.unwrap_err();
    assert_eq!(error.status_code().as_u16(), 503, "{error:?}");
    assert_eq!(db.get::<Entity>(OWN).await.unwrap().total, 100);
    writing.rollback().await.unwrap();
    db.update(change()).exec().await.unwrap();
    assert_eq!(db.get::<Entity>(OWN).await.unwrap().total, 1);
}

in_each_database! {
    async fn a_pool_that_is_closed(place: &Place) {
        let world = World::new(place).await;
        let db = world.manager();
        world.raw.clone().close().await.unwrap();
        for error in answers(&db).await {
            assert_eq!(error.status_code().as_u16(), 503, "{error:?}");
        }
    }

    /// The server ends all connections, one of them in a transaction.
    async fn a_connection_that_breaks(place: &Place) {
        let world = World::new(place).await;
        if world.raw.get_database_backend() != DbBackend::Postgres {
            return;
        }
        let db = world.manager();
        let other = place.open().await;
        let result = db.transaction(async |db| {
            let change = ActiveModel { id: Set(OWN), total: Set(1), ..Default::default() };
            db.update(change).exec().await?;
            let end = "SELECT pg_terminate_backend(pid) FROM pg_locks \
                       JOIN pg_class ON pg_class.oid = relation \
                       WHERE relname = 'invoice' AND mode = 'RowExclusiveLock' \
                       AND relnamespace = current_schema()::regnamespace";
            other.execute_unprepared(end).await.unwrap();
            db.get::<Entity>(OWN).await
        })
        .await;
        let error = result.map(drop).unwrap_err();
        assert_eq!(error.status_code().as_u16(), 503, "{error:?}");
        // Nothing is stored, and the pool finds another connection.
        assert_eq!(db.get::<Entity>(OWN).await.unwrap().total, 100);
    }
}
