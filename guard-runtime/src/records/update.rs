//! Changing and deleting one record.

use sea_orm::{ActiveModelBehavior, ActiveModelTrait, EntityTrait, IntoActiveModel};

use super::change::{Change, Written};
use super::create::set_columns;
use super::executor::Executor;
use super::find::{KeyOf, values};
use super::key::is_key;
use super::rules::Rules;
use super::save::{ColumnOf, EntityOf, key_in};
use super::{AccessError, GuardedDb, ReadableOf};
use crate::model::{ModelAccess, Op};

/// A change of one record: [`GuardedDb::update`].
#[must_use = "nothing is changed before `exec`"]
pub struct Update<A: ActiveModelTrait> {
    db: GuardedDb,
    input: A,
    /// What the caller sets; what is filled in later is not among it.
    given: Vec<ColumnOf<A>>,
}

impl GuardedDb {
    /// A change of the record whose primary key stands in `input`: each other field that is set there
    /// must be one that the user may write.
    ///
    /// The record must be allowed as it is before the change, and as it is after it.
    pub fn update<A>(&self, input: A) -> Update<A>
    where
        A: ActiveModelTrait<Entity: EntityTrait<Model: ModelAccess>>,
    {
        Update {
            db: self.clone(),
            given: set_columns(&input),
            input,
        }
    }

    /// Deletes the record with this primary key.
    ///
    /// What the database deletes with it (`ON DELETE CASCADE`) is not looked at: the rules of the other
    /// models are theirs.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`] for one that the user may not read, [`AccessError::Forbidden`] for one
    /// that the user may read and not delete, [`AccessError::Conflict`] if others refer to it.
    pub async fn delete<E>(&self, id: impl Into<KeyOf<E>>) -> Result<(), AccessError>
    where
        E: EntityTrait<Model: ModelAccess + IntoActiveModel<E::ActiveModel>>,
        E::ActiveModel: Send,
    {
        let key = values::<E>(id).collect::<Vec<_>>();
        let change = Change::begin(self, Rules::<E>::of(self)?, Op::Delete).await?;
        let model = change.before(key).await?;
        if change.delete(model).await? != 1 {
            let model = change.rules.model();
            return change.refuse(AccessError::Changed { model }).await;
        }
        Executor::commit(change.transaction).await
    }
}

impl<A> Update<A>
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

    /// Changes it.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`] for a record that the user may not read, [`AccessError::Forbidden`] if
    /// it may not be changed, or not so, [`AccessError::Fields`] for fields that the user may not
    /// write; nothing is stored then.
    pub async fn exec(self) -> Result<Written<ReadableOf<EntityOf<A>>>, AccessError> {
        let rules = Rules::<EntityOf<A>>::of(&self.db)?;
        let key = key_in(&self.input)?;
        let change = Change::begin(&self.db, rules, Op::Update).await?;
        change.before(key.clone()).await?;
        // After it is known that the record may be seen: a refusal of fields says that it is there.
        let given = self
            .given
            .into_iter()
            .filter(|it| !is_key::<EntityOf<A>>(*it));
        if let Err(error) = change.rules.check(given, true) {
            return change.refuse(error).await;
        }
        let model = change.save(self.input, Some(key)).await?;
        change.after(model).await
    }
}
