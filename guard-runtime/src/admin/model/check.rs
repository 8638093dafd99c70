//! What the application says of a record before it is stored.

use sea_orm::{
    ActiveModelTrait, ActiveValue, EntityTrait, IntoActiveModel as _, Iterable as _,
    PrimaryKeyToColumn as _,
};

use super::column::{Column, named};
use super::entered::is_offered;
use super::key::Key;
use super::named::name;
use super::{ActiveOf, EntityOf, ModelOf};
use crate::admin::objects::{FieldError, PageError};
use crate::admin::page_error::Which;
use crate::admin::{ModelPage, RunError};
use crate::env::Env;
use crate::model::{ModelAccess as _, Op};
use crate::records::{AccessError, GuardedDb};

/// Who asks, and of which kind of record.
pub(super) struct Check<'a, P: ModelPage> {
    pub(super) env: &'a Env,
    pub(super) columns: &'a [Column<EntityOf<P>>],
    pub(super) is_new: bool,
}

impl<P: ModelPage> Check<'_, P> {
    /// Asks the application about the record as it will be.
    pub(super) async fn ask(
        &self,
        db: &GuardedDb,
        record: &ActiveOf<P>,
        which: Option<&Which>,
    ) -> Result<(), PageError> {
        let error = match P::check(self.env, db, record).await {
            Ok(()) => return Ok(()),
            Err(error) => error,
        };
        let RunError::Invalid(mistakes) = error else {
            return Err(error.into());
        };
        let errors = mistakes.iter().map(|(field, why)| FieldError {
            record: which.cloned(),
            ..self.placed(field, why)
        });
        Err(PageError::invalid(errors.collect()))
    }

    /// The same, with all that is to be entered otherwise.
    pub(super) async fn mistakes(
        &self,
        db: &GuardedDb,
        record: &ActiveOf<P>,
        which: Option<&Which>,
    ) -> Result<Vec<FieldError>, PageError> {
        match self.ask(db, record, which).await {
            Err(PageError::Invalid(errors)) => Ok(errors),
            asked => asked.map(|()| Vec::new()),
        }
    }

    /// Whether the record is put into the database, be it to be undone: who may not store it is to be
    /// refused, and not told what is wrong with it. The rules say so of what is stored.
    pub(super) fn is_tried(&self, mistakes: &[FieldError]) -> bool {
        let op = if self.is_new { Op::Create } else { Op::Update };
        mistakes.is_empty() || !ModelOf::<P>::ACCESS.decide(self.env, op).is_everything()
    }

    /// At its field, if it is one that the user could enter here; else it is about the whole, with the name
    /// of the field if the user may know of it.
    pub(super) fn placed(&self, field: Option<&str>, why: &str) -> FieldError {
        let access = ModelOf::<P>::ACCESS;
        let found = field.and_then(|it| named(self.columns, it));
        let Some((at, column)) = found else {
            return FieldError::whole(why);
        };
        if access.writable(self.env).has(at) && is_offered::<P>(column, self.is_new) {
            FieldError::at(column.name, why)
        } else if access.readable(self.env).has(at) {
            let label = column.field(P::SHOWN).label;
            FieldError::whole(format!("{label}: {why}"))
        } else {
            FieldError::whole(why)
        }
    }

    /// Which of several records this is, by its name if the user may know it.
    pub(super) fn which(&self, key: &Key, stored: &ModelOf<P>, is_named: bool) -> Which {
        let readable = ModelOf::<P>::ACCESS.readable(self.env);
        let title = is_named.then(|| name::<P>(self.columns, stored, &readable));
        Which {
            key: key.text.clone(),
            title: title.flatten().unwrap_or_else(|| key.text.clone()),
        }
    }
}

/// Whether the user may not store this at all, whatever is wrong with it.
pub(super) fn is_refusal(error: &AccessError) -> bool {
    use AccessError::{Env, Fields, Forbidden, NotFound};
    matches!(
        error,
        Env(_) | Fields { .. } | Forbidden { .. } | NotFound { .. }
    )
}

/// A record as it will be: what is stored is unchanged in it, and what changes is set.
pub(super) fn changed<P: ModelPage>(
    stored: &ModelOf<P>,
    changes: &ActiveOf<P>,
) -> Result<ActiveOf<P>, PageError> {
    let mut record: ActiveOf<P> = stored.clone().into_active_model();
    for column in <EntityOf<P> as EntityTrait>::Column::iter() {
        // By its key a record is found: it does not change.
        let is_key = <EntityOf<P> as EntityTrait>::PrimaryKey::from_column(column).is_some();
        if let (ActiveValue::Set(value), false) = (changes.get(column), is_key) {
            let is_set = record.try_set(column, value);
            is_set.map_err(|error| PageError::Failed(error.to_string()))?;
        }
    }
    Ok(record)
}
