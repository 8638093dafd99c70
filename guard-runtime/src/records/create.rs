//! Creating records.

use sea_orm::sea_query::Value;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel, Iterable as _,
};

use super::change::{Change, Written, key_of};
use super::rules::Rules;
use super::save::{ColumnOf, EntityOf};
use super::{AccessError, GuardedDb, ReadableOf};
use crate::model::{ModelAccess, Op};

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
    /// that the user may not write, [`AccessError::Missing`] for those that the user may write and has
    /// to, [`AccessError::Conflict`] for what has to be unique; nothing is
    /// stored then.
    pub async fn exec(self) -> Result<Written<ReadableOf<EntityOf<A>>>, AccessError> {
        Ok(self.exec_keyed().await?.1)
    }

    /// The same, and the primary key.
    pub(crate) async fn exec_keyed(
        self,
    ) -> Result<(Vec<Value>, Written<ReadableOf<EntityOf<A>>>), AccessError> {
        let rules = Rules::<EntityOf<A>>::of(&self.db)?;
        rules.could(Op::Create)?;
        rules.check(self.given, true)?;
        let change = Change::begin(&self.db, rules, Op::Create).await?;
        let model = change.save(self.input, None).await?;
        let key = key_of::<EntityOf<A>>(&model);
        Ok((key, change.after(model).await?))
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
