//! Our tables as migrations.

mod first;
mod second;

use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, DynIden, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
};
use sea_orm_migration::async_trait::async_trait;
use sea_orm_migration::sea_query::IntoIden;
use sea_orm_migration::{IntoSchemaManagerConnection, MigrationTrait, MigratorTrait};

/// What instances that start at the same time queue up for in `PostgreSQL`.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7453010374101)";

/// Creates the tables of access data, whose names begin with `guard_`, in `SQLite` and `PostgreSQL`.
///
/// Applied again, it changes nothing, and many instances may apply it at the same time. It keeps
/// count in a table of its own, `guard_migration`. An application that has migrations can take
/// these among its own instead: each creates nothing that is there already.
///
/// ```
/// use guard_runtime::sql::Migrator;
/// use sea_orm_migration::{MigrationTrait, MigratorTrait};
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), sea_orm::DbErr> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// Migrator::up(&db, None).await?;
///
/// struct Migrations;
///
/// impl MigratorTrait for Migrations {
///     fn migrations() -> Vec<Box<dyn MigrationTrait>> {
///         let mut all = Migrator::migrations();
///         all.extend(own_migrations());
///         all
///     }
/// }
/// # fn own_migrations() -> Vec<Box<dyn MigrationTrait>> { Vec::new() }
/// Migrations::up(&db, None).await?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
///
/// The database does not answer, or is neither of the two. Others are refused: where names that
/// differ in case or in trailing blanks count as equal, one user is taken for another.
#[derive(Clone, Copy, Debug)]
pub struct Migrator;

#[async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        Alone::migrations()
    }

    fn migration_table_name() -> DynIden {
        Alone::migration_table_name()
    }

    async fn up<'c, C>(db: C, steps: Option<u32>) -> Result<(), DbErr>
    where
        C: IntoSchemaManagerConnection<'c>,
    {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let transaction = db
            .into_database_executor()
            .begin_with_options(options)
            .await?;
        if transaction.get_database_backend() == DbBackend::Postgres {
            transaction.execute_unprepared(LOCK).await?;
        }
        Alone::up(&transaction, steps).await?;
        transaction.commit().await
    }
}

/// The migrations, for one instance at a time.
struct Alone;

impl MigratorTrait for Alone {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(first::Tables), Box::new(second::Changes)]
    }

    fn migration_table_name() -> DynIden {
        "guard_migration".into_iden()
    }
}
