//! Transactions that write.

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseConnection,
    DatabaseTransaction, DbBackend, DbErr, EntityTrait, TransactionTrait,
};
use tokio::runtime::Handle;

use crate::tokens::StoreError;

/// `SQLite` takes 32,766 values in one statement, and no row of ours has more than four.
const ROWS: usize = 1000;

/// Another number than that of the migrations.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7453010374102)";

/// Begins a transaction. It has to write before it reads: one of `SQLite` that has read does not wait
/// for another writer, it fails.
pub(super) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, StoreError> {
    db.begin().await.map_err(StoreError::new)
}

/// Begins a transaction that deletes rows of many: one after the other. In `PostgreSQL` two of them
/// would wait for each other's rows, and one would fail.
pub(super) async fn begin_alone(
    db: &DatabaseConnection,
) -> Result<DatabaseTransaction, StoreError> {
    let transaction = begin(db).await?;
    if transaction.get_database_backend() == DbBackend::Postgres {
        let locked = transaction.execute_unprepared(LOCK).await;
        locked.map_err(StoreError::new)?;
    }
    Ok(transaction)
}

/// Runs a change to its end, be it that nobody waits for it any more: a client that hangs up must not
/// leave the database saying one thing and this process another.
pub(super) async fn to_the_end<T: Send + 'static>(
    change: impl Future<Output = Result<T, StoreError>> + Send + 'static,
) -> Result<T, StoreError> {
    let runtime = Handle::try_current().map_err(StoreError::new)?;
    runtime.spawn(change).await.map_err(StoreError::new)?
}

/// Inserts rows, however many. Those that are there already stay.
pub(super) async fn insert_missing<A>(
    db: &DatabaseTransaction,
    rows: impl IntoIterator<Item = A, IntoIter: Send>,
) -> Result<(), DbErr>
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
{
    let mut rows = rows.into_iter();
    loop {
        let some = rows.by_ref().take(ROWS).collect::<Vec<_>>();
        if some.is_empty() {
            return Ok(());
        }
        let insert = <A::Entity as EntityTrait>::insert_many(some).on_conflict_do_nothing();
        insert.exec_without_returning(db).await?;
    }
}
