//! One change: what is checked before and after it, in one transaction.

use sea_orm::sea_query::Value;
use sea_orm::{
    DatabaseTransaction, EntityTrait, ModelTrait, PaginatorTrait, QueryFilter, QuerySelect,
};

use super::executor::Turn;
use super::key::{has_key, key_columns};
use super::rules::Rules;
use super::{AccessError, GuardedDb, ReadableOf};
use crate::env::EnvError;
use crate::model::{ModelAccess, Op};

/// A change that is undone unless it is committed.
pub(super) struct Change<E: EntityTrait<Model: ModelAccess>> {
    pub(super) rules: Rules<E>,
    pub(super) transaction: DatabaseTransaction,
    /// Given up after the transaction.
    _turn: Turn,
    op: Op,
}

/// What was written, as far as the user may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written<T> {
    model: &'static str,
    record: Option<T>,
}

impl<E: EntityTrait<Model: ModelAccess>> Change<E> {
    /// Begins a change that obeys these rules.
    pub(super) async fn begin(
        db: &GuardedDb,
        rules: Rules<E>,
        op: Op,
    ) -> Result<Self, AccessError> {
        if rules.env.is_read_only() {
            return Err(EnvError::ReadOnly.into());
        }
        let (turn, transaction) = db.executor.begin().await?;
        Ok(Self {
            rules,
            transaction,
            _turn: turn,
            op,
        })
    }

    /// The record as it is before the change, which nobody else changes from now on.
    pub(super) async fn before(&self, key: Vec<Value>) -> Result<E::Model, AccessError> {
        let found = E::find()
            .filter(has_key::<E>(&key))
            .filter(self.rules.condition(Op::Read))
            .lock_exclusive()
            .one(&self.transaction)
            .await?;
        let Some(model) = found else {
            return Err(self.rules.hidden(&self.transaction, &key).await?);
        };
        if self.allows(self.op, &key).await? {
            Ok(model)
        } else {
            let error = self.rules.forbidden(self.op);
            Err(self.rules.refused(error, self.op, &model))
        }
    }

    /// Whether the rules allow this with the record as it is now.
    pub(super) async fn allows(&self, op: Op, key: &[Value]) -> Result<bool, AccessError> {
        let one = E::find()
            .filter(has_key::<E>(key))
            .filter(self.rules.condition(op));
        Ok(one.count(&self.transaction).await? == 1)
    }

    /// Keeps the change if the record is allowed as it is after it.
    pub(super) async fn after(
        self,
        model: E::Model,
    ) -> Result<Written<ReadableOf<E>>, AccessError> {
        let key = key_of::<E>(&model);
        if !self.allows(self.op, &key).await? {
            // Dropped, the transaction is undone; here it is known to be before the answer.
            self.transaction.rollback().await?;
            let error = self.rules.forbidden(self.op);
            return Err(self.rules.refused(error, self.op, &model));
        }
        let is_readable = self.allows(Op::Read, &key).await?;
        self.transaction.commit().await?;
        let record = is_readable.then(|| model.readable(&self.rules.readable()));
        let model = self.rules.model();
        Ok(Written { model, record })
    }

    /// Gives the change up.
    pub(super) async fn refuse<T>(self, error: AccessError) -> Result<T, AccessError> {
        self.transaction.rollback().await?;
        Err(error)
    }
}

impl<T> Written<T> {
    /// The record as it is stored now; nothing if the user may not read it.
    pub fn record(&self) -> Option<&T> {
        self.record.as_ref()
    }

    /// The record as it is stored now.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`] if the user may not read it. It is stored all the same.
    pub fn readable(self) -> Result<T, AccessError> {
        let model = self.model;
        self.record.ok_or(AccessError::NotFound {
            model,
            explanation: None,
        })
    }

    /// The record as it is stored now; nothing if the user may not read it.
    #[must_use]
    pub fn into_record(self) -> Option<T> {
        self.record
    }
}

/// The primary key of a record.
pub(super) fn key_of<E: EntityTrait>(model: &E::Model) -> Vec<Value> {
    key_columns::<E>().map(|column| model.get(column)).collect()
}
