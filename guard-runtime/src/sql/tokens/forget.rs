//! Tokens that nobody has to see any more.

use sea_orm::sea_query::{Cond, Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection};

use super::parts::KINDS;
use crate::sql::entity::token;
use crate::sql::write;
use crate::tokens::StoreError;

/// Deletes the tokens that ended before this instant; how many these were.
pub(super) async fn forget(db: &DatabaseConnection, before: i64) -> Result<u64, StoreError> {
    let mut ended = Query::select();
    ended.column(token::Column::Id).from(token::Entity);
    ended.cond_where(
        Cond::any()
            .add(token::Column::ExpiresAt.lt(before))
            .add(token::Column::RevokedAt.lt(before)),
    );
    let transaction = write::begin_alone(db).await?;
    let mut count = 0;
    // SQLite follows references only if the connection says so. The tokens themselves go last.
    for (_, table, id, _) in KINDS.iter().rev() {
        let mut delete = Query::delete();
        delete.from_table(*table);
        delete.and_where(Expr::col(*id).in_subquery(ended.clone()));
        let deleted = transaction.execute(&delete).await;
        count = deleted.map_err(StoreError::new)?.rows_affected();
    }
    transaction.commit().await.map_err(StoreError::new)?;
    Ok(count)
}
