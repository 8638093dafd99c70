//! Who has which role.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, TryInsertResult};

use super::SqlRoles;
use crate::Id;
use crate::authn::now;
use crate::sql::entity::{membership, token, user_role};
use crate::sql::{text, tokens, write};
use crate::tokens::StoreError;
use crate::tokens::forgotten::Forgotten;

impl SqlRoles {
    /// The names of the roles that a user has outside of projects, sorted.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn of_user(&self, user: impl Into<Id>) -> Result<Vec<String>, StoreError> {
        let user = user.into();
        let user = user.as_text();
        if !text::is_key(&user) {
            return Ok(Vec::new());
        }
        let rows = user_role::Entity::find().filter(user_role::Column::UserId.eq(user.as_ref()));
        let rows = rows.all(&self.db).await.map_err(StoreError::new)?;
        let mut names = rows.into_iter().map(|row| row.role).collect::<Vec<_>>();
        names.sort();
        Ok(names)
    }

    /// Gives a user a role outside of projects; whether they did not have it. Whether there is such a
    /// role is not asked: a name without a role grants nothing.
    ///
    /// # Errors
    ///
    /// The database does not answer, or the id or the name [cannot be
    /// stored](crate::sql::TextError).
    pub async fn assign(&self, user: impl Into<Id>, role: &str) -> Result<bool, StoreError> {
        let user = user.into();
        text::check_key(&user.as_text())?;
        text::check_key(role)?;
        let row = user_role::ActiveModel {
            user_id: Set(user.to_string()),
            role: Set(role.to_owned()),
        };
        let insert = user_role::Entity::insert(row).on_conflict_do_nothing();
        let inserted = insert.exec_without_returning(&self.db).await;
        let inserted = inserted.map_err(StoreError::new)?;
        Ok(matches!(inserted, TryInsertResult::Inserted(1..)))
    }

    /// Takes a role outside of projects from a user; whether they had it.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn unassign(&self, user: impl Into<Id>, role: &str) -> Result<bool, StoreError> {
        let user = user.into();
        let user = user.as_text();
        if !text::is_key(&user) || !text::is_key(role) {
            return Ok(false);
        }
        let delete = user_role::Entity::delete_many()
            .filter(user_role::Column::UserId.eq(user.as_ref()))
            .filter(user_role::Column::Role.eq(role));
        let deleted = delete.exec(&self.db).await.map_err(StoreError::new)?;
        Ok(deleted.rows_affected > 0)
    }

    /// Takes a role from everybody, in projects too; from how many. Who had no other role in a project
    /// is no member any more.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn withdraw(&self, role: &str) -> Result<u64, StoreError> {
        if !text::is_key(role) {
            return Ok(0);
        }
        let users = user_role::Entity::delete_many().filter(user_role::Column::Role.eq(role));
        let members = membership::Entity::delete_many().filter(membership::Column::Role.eq(role));
        let transaction = write::begin_alone(&self.db).await?;
        let users = users.exec(&transaction).await.map_err(StoreError::new)?;
        let members = members.exec(&transaction).await.map_err(StoreError::new)?;
        transaction.commit().await.map_err(StoreError::new)?;
        Ok(users.rows_affected + members.rows_affected)
    }

    /// Takes all roles from a user, takes them out of all projects and revokes their tokens in this
    /// database, as when an account is deleted; how many roles these were.
    ///
    /// Without it, whoever gets the same id later has all that, and the bearers of the tokens are they.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn forget_user(&self, user: impl Into<Id>) -> Result<u64, StoreError> {
        let user = user.into();
        let user = user.as_text();
        if !text::is_key(&user) {
            return Ok(0);
        }
        let users =
            user_role::Entity::delete_many().filter(user_role::Column::UserId.eq(user.as_ref()));
        let members =
            membership::Entity::delete_many().filter(membership::Column::UserId.eq(user.as_ref()));
        let _forgotten = Forgotten;
        let transaction = write::begin_alone(&self.db).await?;
        let users = users.exec(&transaction).await.map_err(StoreError::new)?;
        let members = members.exec(&transaction).await.map_err(StoreError::new)?;
        tokens::write::revoke(&transaction, token::Column::Owner, &user, now()).await?;
        transaction.commit().await.map_err(StoreError::new)?;
        Ok(users.rows_affected + members.rows_affected)
    }
}
