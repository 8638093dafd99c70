//! Records, as pages show them.

use std::collections::HashSet;

use sea_orm::{EntityTrait, ModelTrait as _};
use serde_json::Value as Json;

use super::column::{Column, columns};
use super::key::{Key, key_columns};
use super::offer::offered;
use super::{EntityOf, ModelOf, shown};
use crate::admin::objects::{PageError, Record};
use crate::admin::{Action, ModelPage};
use crate::env::Env;
use crate::model::{FieldSet, ModelAccess as _, Op};
use crate::records::GuardedDb;

/// One record, with the fields that may be read.
pub(super) async fn read<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    key: &str,
) -> Result<Record, PageError> {
    offered::<P>(Action::Read)?;
    let columns = columns::<P>();
    let keys = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    let key = Key::read(&keys, key).ok_or(PageError::NoSuchKey)?;
    P::has_read_permission(env, Some(&[key.id::<EntityOf<P>>()])).await?;
    let find = db.find::<EntityOf<P>>().by_id(key.id::<EntityOf<P>>());
    let (model, fields) = find.raw_one().await?;
    let mut records = records::<P>(env, db, &[model], &fields).await?;
    records.pop().ok_or(PageError::NoSuchKey)
}

/// These records as pages show them: without the fields that are not in the set.
pub(super) async fn records<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    models: &[ModelOf<P>],
    fields: &FieldSet,
) -> Result<Vec<Record>, PageError> {
    let columns = columns::<P>();
    let keys = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    let updates = allowed::<P>(env, db, Op::Update, &keys, models).await?;
    let deletes = allowed::<P>(env, db, Op::Delete, &keys, models).await?;
    let mut records = Vec::with_capacity(models.len());
    for model in models {
        let key = Key::of_record(&keys, model);
        let ids = [key.id::<EntityOf<P>>()];
        records.push(Record {
            may_update: updates.contains(&key.text)
                && P::has_update_permission(env, Some(&ids), None)
                    .await
                    .is_ok(),
            may_delete: deletes.contains(&key.text)
                && P::has_delete_permission(env, Some(&ids)).await.is_ok(),
            key: key.text,
            values: values::<P>(&columns, model, fields),
        });
    }
    Ok(records)
}

/// What may be seen of a record, by the positions of the fields.
pub(super) fn values<P: ModelPage>(
    columns: &[Column<EntityOf<P>>],
    model: &ModelOf<P>,
    fields: &FieldSet,
) -> Vec<Option<Json>> {
    let columns = (0..).zip(columns);
    let values = columns.map(|(at, column)| {
        let place = column.place.filter(|_| fields.has(at))?;
        Some(shown::json(&model.get(place), &column.kind))
    });
    values.collect()
}

/// The keys of those records with which the rules of the model allow this: a hint for buttons, which is
/// asked again when they are pressed.
async fn allowed<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    op: Op,
    keys: &[&Column<EntityOf<P>>],
    models: &[ModelOf<P>],
) -> Result<HashSet<String>, PageError> {
    let action = match op {
        Op::Update => Action::Update,
        _ => Action::Delete,
    };
    let key = |model: &ModelOf<P>| Key::of_record(keys, model);
    let access = ModelOf::<P>::ACCESS;
    let decision = access.decide(env, op);
    if offered::<P>(action).is_err() || decision.is_nothing() || models.is_empty() {
        return Ok(HashSet::new());
    }
    let is_known = decision.is_everything() || !access.looks_elsewhere(op);
    if is_known {
        let allowed = models.iter().filter(|model| decision.allows(model));
        return Ok(allowed.map(|model| key(model).text).collect());
    }
    let ids = models.iter().map(|model| key(model).id::<EntityOf<P>>());
    let ids = ids.collect::<Vec<<<EntityOf<P> as EntityTrait>::PrimaryKey as sea_orm::PrimaryKeyTrait>::ValueType>>();
    let allowed = db.find::<EntityOf<P>>().by_ids(ids).raw_allowed(op).await?;
    Ok(allowed.iter().map(|model| key(model).text).collect())
}
