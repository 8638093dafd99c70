//! What was entered into the fields of a record.

use sea_orm::{ActiveModelTrait, ActiveValue};

use super::codec::{REQUIRED, put};
use super::column::{Column, named, refused};
use super::{ActiveOf, EntityOf, ModelOf};
use crate::admin::ModelPage;
use crate::admin::objects::{Entered, FieldError, PageError};
use crate::env::Env;
use crate::model::{FieldSet, ModelAccess as _};
use crate::records::AccessError;

/// What was entered, as a record: all that is wrong with it at once.
pub(super) struct Draft<P: ModelPage> {
    pub(super) record: ActiveOf<P>,
    errors: Vec<FieldError>,
    is_new: bool,
    writable: FieldSet,
}

impl<P: ModelPage> Draft<P> {
    /// Reads it. A field that the user may not write is refused whatever was entered there.
    pub(super) fn read(
        env: &Env,
        columns: &[Column<EntityOf<P>>],
        entered: &Entered,
        is_new: bool,
    ) -> Result<Self, PageError> {
        let access = ModelOf::<P>::ACCESS;
        let writable = access.writable(env);
        let names = entered.iter().map(|(name, _)| &**name);
        let fields = refused(columns, &names.collect::<Vec<_>>(), &writable);
        if !fields.is_empty() {
            return Err(PageError::Access(AccessError::Fields {
                model: access.name(),
                fields,
                write: true,
            }));
        }
        let mut draft = Self {
            record: <ActiveOf<P> as ActiveModelTrait>::default(),
            errors: Vec::new(),
            is_new,
            writable,
        };
        let mut seen = Vec::new();
        for (name, given) in entered {
            let result = match named(columns, name) {
                None => Err("is no field of this model".to_owned()),
                Some(_) if seen.contains(&name) => Err("is entered twice".to_owned()),
                Some((_, column)) if !is_offered::<P>(column, is_new) => {
                    Err("is not entered here".to_owned())
                }
                Some((_, column)) => put(&mut draft.record, column, given),
            };
            seen.push(name);
            if let Err(message) = result {
                draft.wrong(name, message);
            }
        }
        Ok(draft)
    }

    fn wrong(&mut self, field: &str, message: String) {
        self.errors.push(FieldError::at(field, message));
    }

    /// The same with what the application decides; fields that are missing even then, and that the user
    /// could have entered, are mistakes too.
    pub(super) fn filled(
        mut self,
        columns: &[Column<EntityOf<P>>],
        fill: impl FnOnce(&mut ActiveOf<P>),
    ) -> Result<(ActiveOf<P>, ActiveOf<P>), PageError> {
        let mut filled = self.record.clone();
        fill(&mut filled);
        let is_new = self.is_new;
        let new = (0..).zip(columns).filter(|_| is_new);
        for (at, column) in new {
            let place = column.place.filter(|_| column.is_required());
            let is_missing =
                place.is_some_and(|place| matches!(filled.get(place), ActiveValue::NotSet));
            let could = self.writable.has(at) && is_offered::<P>(column, true);
            let is_known = |it: &FieldError| it.field.as_deref() == Some(column.name);
            if is_missing && could && !self.errors.iter().any(is_known) {
                self.wrong(column.name, REQUIRED.to_owned());
            }
        }
        if self.errors.is_empty() {
            Ok((self.record, filled))
        } else {
            Err(PageError::Invalid(self.errors))
        }
    }
}

/// Whether the page's form has the field.
pub(super) fn is_offered<P: ModelPage>(column: &Column<EntityOf<P>>, is_new: bool) -> bool {
    let form = P::SHOWN.form;
    column.is_entered(is_new) && (form.is_empty() || form.contains(&column.name))
}
