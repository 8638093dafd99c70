//! Records together with those they are related to. Each is read as its own model allows.

use sea_orm::sea_query::ConditionType;
use sea_orm::{
    EntityTrait, IdenStatic as _, Identity, Iterable as _, LoaderTrait as _, QueryFilter as _,
    Related, Select,
};

use super::key::AT_ONCE;
use super::read::missing;
use super::rules::Rules;
use super::{AccessError, Filter, Find, GuardedDb, ReadableOf};
use crate::model::{FieldSet, ModelAccess, Op};

/// Records of one model, each with those of another that it is related to: [`Find::with`].
#[derive(Clone, Debug)]
#[must_use = "nothing is read before `one_each` or `many_each`"]
pub struct With<E: EntityTrait, R: EntityTrait> {
    find: Find<E>,
    select: Select<R>,
    columns: Vec<R::Column>,
}

impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// Each together with the records of another model that it is related to.
    ///
    /// Of those the user gets what the other model lets them read. A record of this model does not
    /// disappear because a related one does.
    pub fn with<R: EntityTrait<Model: ModelAccess>>(self) -> With<E, R>
    where
        E: Related<R>,
    {
        With {
            find: self,
            select: R::find(),
            columns: Vec::new(),
        }
    }
}

/// What is loaded, and what may be seen of it.
struct Loaded<E: EntityTrait, R: EntityTrait> {
    db: GuardedDb,
    models: Vec<E::Model>,
    select: Select<R>,
    fields: FieldSet,
    their_fields: FieldSet,
}

impl<E, R> With<E, R>
where
    E: EntityTrait<Model: ModelAccess> + Related<R>,
    R: EntityTrait<Model: ModelAccess>,
{
    /// Those of the related records of which this holds.
    pub fn filter(mut self, filter: Filter<R::Column>) -> Self {
        self.columns.extend(&filter.columns);
        self.select = self.select.filter(filter.condition());
        self
    }

    /// Each with the one that it is related to, if there is one that the user may read.
    ///
    /// # Errors
    ///
    /// As [`Find::all`], also about the other model; [`AccessError::Fields`] too if the user may not
    /// read the columns that the two are related by.
    #[allow(clippy::type_complexity, reason = "pairs are what is asked for")]
    pub async fn one_each(
        self,
    ) -> Result<Vec<(ReadableOf<E>, Option<ReadableOf<R>>)>, AccessError> {
        let loaded = self.load().await?;
        let reading = loaded.db.executor.reading()?;
        let connection = reading.connection();
        let mut related = Vec::with_capacity(loaded.models.len());
        for part in loaded.models.chunks(AT_ONCE) {
            related.extend(part.load_one(loaded.select.clone(), &connection).await?);
        }
        let pairs = loaded.models.into_iter().zip(related);
        let pairs = pairs.map(|(model, other)| {
            let other = other.map(|other| other.readable(&loaded.their_fields));
            (model.readable(&loaded.fields), other)
        });
        Ok(pairs.collect())
    }

    /// Each with all that it is related to and that the user may read.
    ///
    /// # Errors
    ///
    /// As [`one_each`](Self::one_each). A relation that goes through a third model is
    /// [`AccessError::Broken`]: that one has rules of its own, so go through it step by step. So is a
    /// relation with a condition of its own: [`join`](Find::join) looks at it.
    #[allow(clippy::type_complexity, reason = "pairs are what is asked for")]
    pub async fn many_each(self) -> Result<Vec<(ReadableOf<E>, Vec<ReadableOf<R>>)>, AccessError> {
        let loaded = self.load().await?;
        let reading = loaded.db.executor.reading()?;
        let connection = reading.connection();
        let mut related = Vec::with_capacity(loaded.models.len());
        for part in loaded.models.chunks(AT_ONCE) {
            related.extend(part.load_many(loaded.select.clone(), &connection).await?);
        }
        let pairs = loaded.models.into_iter().zip(related);
        let pairs = pairs.map(|(model, others)| {
            let others = others.into_iter();
            let others = others.map(|other| other.readable(&loaded.their_fields));
            (model.readable(&loaded.fields), others.collect())
        });
        Ok(pairs.collect())
    }

    /// The first with all that it is related to and that the user may read.
    ///
    /// # Errors
    ///
    /// As [`many_each`](Self::many_each), and [`AccessError::NotFound`] if there is none.
    pub async fn one(mut self) -> Result<(ReadableOf<E>, Vec<ReadableOf<R>>), AccessError> {
        let (db, key) = (self.find.db.clone(), self.find.key.clone());
        self.find = self.find.limit(1);
        match self.many_each().await?.pop() {
            Some(found) => Ok(found),
            None => Err(missing(&db, &Rules::<E>::of(&db)?, key).await?),
        }
    }

    async fn load(self) -> Result<Loaded<E, R>, AccessError> {
        let (db, rules, select) = self.find.guarded()?;
        let theirs = Rules::<R>::of(&db)?;
        theirs.check(self.columns, false)?;
        check_relation::<E, R>(&rules, &theirs)?;
        if E::to().on_condition.is_some() {
            // The loader would leave it out, and give what is not related.
            return Err(AccessError::Broken(
                "a relation with a condition of its own is not loaded: use `join`",
            ));
        }
        let models = select.all(&db.executor.reading()?.connection()).await?;
        Ok(Loaded {
            db,
            models,
            select: self.select.filter(theirs.condition(Op::Read)),
            fields: rules.readable(),
            their_fields: theirs.readable(),
        })
    }
}

/// What is related to what tells what both hold in the columns they are related by.
pub(super) fn check_relation<E, R>(ours: &Rules<E>, theirs: &Rules<R>) -> Result<(), AccessError>
where
    E: EntityTrait<Model: ModelAccess> + Related<R>,
    R: EntityTrait<Model: ModelAccess>,
{
    if E::via().is_some() {
        return Err(AccessError::Broken(
            "a relation through a third model has that model's rules to obey: go step by step",
        ));
    }
    let relation = E::to();
    if relation.condition_type != ConditionType::All {
        return Err(AccessError::Broken(
            "a relation by an alternative is neither loaded nor joined",
        ));
    }
    ours.check(columns::<E>(&relation.from_col)?, false)?;
    theirs.check(columns::<R>(&relation.to_col)?, false)
}

fn columns<E: EntityTrait>(identity: &Identity) -> Result<Vec<E::Column>, AccessError> {
    let names = identity.iter().map(|name| {
        let mut columns = E::Column::iter();
        columns.find(|column| column.as_str() == name.to_string())
    });
    names.collect::<Option<_>>().ok_or(AccessError::Broken(
        "a relation is by a column that the entity does not have",
    ))
}
