//! Changing and deleting many records at once: all of them or none.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait as _, ActiveValue, ColumnTrait as _, EntityTrait, QueryFilter as _,
};

use super::chosen::Chosen;
use super::create::set_columns;
use super::key::is_key;
use super::{AccessError, Find};
use crate::model::{ModelAccess, Op};

impl<E: EntityTrait<Model: ModelAccess>> Find<E> {
    /// Changes all of them in the same way, and says how many they were.
    ///
    /// Each field that is set must be one that the user may write. Each record must be allowed before the
    /// change and after it; if one of them is not, none is changed. Records that the user may not read
    /// are not among them; named by [`by_ids`](Self::by_ids), they are not found, and none is changed.
    /// The hooks of the active model do not run.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`], [`AccessError::Forbidden`], [`AccessError::Fields`],
    /// [`AccessError::Conflict`], and [`AccessError::Changed`] if the records changed meanwhile.
    pub async fn update_all(self, change: E::ActiveModel) -> Result<u64, AccessError> {
        self.update_all_filling(change, |_| {}).await
    }

    /// The same, and `fill` sets what the application decides and not the caller: these fields need not
    /// be writable.
    ///
    /// # Errors
    ///
    /// As [`update_all`](Self::update_all).
    pub async fn update_all_filling(
        self,
        mut change: E::ActiveModel,
        fill: impl FnOnce(&mut E::ActiveModel),
    ) -> Result<u64, AccessError> {
        let given = set_columns(&change);
        fill(&mut change);
        let columns = set_columns(&change);
        if columns.is_empty() || columns.iter().any(|it| is_key::<E>(*it)) {
            return Err(AccessError::Broken(
                "a change of many records sets some of their fields, and not the primary key",
            ));
        }
        let chosen = Chosen::of(self, Op::Update).await?;
        if let Err(error) = chosen.change.rules.check(given, true) {
            return chosen.refuse(error).await;
        }
        let mut changed = 0;
        for part in chosen.parts() {
            let mut update = E::update_many().filter(part);
            for column in &columns {
                if let ActiveValue::Set(value) = change.get(*column) {
                    update = update.col_expr(*column, column.save_as(Expr::val(value)));
                }
            }
            changed += update.exec(chosen.transaction()).await?.rows_affected;
        }
        chosen.finish(changed, true).await
    }

    /// Deletes all of them, and says how many they were. If one of them may not be deleted, none is.
    /// Records that the user may not read are not among them; named by [`by_ids`](Self::by_ids), they
    /// are not found, and none is deleted. The hooks of the active model do not run.
    ///
    /// # Errors
    ///
    /// [`AccessError::NotFound`], [`AccessError::Forbidden`], [`AccessError::Conflict`] if others refer
    /// to one of them, and [`AccessError::Changed`] if the records changed meanwhile.
    pub async fn delete_all(self) -> Result<u64, AccessError> {
        let chosen = Chosen::of(self, Op::Delete).await?;
        let mut deleted = 0;
        for part in chosen.parts() {
            let delete = E::delete_many().filter(part);
            deleted += delete.exec(chosen.transaction()).await?.rows_affected;
        }
        chosen.finish(deleted, false).await
    }
}
