//! Storing an active model within a change, with the hooks of its behaviour.

use sea_orm::sea_query::Value;
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel};

use super::AccessError;
use super::change::{Change, key_of};
use super::key::key_columns;
use crate::model::ModelAccess;

/// What an active model is of.
pub(super) type EntityOf<A> = <A as ActiveModelTrait>::Entity;

/// The columns of what an active model is of.
pub(super) type ColumnOf<A> = <EntityOf<A> as EntityTrait>::Column;

impl<E: EntityTrait<Model: ModelAccess>> Change<E> {
    /// Inserts it, or updates the record with this primary key. No hook makes another record of it.
    pub(super) async fn save<A>(
        &self,
        input: A,
        key: Option<Vec<Value>>,
    ) -> Result<E::Model, AccessError>
    where
        A: ActiveModelTrait<Entity = E> + ActiveModelBehavior + Send,
        E::Model: IntoActiveModel<A>,
    {
        let transaction = &self.transaction;
        let is_new = key.is_none();
        let input = A::before_save(input, transaction, is_new).await?;
        let stored = match &key {
            Some(key) if key_in(&input)? != *key => {
                return Err(AccessError::Broken("a record changed its primary key"));
            }
            Some(_) => E::update(input).exec(transaction).await?,
            None => E::insert(input).exec_with_returning(transaction).await?,
        };
        let key = key.unwrap_or_else(|| key_of::<E>(&stored));
        let model = A::after_save(stored, transaction, is_new).await?;
        if key_of::<E>(&model) == key {
            Ok(model)
        } else {
            Err(AccessError::Broken("`after_save` gave back another record"))
        }
    }
}

/// The primary key that stands in an active model.
pub(super) fn key_in<A: ActiveModelTrait>(input: &A) -> Result<Vec<Value>, AccessError> {
    let columns = key_columns::<EntityOf<A>>();
    let values = columns.map(|column| match input.get(column) {
        ActiveValue::Set(value) | ActiveValue::Unchanged(value) => Some(value),
        ActiveValue::NotSet => None,
    });
    values.collect::<Option<_>>().ok_or(AccessError::Broken(
        "a change says by its primary key which record it is of",
    ))
}
