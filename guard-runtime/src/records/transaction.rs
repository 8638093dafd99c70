//! Several operations that are stored together or not at all.

use std::sync::Arc;

use super::executor::Executor;
use super::{AccessError, GuardedDb};

impl GuardedDb {
    /// Runs several operations in one transaction: stored if the work succeeds, undone if it fails.
    /// Within another transaction it is a savepoint.
    ///
    /// ```
    /// # use sea_orm::entity::prelude::*;
    /// # use guard_runtime::model_access;
    /// # #[model_access(grant(core_internal, CRUD))]
    /// # #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    /// # #[sea_orm(table_name = "note")]
    /// # pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub text: String }
    /// # #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    /// # pub enum Relation {}
    /// # impl ActiveModelBehavior for ActiveModel {}
    /// use guard_runtime::records::{AccessError, GuardedDb};
    /// use sea_orm::Set;
    ///
    /// async fn replace(db: &GuardedDb, old: i64, text: String) -> Result<(), AccessError> {
    ///     db.transaction(async |db| {
    ///         db.delete::<Entity>(old).await?;
    ///         let new = ActiveModel { text: Set(text), ..Default::default() };
    ///         db.create(new).exec().await?;
    ///         Ok(())
    ///     })
    ///     .await
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// What the work fails with, or the database. Where `PostgreSQL` has failed at a statement outside of
    /// a change, it stores nothing more, whatever the work makes of the error:
    /// [`AccessError::Database`]. A database of the transaction that is kept beyond the work is
    /// [`AccessError::Broken`], and nothing is stored. So is, within it, what is done at the same time
    /// as a change: savepoints are a stack, so one comes after the other.
    pub async fn transaction<T, F, X>(&self, work: F) -> Result<T, X>
    where
        F: AsyncFnOnce(&GuardedDb) -> Result<T, X>,
        X: From<AccessError>,
    {
        let (turn, transaction) = self.executor.begin().await?;
        let running = self.executor.within(turn, transaction);
        let within = self.within(Executor::Transaction(Arc::clone(&running)));
        let result = work(&within).await;
        drop(within);
        let Some(running) = Arc::into_inner(running) else {
            // Who holds it would change what has been answered; the last one to let go undoes it.
            return Err(AccessError::Broken("a transaction is used after its end").into());
        };
        match result {
            Ok(value) => {
                Executor::commit(running.transaction).await?;
                Ok(value)
            }
            Err(error) => {
                let undone = running.transaction.rollback().await;
                undone.map_err(AccessError::from)?;
                Err(error)
            }
        }
    }
}
