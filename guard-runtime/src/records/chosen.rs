//! Records that are changed together.

use sea_orm::sea_query::{Condition, Value};
use sea_orm::{
    DatabaseTransaction, EntityTrait, PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::change::{Change, key_of};
use super::key::{AT_ONCE, has_one_of};
use super::rules::Rules;
use super::{AccessError, Find};
use crate::model::{ModelAccess, Op};

/// The records of a change of many, which nobody else changes from now on.
pub(super) struct Chosen<E: EntityTrait<Model: ModelAccess>> {
    pub(super) change: Change<E>,
    keys: Vec<Vec<Value>>,
    op: Op,
}

impl<E: EntityTrait<Model: ModelAccess>> Chosen<E> {
    /// Those that are found; refused if one of them may not be changed, or if not all that were named
    /// are there.
    pub(super) async fn of(find: Find<E>, op: Op) -> Result<Self, AccessError> {
        let change = Change::begin(&find.db, Rules::<E>::of(&find.db)?, op).await?;
        let found = Self::found(&change, find).await;
        let keys = match found {
            Ok(keys) => keys,
            Err(error) => return change.refuse(error).await,
        };
        let chosen = Self { change, keys, op };
        if chosen.allowed().await? == chosen.count() {
            Ok(chosen)
        } else {
            let error = chosen.change.rules.forbidden(op);
            chosen.refuse(error).await
        }
    }

    async fn found(change: &Change<E>, find: Find<E>) -> Result<Vec<Vec<Value>>, AccessError> {
        change.rules.check(find.columns, false)?;
        let select = find.select.filter(change.rules.condition(Op::Read));
        let models = select.lock_exclusive().all(&change.transaction).await?;
        if find.named.is_some_and(|named| named != models.len()) {
            return Err(change.rules.not_found());
        }
        Ok(models.iter().map(key_of::<E>).collect())
    }

    pub(super) fn transaction(&self) -> &DatabaseTransaction {
        &self.change.transaction
    }

    /// How many they are.
    pub(super) fn count(&self) -> u64 {
        u64::try_from(self.keys.len()).unwrap_or(u64::MAX)
    }

    /// Conditions that name all of them, some at a time.
    pub(super) fn parts(&self) -> impl Iterator<Item = Condition> + '_ {
        self.keys.chunks(AT_ONCE).map(has_one_of::<E>)
    }

    /// How many of them the rules allow to be changed, as they are now.
    async fn allowed(&self) -> Result<u64, AccessError> {
        let mut allowed = 0;
        for part in self.parts() {
            let rule = self.change.rules.condition(self.op);
            let select = E::find().filter(part).filter(rule);
            allowed += select.count(self.transaction()).await?;
        }
        Ok(allowed)
    }

    /// Keeps the change if it was of all of them, and if each is still allowed where that is asked.
    pub(super) async fn finish(self, changed: u64, again: bool) -> Result<u64, AccessError> {
        let count = self.count();
        if changed != count {
            let model = self.change.rules.model();
            return self.refuse(AccessError::Changed { model }).await;
        }
        if again && self.allowed().await? != count {
            let error = self.change.rules.forbidden(self.op);
            return self.refuse(error).await;
        }
        self.change.transaction.commit().await?;
        Ok(count)
    }

    /// Gives the change up.
    pub(super) async fn refuse<T>(self, error: AccessError) -> Result<T, AccessError> {
        self.change.refuse(error).await
    }
}
