//! Which version of the tables and of the demonstration data a database holds.

use std::error::Error;

use sea_orm::{ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, Statement};

/// To be raised with each change of the tables or of the data.
pub(crate) const VERSION: i64 = 1;

/// Whether there is nothing in the database yet.
///
/// # Errors
///
/// What is in it is not what this program put there, or the database fails.
pub(super) async fn is_new(db: &DatabaseTransaction, url: &str) -> Result<bool, Box<dyn Error>> {
    let version = number(db, "PRAGMA user_version").await?;
    if number(db, "SELECT count(*) FROM sqlite_schema").await? == 0 {
        return Ok(true);
    }
    if version == VERSION {
        return Ok(false);
    }
    // Nothing is lost, and no rule is applied to data that it was not written for.
    Err(format!(
        "`{url}` was not filled by this version of the program: move it away to begin with new data, \
         or name another with `--database`"
    )
    .into())
}

/// Marks the database as filled by this version.
///
/// # Errors
///
/// The database fails.
pub(super) async fn mark(db: &DatabaseTransaction) -> Result<(), DbErr> {
    // No statement takes a value there.
    let mark = format!("PRAGMA user_version = {VERSION}");
    db.execute_unprepared(&mark).await?;
    Ok(())
}

async fn number(db: &DatabaseTransaction, query: &str) -> Result<i64, DbErr> {
    let row = db.query_one_raw(Statement::from_string(DbBackend::Sqlite, query));
    let row = row.await?.ok_or(DbErr::RecordNotFound(query.to_owned()))?;
    row.try_get_by_index(0)
}
