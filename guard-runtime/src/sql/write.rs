//! Transactions that write.

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, TransactionTrait,
};

use crate::tokens::StoreError;

/// `SQLite` takes 32,766 values in one statement, and no row of ours has more than four.
const ROWS: usize = 1000;

/// Begins a transaction. It has to write before it reads: one of `SQLite` that has read does not wait
/// for another writer, it fails.
pub(super) async fn begin(db: &DatabaseConnection) -> Result<DatabaseTransaction, StoreError> {
    db.begin().await.map_err(StoreError::new)
}

/// Inserts rows, however many. Those that are there already stay.
pub(super) async fn insert_missing<A>(
    db: &DatabaseTransaction,
    rows: impl IntoIterator<Item = A>,
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
