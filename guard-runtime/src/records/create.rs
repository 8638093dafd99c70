//! Creating records.

use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel, Iterable as _,
};

use super::change::{Change, Written, key_of};
use super::rules::Rules;
use super::{AccessError, GuardedDb, ReadableOf};
use crate::model::{ModelAccess, Op};

/// What an active model is of.
pub(super) type EntityOf<A> = <A as ActiveModelTrait>::Entity;

/// The columns of what an active model is of.
pub(super) type ColumnOf<A> = <EntityOf<A> as EntityTrait>::Column;

/// A record to create: [`GuardedDb::create`].
#[must_use = "nothing is created before `exec`"]
pub struct Create<A: ActiveModelTrait> {
    db: GuardedDb,
    input: A,
    /// What the caller sets; what is filled in later is not among it.
    given: Vec<ColumnOf<A>>,
}

impl GuardedDb {
    /// A record to create of what the caller sends: each field that is set must be one that the user may
    /// write.
    ///
    /// The record must be allowed as it is stored, with all that the database and the hooks of its
    /// [`ActiveModelBehavior`] put into it.
    ///
    /// ```
    /// # use sea_orm::entity::prelude::*;
    /// # use guard_runtime::model_access;
    /// # #[model_access(grant(core_portal, CR, where author_id == env.uid), filled(author_id))]
    /// # #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    /// # #[sea_orm(table_name = "note")]
    /// # pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub author_id: i64, pub text: String }
    /// # #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    /// # pub enum Relation {}
    /// # impl ActiveModelBehavior for ActiveModel {}
    /// use guard_runtime::records::{AccessError, GuardedDb};
    /// use sea_orm::Set;
    ///
    /// async fn write(db: &GuardedDb, text: String, author: i64) -> Result<Option<Model>, AccessError> {
    ///     let input = ActiveModel { text: Set(text), ..Default::default() };
    ///     let written = db.create(input).fill(move |note| note.author_id = Set(author)).exec().await?;
    ///     Ok(written.into_record())
    /// }
    /// ```
    pub fn create<A>(&self, input: A) -> Create<A>
    where
        A: ActiveModelTrait<Entity: EntityTrait<Model: ModelAccess>>,
    {
        Create {
            db: self.clone(),
            given: given_columns(&input),
            input,
        }
    }
}

impl<A> Create<A>
where
    A: ActiveModelTrait<Entity: EntityTrait<Model: ModelAccess + IntoActiveModel<A>>>
        + ActiveModelBehavior
        + Send,
{
    /// Sets what the application decides and not the caller: these fields need not be writable.
    pub fn fill(mut self, fill: impl FnOnce(&mut A)) -> Self {
        fill(&mut self.input);
        self
    }

    /// Creates it.
    ///
    /// # Errors
    ///
    /// [`AccessError::Forbidden`] if such a record is not allowed, [`AccessError::Fields`] for fields
    /// that the user may not write, [`AccessError::Conflict`] for what has to be unique; nothing is
    /// stored then.
    pub async fn exec(self) -> Result<Written<ReadableOf<EntityOf<A>>>, AccessError> {
        let rules = Rules::<EntityOf<A>>::of(&self.db)?;
        rules.could(Op::Create)?;
        rules.check(self.given, true)?;
        let change = Change::<EntityOf<A>>::begin(&self.db, Op::Create).await?;
        let model = insert(self.input, &change).await?;
        change.after(model).await
    }
}

async fn insert<A>(
    input: A,
    change: &Change<EntityOf<A>>,
) -> Result<<EntityOf<A> as EntityTrait>::Model, AccessError>
where
    A: ActiveModelTrait<Entity: EntityTrait<Model: ModelAccess + IntoActiveModel<A>>>
        + ActiveModelBehavior
        + Send,
{
    let transaction = &change.transaction;
    let input = A::before_save(input, transaction, true).await?;
    let stored = <EntityOf<A> as EntityTrait>::insert(input)
        .exec_with_returning(transaction)
        .await?;
    let key = key_of::<EntityOf<A>>(&stored);
    let model = A::after_save(stored, transaction, true).await?;
    if key == key_of::<EntityOf<A>>(&model) {
        Ok(model)
    } else {
        Err(AccessError::Broken("`after_save` gave back another record"))
    }
}

/// The fields that are inserted: also those that an active model calls unchanged.
fn given_columns<A: ActiveModelTrait>(input: &A) -> Vec<ColumnOf<A>> {
    let all = ColumnOf::<A>::iter();
    all.filter(|column| !matches!(input.get(*column), ActiveValue::NotSet))
        .collect()
}

/// The fields that are changed.
pub(super) fn set_columns<A: ActiveModelTrait>(input: &A) -> Vec<ColumnOf<A>> {
    let all = ColumnOf::<A>::iter();
    all.filter(|column| matches!(input.get(*column), ActiveValue::Set(_)))
        .collect()
}
