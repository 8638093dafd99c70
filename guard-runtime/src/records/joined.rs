//! Records joined with those of another model, in one query.

use sea_orm::sea_query::{Condition, JoinType, Order};
use sea_orm::{
    EntityTrait, QueryFilter as _, QueryOrder as _, QuerySelect as _, Related, SelectTwo,
};

use super::related::check_relation;
use super::rules::Rules;
use super::{AccessError, Filter, Find, ReadableOf};
use crate::model::{ModelAccess, Op};

/// Records of two models side by side: [`Find::join`].
#[derive(Clone, Debug)]
#[must_use = "nothing is read before `all`"]
pub struct Join<E: EntityTrait, R: EntityTrait> {
    find: Find<E>,
    filters: Vec<Filter<R::Column>>,
    orders: Vec<(R::Column, Order)>,
}

impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// Each beside the record of another model that it is related to, in one query, so that filters and
    /// orders may look at both.
    ///
    /// A related record that the user may not read is as if there were none. What the relation itself
    /// demands is the application's: it may look at columns that the user may not read.
    pub fn join<R: EntityTrait<Model: ModelAccess>>(self) -> Join<E, R>
    where
        E: Related<R>,
    {
        Join {
            find: self,
            filters: Vec::new(),
            orders: Vec::new(),
        }
    }
}

impl<E, R> Join<E, R>
where
    E: EntityTrait<Model: ModelAccess> + Related<R>,
    R: EntityTrait<Model: ModelAccess>,
{
    /// Those beside whose related record this holds.
    pub fn filter(mut self, filter: Filter<R::Column>) -> Self {
        self.filters.push(filter);
        self
    }

    /// In this order of a column of the related records, after the order of the records themselves.
    pub fn order_by(mut self, column: R::Column, order: Order) -> Self {
        self.orders.push((column, order));
        self
    }

    /// All of them: once for each related record, or once without one.
    ///
    /// # Errors
    ///
    /// As [`Find::all`], also about the other model; [`AccessError::Fields`] too if the user may not
    /// read the columns that the two are related by.
    #[allow(clippy::type_complexity, reason = "pairs are what is asked for")]
    pub async fn all(self) -> Result<Vec<(ReadableOf<E>, Option<ReadableOf<R>>)>, AccessError> {
        let (db, rules, select) = self.find.guarded()?;
        let theirs = Rules::<R>::of(&db)?;
        check_relation::<E, R>(&rules, &theirs)?;
        if E::default().table_name() == R::default().table_name() {
            return Err(AccessError::Broken(
                "a model is not joined with itself: use `with`",
            ));
        }
        let mut relation = E::to();
        // In the join and not behind it: what may not be read is missing there, and the record stays.
        let (given, visible) = (relation.on_condition.take(), theirs.condition(Op::Read));
        relation = relation.on_condition(move |left, right| {
            let all = Condition::all().add(visible.clone());
            match &given {
                Some(given) => all.add(given(left, right)),
                None => all,
            }
        });
        let mut select: SelectTwo<E, R> = select
            .join(JoinType::LeftJoin, relation)
            .select_also(R::default());
        for filter in self.filters {
            theirs.check(filter.columns.iter().copied(), false)?;
            select = select.filter(filter.condition());
        }
        for (column, order) in self.orders {
            theirs.check([column], false)?;
            select = select.order_by(column, order);
        }
        let pairs = select.all(&db.executor.reading()?.connection()).await?;
        let (fields, their_fields) = (rules.readable(), theirs.readable());
        let pairs = pairs.into_iter().map(|(model, other)| {
            let other = other.map(|other| other.readable(&their_fields));
            (model.readable(&fields), other)
        });
        Ok(pairs.collect())
    }
}
