//! Numbers about the records that a user may read.

use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryOrder as _, QuerySelect as _, QueryTrait, Select, TryGetable,
};

use super::{AccessError, Find};
use crate::model::ModelAccess;

/// The records of a [`Find`], by what they hold in one column: [`Find::group_by`].
#[derive(Clone, Debug)]
#[must_use = "nothing is read before `count`, `sum` or `average`"]
pub struct Grouped<E: EntityTrait> {
    find: Find<E>,
    by: E::Column,
}

/// Numbers about all of them, whatever the order, the limit and the offset. The user must be allowed to
/// read the column.
///
/// # Errors
///
/// As [`Find::all`]; a sum that does not fit into 64 bits is [`AccessError::Database`].
impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// The sum of a column of whole numbers, without those that are NULL; nothing if there is none.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn sum(self, column: E::Column) -> Result<Option<i64>, AccessError> {
        self.one_number(column, sum(column)).await
    }

    /// The mean of a column, without those that are NULL; nothing if there is none.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn average(self, column: E::Column) -> Result<Option<f64>, AccessError> {
        self.one_number(column, average(column)).await
    }

    /// The least value of a column; nothing if there is none.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn min<T: TryGetable>(self, column: E::Column) -> Result<Option<T>, AccessError> {
        self.one_number(column, of(column).min()).await
    }

    /// The greatest value of a column; nothing if there is none.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn max<T: TryGetable>(self, column: E::Column) -> Result<Option<T>, AccessError> {
        self.one_number(column, of(column).max()).await
    }

    /// By what they hold in a column.
    pub fn group_by(self, column: E::Column) -> Grouped<E> {
        Grouped {
            find: self,
            by: column,
        }
    }

    async fn one_number<T: TryGetable>(
        mut self,
        column: E::Column,
        expr: Expr,
    ) -> Result<Option<T>, AccessError> {
        self.columns.push(column);
        let (db, _, select) = self.guarded()?;
        let select = bare(select).expr(expr);
        let row = select.into_tuple::<Option<T>>();
        Ok(row
            .one(&db.executor.reading()?.connection())
            .await?
            .flatten())
    }
}

/// The user must be allowed to read both columns. The groups come in the order of their values.
///
/// # Errors
///
/// As [`Find::all`]; a sum that does not fit into 64 bits is [`AccessError::Database`].
impl<E: EntityTrait<Model: ModelAccess>> Grouped<E> {
    /// How many records there are of each value.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn count<K: TryGetable>(self) -> Result<Vec<(K, i64)>, AccessError> {
        let count = Expr::cust("COUNT(*)");
        self.each(None, count).await
    }

    /// The sum of a column of whole numbers for each value.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn sum<K: TryGetable>(
        self,
        column: E::Column,
    ) -> Result<Vec<(K, Option<i64>)>, AccessError> {
        self.each(Some(column), sum(column)).await
    }

    /// The mean of a column for each value.
    #[allow(clippy::missing_errors_doc, reason = "said of all")]
    pub async fn average<K: TryGetable>(
        self,
        column: E::Column,
    ) -> Result<Vec<(K, Option<f64>)>, AccessError> {
        self.each(Some(column), average(column)).await
    }

    async fn each<K: TryGetable, T: TryGetable>(
        mut self,
        column: Option<E::Column>,
        expr: Expr,
    ) -> Result<Vec<(K, T)>, AccessError> {
        self.find.columns.push(self.by);
        self.find.columns.extend(column);
        let (db, _, select) = self.find.guarded()?;
        let select = bare(select).expr(of(self.by)).expr(expr);
        let select = select.group_by(self.by).order_by_asc(self.by);
        let rows = select.into_tuple::<(K, T)>();
        Ok(rows.all(&db.executor.reading()?.connection()).await?)
    }
}

/// The rows alone, without their columns.
fn bare<E: EntityTrait>(select: Select<E>) -> Select<E> {
    unlimited(select.select_only())
}

/// All rows: no order, no limit.
pub(super) fn unlimited<E: EntityTrait>(mut select: Select<E>) -> Select<E> {
    let query = QueryTrait::query(&mut select);
    query.clear_order_by().reset_limit().reset_offset();
    select
}

fn of<C: ColumnTrait>(column: C) -> Expr {
    Expr::col(column.as_column_ref())
}

/// `PostgreSQL` has wider numbers for sums than those it sums up.
fn sum<C: ColumnTrait>(column: C) -> Expr {
    of(column).sum().cast_as("BIGINT")
}

fn average<C: ColumnTrait>(column: C) -> Expr {
    of(column).avg().cast_as("DOUBLE PRECISION")
}
