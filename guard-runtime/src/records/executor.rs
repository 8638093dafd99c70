//! What runs statements: the pool, or a transaction of ours.

use std::fmt;
use std::sync::Arc;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend,
    SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::{OwnedRwLockReadGuard, OwnedRwLockWriteGuard, RwLock};

use super::AccessError;
use crate::model::Dialect;

/// A raw connection. It never leaves this module's siblings.
#[derive(Clone)]
pub(super) enum Executor {
    Pool(DatabaseConnection),
    Transaction(Arc<Running>),
}

/// A transaction of ours; what is declared first is given up first.
pub(super) struct Running {
    pub(super) transaction: DatabaseTransaction,
    /// In the transaction around it.
    _turn: Turn,
    /// For those within it.
    turns: Arc<RwLock<()>>,
    /// Whoever it is within lasts as long as it.
    _around: Executor,
}

/// The right to change something in a transaction. Savepoints are a stack: of two that overlap, undoing
/// one would undo the other, and keep what was refused. Nor is anything read meanwhile: it would see what
/// is not allowed yet, and the driver panics where a savepoint is dropped beside it.
pub(super) type Turn = Option<OwnedRwLockWriteGuard<()>>;

/// The right to read, which others may have at the same time.
pub(super) struct Reading<'a> {
    executor: &'a Executor,
    _turn: Option<OwnedRwLockReadGuard<()>>,
}

impl Reading<'_> {
    pub(super) fn connection(&self) -> DatabaseExecutor<'_> {
        self.executor.connection()
    }
}

const OVERLAP: AccessError = AccessError::Broken(
    "a transaction is changed while something else is done in it: do one after the other, and within \
     an inner transaction use the inner database",
);

impl Executor {
    /// What runs within a transaction that [`begin`](Self::begin) has begun.
    pub(super) fn within(&self, turn: Turn, transaction: DatabaseTransaction) -> Arc<Running> {
        Arc::new(Running {
            transaction,
            _turn: turn,
            turns: Arc::default(),
            _around: self.clone(),
        })
    }

    pub(super) fn reading(&self) -> Result<Reading<'_>, AccessError> {
        let turn = match self {
            Self::Pool(_) => None,
            Self::Transaction(running) => {
                let turns = Arc::clone(&running.turns);
                Some(turns.try_read_owned().map_err(|_| OVERLAP)?)
            }
        };
        Ok(Reading {
            executor: self,
            _turn: turn,
        })
    }

    fn connection(&self) -> DatabaseExecutor<'_> {
        match self {
            Self::Pool(pool) => pool.into(),
            Self::Transaction(running) => DatabaseExecutor::Transaction(&running.transaction),
        }
    }

    /// A transaction that is undone unless it is committed; a savepoint within another one.
    pub(super) async fn begin(&self) -> Result<(Turn, DatabaseTransaction), AccessError> {
        let options = TransactionOptions {
            // One that reads first and writes then would have to give way to another writer.
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let turn = self.turn()?;
        let executor = self.clone();
        // Whoever drops this half-way would leave a transaction that nobody ends, or end one around it
        // unnoticed: the drivers do not see to it. A task is not dropped.
        let begun = tokio::spawn(async move {
            let begun = match &executor {
                Self::Pool(pool) => pool.begin_with_options(options).await,
                Self::Transaction(running) => running.transaction.begin().await,
            };
            begun.map(|begun| (turn, begun))
        });
        let begun = begun
            .await
            .map_err(|_| AccessError::Broken("the runtime ended before a transaction had begun"))?;
        Ok(begun?)
    }

    /// Stores what a transaction has done. `PostgreSQL` takes that for giving it up where a statement
    /// has failed within it, and says nothing of it.
    pub(super) async fn commit(transaction: DatabaseTransaction) -> Result<(), AccessError> {
        if transaction.get_database_backend() == DbBackend::Postgres {
            transaction.execute_unprepared("SELECT 1").await?;
        }
        Ok(transaction.commit().await?)
    }

    fn turn(&self) -> Result<Turn, AccessError> {
        let Self::Transaction(running) = self else {
            return Ok(None);
        };
        // To wait would be to wait for ever where the other one is around this one.
        let turn = Arc::clone(&running.turns).try_write_owned();
        turn.map(Some).map_err(|_| OVERLAP)
    }

    /// The SQL that the database understands.
    pub(super) fn dialect(&self) -> Result<Dialect, AccessError> {
        match self.connection().get_database_backend() {
            DbBackend::Postgres => Ok(Dialect::Postgres),
            DbBackend::Sqlite => Ok(Dialect::Sqlite),
            // What is equal there depends on collations, and nobody has tried it.
            _ => Err(AccessError::Broken(
                "records are guarded in SQLite and PostgreSQL alone",
            )),
        }
    }
}

impl fmt::Debug for Executor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pool(_) => "pool",
            Self::Transaction(_) => "transaction",
        })
    }
}
