//! Storing an active model within a change, with the hooks of its behaviour.

use sea_orm::sea_query::Value;
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ActiveValue, ColumnTrait as _, DbErr, EntityTrait,
    IntoActiveModel, Iterable as _, PrimaryKeyTrait as _,
};

use super::AccessError;
use super::change::{Change, key_of};
use super::key::{is_key, key_columns};
use crate::model::ModelAccess;

const ANOTHER: &str = "a record changed its primary key";

/// What the databases say where a record lacks a value.
const NOT_NULL: [&str; 2] = ["NOT NULL constraint failed", "violates not-null constraint"];

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
                return Err(AccessError::Broken(ANOTHER));
            }
            Some(_) => E::update(input).exec(transaction).await?,
            None => {
                let unset = unset_columns(&input);
                let stored = E::insert(input).exec_with_returning(transaction).await;
                stored.map_err(|error| self.lacking(unset, error))?
            }
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

impl<E: EntityTrait<Model: ModelAccess>> Change<E> {
    /// Names what the caller has left out where that is why a record is not stored. The database is
    /// asked first: it may know of values that the entity does not.
    fn lacking(&self, unset: Vec<E::Column>, error: DbErr) -> AccessError {
        let text = error.to_string();
        if !NOT_NULL.iter().any(|it| text.contains(it)) {
            return error.into();
        }
        let needed = unset.into_iter().filter(|column| {
            let definition = column.def();
            let is_numbered = is_key::<E>(*column) && E::PrimaryKey::auto_increment();
            !definition.is_null() && definition.get_column_default().is_none() && !is_numbered
        });
        let fields = self.rules.writable(needed);
        if fields.is_empty() {
            return error.into();
        }
        let model = self.rules.model();
        AccessError::Missing { model, fields }
    }
}

impl<E: EntityTrait<Model: ModelAccess + IntoActiveModel<E::ActiveModel>>> Change<E> {
    /// Deletes it, and says how many that were. No hook makes another record of it.
    pub(super) async fn delete(&self, model: E::Model) -> Result<u64, AccessError>
    where
        E::ActiveModel: Send,
    {
        let transaction = &self.transaction;
        let key = key_of::<E>(&model);
        let input = model.into_active_model().before_delete(transaction).await?;
        if key_in(&input)? != key {
            return Err(AccessError::Broken(ANOTHER));
        }
        let deleted = E::delete(input.clone()).exec(transaction).await?;
        input.after_delete(transaction).await?;
        Ok(deleted.rows_affected)
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

/// The fields that the database fills in, if anybody does.
fn unset_columns<A: ActiveModelTrait>(input: &A) -> Vec<ColumnOf<A>> {
    let all = ColumnOf::<A>::iter();
    all.filter(|column| matches!(input.get(*column), ActiveValue::NotSet))
        .collect()
}
