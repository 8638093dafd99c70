//! The roles that are stored for users.

use guard_runtime::admin::access::{AccountsError, RoleNames};
use guard_runtime::tokens::StoreError;
use guard_runtime::{Answer, Id};
use sea_orm::{
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};

use crate::app::data::assignment;

pub(super) struct Assignments {
    db: DatabaseConnection,
}

impl Assignments {
    pub(super) fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    async fn of(&self, user: &Id) -> Result<Vec<String>, DbErr> {
        let Some(user) = user.as_i64() else {
            return Ok(Vec::new());
        };
        assignment::Entity::find()
            .select_only()
            .column(assignment::Column::RoleName)
            .filter(assignment::Column::UserId.eq(user))
            .order_by_asc(assignment::Column::RoleName)
            .into_tuple()
            .all(&self.db)
            .await
    }

    async fn set(&self, user: i64, role: &str, has: bool) -> Result<(), DbErr> {
        let key = (user, role.to_owned());
        let stored = assignment::Entity::find_by_id(key.clone());
        let is_stored = stored.one(&self.db).await?.is_some();
        if has && !is_stored {
            let row = assignment::ActiveModel {
                user_id: Set(user),
                role_name: Set(role.to_owned()),
            };
            let insert = assignment::Entity::insert(row);
            insert.exec_without_returning(&self.db).await?;
        } else if !has {
            let delete = assignment::Entity::delete_by_id(key);
            delete.exec(&self.db).await?;
        }
        Ok(())
    }
}

impl RoleNames for Assignments {
    fn names_of<'a>(&'a self, user: &'a Id) -> Answer<'a, Result<Vec<String>, StoreError>> {
        Answer::later(async move { self.of(user).await.map_err(StoreError::new) })
    }

    fn set_role<'a>(
        &'a self,
        user: &'a Id,
        role: &'a str,
        has: bool,
    ) -> Answer<'a, Result<(), AccountsError>> {
        Answer::later(async move {
            let user = user.as_i64().ok_or(AccountsError::Gone)?;
            let set = self.set(user, role, has).await;
            set.map_err(|error| StoreError::new(error).into())
        })
    }
}
