//! Creating, changing and deleting records.

use super::EntityOf;
use super::check::{Check, changed, is_refusal};
use super::column::columns;
use super::entered::Draft;
use super::key::{Key, chosen, ids, invalid, key_columns};
use super::offer::offered;
use super::record::records;
use crate::admin::objects::{Entered, PageError, Record};
use crate::admin::{Action, ModelPage};
use crate::env::Env;
use crate::model::Op;
use crate::records::{AccessError, GuardedDb};

/// Creates a record, and reads it as it is stored; nothing if the user may not.
pub(super) async fn create<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    entered: Entered,
) -> Result<Option<Record>, PageError> {
    offered::<P>(Action::Create)?;
    let columns = columns::<P>();
    let draft = Draft::<P>::read(env, &columns, &entered, true)?;
    let (given, filled) = draft.filled(&columns, |it| P::fill_new(env, it))?;
    P::has_create_permission(env, Some(&filled)).await?;
    let check = Check::<P> {
        env,
        columns: &columns,
        is_new: true,
    };
    let created = db.transaction(async |db| {
        let mistakes = check.mistakes(db, &filled, None).await?;
        if !check.is_tried(&mistakes) {
            return Err(PageError::Invalid(mistakes));
        }
        // Filled once: what is random must be what has been asked about.
        let create = db.create(given).fill(|it| *it = filled);
        match create.exec_keyed().await {
            Ok(created) if mistakes.is_empty() => Ok(created),
            Err(error) if mistakes.is_empty() || is_refusal(&error) => {
                Err(check.taken(error, None))
            }
            _ => Err(PageError::Invalid(mistakes)),
        }
    });
    let (key, written) = created.await?;
    let Some(keys) = key_columns(&columns).filter(|_| written.record().is_some()) else {
        return Ok(None);
    };
    let key = Key::of(&keys, key);
    let id = || key.id::<EntityOf<P>>();
    let may_read = P::has_read_permission(env, Some(&[id()])).await;
    if offered::<P>(Action::Read).is_err() || may_read.is_err() {
        return Ok(None);
    }
    let found = db.find::<EntityOf<P>>().by_id(id()).raw_one().await;
    match found {
        Ok((model, fields)) => Ok(records::<P>(env, db, &[model], &fields).await?.pop()),
        // Somebody was quick.
        Err(AccessError::NotFound { .. }) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Changes all of them in the same way, or none.
pub(super) async fn update<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    keys: &[String],
    entered: Entered,
) -> Result<u64, PageError> {
    offered::<P>(Action::Update)?;
    let keys = in_order::<P>(keys)?;
    let columns = columns::<P>();
    if entered.is_empty() {
        return Err(invalid("nothing to change".to_owned()));
    }
    let draft = Draft::<P>::read(env, &columns, &entered, false)?;
    let (given, filled) = draft.filled(&columns, |it| P::fill_changes(env, it))?;
    P::has_update_permission(env, Some(&ids::<P>(&keys)), Some(&filled)).await?;
    let places = key_columns(&columns).ok_or(PageError::NoSuchKey)?;
    // Asked before: within the transaction, the page might wait for a connection that there is not.
    let is_named = P::has_read_permission(env, Some(&ids::<P>(&keys))).await;
    let is_named = is_named.is_ok();
    let check = Check::<P> {
        env,
        columns: &columns,
        is_new: false,
    };
    db.transaction(async |db| {
        let mut mistakes = Vec::new();
        for key in &keys {
            let (mut given, mut filled) = (given.clone(), filled.clone());
            if !key.put(&places, &mut given) || !key.put(&places, &mut filled) {
                return Err(PageError::NoSuchKey);
            }
            // Who may not change it learns nothing of what it may become.
            let stored = db.raw_before::<EntityOf<P>>(Op::Update, key.values.clone());
            let stored = stored.await?;
            let which = (keys.len() > 1).then(|| check.which(key, &stored, is_named));
            let record = changed::<P>(&stored, &filled)?;
            // All that is wrong with all of them: nothing stays stored any more.
            mistakes.extend(check.mistakes(db, &record, which.as_ref()).await?);
            if check.is_tried(&mistakes) {
                let update = db.update(given).fill(|it| *it = filled).exec().await;
                match update {
                    Err(error) if mistakes.is_empty() || is_refusal(&error) => {
                        return Err(check.taken(error, which.as_ref()));
                    }
                    _ => {}
                }
            }
        }
        if mistakes.is_empty() {
            Ok(count(&keys))
        } else {
            Err(PageError::Invalid(mistakes))
        }
    })
    .await
}

/// Deletes all of them, or none.
pub(super) async fn delete<P: ModelPage>(
    env: &Env,
    db: &GuardedDb,
    keys: &[String],
) -> Result<u64, PageError> {
    offered::<P>(Action::Delete)?;
    let keys = in_order::<P>(keys)?;
    P::has_delete_permission(env, Some(&ids::<P>(&keys))).await?;
    db.transaction(async |db| {
        for key in &keys {
            let id = key.id::<EntityOf<P>>();
            db.delete::<EntityOf<P>>(id).await?;
        }
        Ok(count(&keys))
    })
    .await
}

/// In one order, whatever the caller's: two who change the same records must not wait for each other.
fn in_order<P: ModelPage>(keys: &[String]) -> Result<Vec<Key>, PageError> {
    let mut keys = chosen::<P>(keys)?;
    keys.sort_by(|one, other| one.text.cmp(&other.text));
    Ok(keys)
}

fn count(keys: &[Key]) -> u64 {
    u64::try_from(keys.len()).unwrap_or(u64::MAX)
}
