//! What records are called, for those who refer to them.

use std::collections::HashMap;

use super::column::{Column, columns};
use super::key::{Key, key_columns};
use super::offer::offered;
use super::record::values;
use super::{EntityOf, ModelOf, shown};
use crate::admin::field::title;
use crate::admin::objects::{Named, PageError};
use crate::admin::{Action, ListRequest, MOST_PER_PAGE, ModelPage};
use crate::env::Env;
use crate::model::FieldSet;
use crate::records::GuardedDb;
use sea_orm::ModelTrait as _;

/// The names of those of these records that the user may read.
pub(super) async fn names<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    texts: &[String],
) -> Result<HashMap<String, Named>, PageError> {
    let columns = columns::<P>();
    let keys = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    let wanted = texts.iter().filter_map(|text| Key::held(&keys, text));
    let wanted = readable::<P>(env, wanted.collect()).await;
    if wanted.is_empty() {
        return Ok(HashMap::new());
    }
    let ids = wanted.iter().map(Key::id::<EntityOf<P>>);
    let find = db.find::<EntityOf<P>>().by_ids(ids.collect::<Vec<_>>());
    let (models, fields) = find.raw_some(MOST_PER_PAGE).await?;
    let names = models.iter().map(|model| {
        let key = Key::of_record(&keys, model);
        let title = name::<P>(&columns, model, &fields);
        Some((
            held::<P>(&keys, model)?,
            Named {
                title: title?,
                key: key.text,
            },
        ))
    });
    Ok(names.flatten().collect())
}

/// All records that the user may list, by their names; none, if they are too many to choose from.
pub(super) async fn choices<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
) -> Result<Vec<(String, String)>, PageError> {
    offered::<P>(Action::List)?;
    let request = ListRequest {
        per_page: MOST_PER_PAGE,
        ..ListRequest::default()
    };
    P::has_list_permission(env, Some(&request)).await?;
    let columns = columns::<P>();
    let keys = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    let find = db.find::<EntityOf<P>>();
    let (models, fields) = find.raw_some(MOST_PER_PAGE + 1).await?;
    if u64::try_from(models.len()).is_ok_and(|many| many > MOST_PER_PAGE) {
        return Ok(Vec::new());
    }
    let mut choices = Vec::with_capacity(models.len());
    for model in &models {
        let key = held::<P>(&keys, model).ok_or(PageError::NoSuchKey)?;
        let name = name::<P>(&columns, model, &fields).unwrap_or_else(|| key.clone());
        choices.push((key, name));
    }
    choices.sort_by_cached_key(|(key, name)| (name.to_lowercase(), key.clone()));
    Ok(choices)
}

/// What a record is called by those who may read these fields; nothing if none of them is in the list.
pub(super) fn name<P: ModelPage>(
    columns: &[Column<EntityOf<P>>],
    model: &ModelOf<P>,
    fields: &FieldSet,
) -> Option<String> {
    let values = values::<P>(columns, model, fields);
    let fields = columns.iter().map(|it| it.field(P::SHOWN));
    title(&fields.collect::<Vec<_>>(), P::SHOWN.list, &values)
}

/// Those that the page lets the user read: one question, unless it refuses one of them.
async fn readable<P: ModelPage>(env: &Env, keys: Vec<Key>) -> Vec<Key> {
    let ids = keys.iter().map(Key::id::<EntityOf<P>>).collect::<Vec<_>>();
    if keys.is_empty() || P::has_read_permission(env, Some(&ids)).await.is_ok() {
        return keys;
    }
    let mut readable = Vec::new();
    for key in keys {
        let id = [key.id::<EntityOf<P>>()];
        if P::has_read_permission(env, Some(&id)).await.is_ok() {
            readable.push(key);
        }
    }
    readable
}

/// What a field that refers to the record holds.
fn held<P: ModelPage>(keys: &[&Column<EntityOf<P>>], model: &ModelOf<P>) -> Option<String> {
    // A key of several columns is held by no field.
    let [only] = keys else {
        return None;
    };
    Some(shown::text(&model.get(only.place?), &only.kind))
}
