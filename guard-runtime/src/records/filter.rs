//! Conditions that callers put on the records they ask for.

use std::ops::Not;

use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, ConditionType, ExprTrait};
use sea_orm::sea_query::{Expr, IntoCondition, LikeExpr, Value};

use super::parts::Parts;
use super::values::expr;

/// A column, to filter by. The user must be allowed to read it.
///
/// ```
/// # use sea_orm::entity::prelude::*;
/// # #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
/// # #[sea_orm(table_name = "invoice")]
/// # pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub status: String, pub total_cents: i64 }
/// # #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
/// # pub enum Relation {}
/// # impl ActiveModelBehavior for ActiveModel {}
/// use guard_runtime::records::field;
///
/// let filter = field(Column::Status).eq("sent").and(field(Column::TotalCents).at_least(10_000));
/// ```
pub fn field<C: ColumnTrait>(column: C) -> FilterBy<C> {
    FilterBy(column)
}

/// A column to filter by: [`field`].
#[derive(Clone, Copy, Debug)]
pub struct FilterBy<C>(C);

/// A condition that remembers which columns it looks at.
#[derive(Clone, Debug)]
pub struct Filter<C> {
    parts: Parts,
    pub(super) columns: Vec<C>,
}

impl<C: ColumnTrait> FilterBy<C> {
    fn with(self, condition: impl IntoCondition) -> Filter<C> {
        Filter {
            parts: Parts::one(condition.into_condition()),
            columns: vec![self.0],
        }
    }

    fn saved(self, value: impl Into<Value>) -> Expr {
        self.0.save_as(expr(value.into()))
    }

    fn column(self) -> Expr {
        Expr::col(self.0.as_column_ref())
    }

    /// Equal to the value. NULL equals nothing: see [`is_null`](Self::is_null).
    #[must_use]
    pub fn eq(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().eq(self.saved(value)))
    }

    /// Not equal to the value, and not NULL.
    #[must_use]
    pub fn ne(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().ne(self.saved(value)))
    }

    /// Less than the value.
    #[must_use]
    pub fn less_than(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().lt(self.saved(value)))
    }

    /// The value or less.
    #[must_use]
    pub fn at_most(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().lte(self.saved(value)))
    }

    /// More than the value.
    #[must_use]
    pub fn more_than(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().gt(self.saved(value)))
    }

    /// The value or more.
    #[must_use]
    pub fn at_least(self, value: impl Into<Value>) -> Filter<C> {
        self.with(self.column().gte(self.saved(value)))
    }

    /// One of the values; of none, nothing is.
    #[must_use]
    pub fn is_in<V: Into<Value>>(self, values: impl IntoIterator<Item = V>) -> Filter<C> {
        let values = values.into_iter().map(|value| self.saved(value));
        self.with(self.column().is_in(values))
    }

    /// NULL.
    #[must_use]
    pub fn is_null(self) -> Filter<C> {
        self.with(self.column().is_null())
    }

    /// Not NULL.
    #[must_use]
    pub fn is_not_null(self) -> Filter<C> {
        self.with(self.column().is_not_null())
    }

    /// A text that contains this one, as it is: `%` and `_` are nothing special. Whether case counts is
    /// for the database to say.
    #[must_use]
    pub fn contains(self, text: &str) -> Filter<C> {
        self.with(self.column().like(containing(text)))
    }

    /// A text that begins with this one, as it is.
    #[must_use]
    pub fn starts_with(self, text: &str) -> Filter<C> {
        self.with(self.column().like(like(&format!("{}%", escaped(text)))))
    }
}

/// What a text that contains this one is like.
pub(crate) fn containing(text: &str) -> LikeExpr {
    like(&format!("%{}%", escaped(text)))
}

fn like(pattern: &str) -> LikeExpr {
    LikeExpr::new(pattern).escape('\\')
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

impl<C> Filter<C> {
    /// The condition, wrapped: what is joined by `or` in it stays one condition among others.
    pub(super) fn condition(self) -> Condition {
        Condition::all().add(self.parts.whole())
    }
}

impl<C: ColumnTrait> Filter<C> {
    /// Both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.joined(other, ConditionType::All)
    }

    /// One of the two, or both.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.joined(other, ConditionType::Any)
    }

    fn joined(mut self, other: Self, by: ConditionType) -> Self {
        self.columns.extend(other.columns);
        Self {
            parts: self.parts.joined(other.parts, by),
            columns: self.columns,
        }
    }
}

/// The opposite; what is unknown, as of NULL, stays so.
impl<C> Not for Filter<C> {
    type Output = Self;

    fn not(self) -> Self {
        Self {
            parts: Parts::one(self.parts.whole().not()),
            columns: self.columns,
        }
    }
}
