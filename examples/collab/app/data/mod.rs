//! The database: its tables, and how they come into being.

pub(crate) mod announcement;
#[path = "../../../shared/date.rs"]
pub(crate) mod date;
pub(crate) mod event;
pub(crate) mod feedback;
pub(crate) mod git_link;
pub(crate) mod git_server;
pub(crate) mod model;
pub(crate) mod pipeline;
pub(crate) mod pipeline_run;
pub(crate) mod project;
pub(crate) mod seed;
pub(crate) mod session;
pub(crate) mod setting;
pub(crate) mod tool;
pub(crate) mod used_tool;
pub(crate) mod user;
pub(crate) mod volume;
pub(crate) mod workspace;

use std::time::Duration;

use guard_runtime::sql::Migrator;
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, Schema, TransactionTrait,
};
use sea_orm_migration::MigratorTrait;

/// Opens the database, and creates the tables that are missing: ours, and those of the guard.
///
/// # Errors
///
/// The database cannot be opened or written.
pub(crate) async fn open(url: &str) -> Result<DatabaseConnection, DbErr> {
    let db = connect(url).await?;
    Migrator::up(&db, None).await?;
    create_tables(&db).await?;
    Ok(db)
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let in_memory = url.contains(":memory:") || url.contains("mode=memory");
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(5));
    if in_memory {
        // Each connection has a database of its own there, which ends with the connection.
        options
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None::<Duration>)
            .max_lifetime(None::<Duration>);
    } else {
        options.max_connections(4).map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                // Those who read do not wait for those who write.
                .pragma("journal_mode", "wal")
        });
    }
    Database::connect(options).await
}

async fn create_tables(db: &DatabaseConnection) -> Result<(), DbErr> {
    let schema = Schema::new(db.get_database_backend());
    // In the order in which they refer to each other.
    let tables = [
        schema.create_table_from_entity(user::Entity),
        schema.create_table_from_entity(tool::Entity),
        schema.create_table_from_entity(project::Entity),
        schema.create_table_from_entity(used_tool::Entity),
        schema.create_table_from_entity(model::Entity),
        schema.create_table_from_entity(git_link::Entity),
        schema.create_table_from_entity(pipeline::Entity),
        schema.create_table_from_entity(pipeline_run::Entity),
        schema.create_table_from_entity(volume::Entity),
        schema.create_table_from_entity(session::Entity),
        schema.create_table_from_entity(workspace::Entity),
        schema.create_table_from_entity(announcement::Entity),
        schema.create_table_from_entity(setting::Entity),
        schema.create_table_from_entity(event::Entity),
        schema.create_table_from_entity(git_server::Entity),
        schema.create_table_from_entity(feedback::Entity),
    ];
    // One transaction: a start that is interrupted leaves nothing half made behind.
    let transaction = db.begin().await?;
    for mut table in tables {
        transaction.execute(table.if_not_exists()).await?;
    }
    for mut index in schema.create_index_from_entity(event::Entity) {
        transaction.execute(index.if_not_exists()).await?;
    }
    transaction.commit().await
}
