//! Changing what roles may do.

use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};

use super::{SaveRoleError, SqlRoles};
use crate::StoredRole;
use crate::sql::entity::{role, role_permission};
use crate::sql::{text, write};
use crate::tokens::StoreError;

impl SqlRoles {
    /// Stores a role that a person defines, in place of what was stored under its name, and takes it
    /// into the catalogue.
    ///
    /// # Errors
    ///
    /// The role is [not in order](crate::RoleCatalog::define), its title or description [cannot be
    /// stored](crate::sql::TextError), or the database does not answer.
    pub async fn save(&self, role: StoredRole) -> Result<(), SaveRoleError> {
        text::check_text(&role.title)?;
        text::check_text(&role.description)?;
        let defined = self.catalog.check(role)?;
        let (db, catalog) = (self.db.clone(), self.catalog.clone());
        let alone = Arc::clone(&self.changing).lock_owned().await;
        let change = write::to_the_end(async move {
            let _alone = alone;
            store(&db, defined.to_stored()).await?;
            // What is not stored does not count.
            catalog.insert(defined);
            Ok(())
        });
        Ok(change.await?)
    }

    /// Deletes what is stored of a role, and takes it out of the catalogue; whether it was stored. One
    /// that is declared in code is from now on as it is declared.
    ///
    /// Who had the role keeps its name, which grants nothing any more, but would again if somebody
    /// defined a role of the same name: see [`withdraw`](Self::withdraw).
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn delete(&self, name: &str) -> Result<bool, StoreError> {
        if !text::is_key(name) {
            return Ok(false);
        }
        let (db, catalog, name) = (self.db.clone(), self.catalog.clone(), name.to_owned());
        let alone = Arc::clone(&self.changing).lock_owned().await;
        let change = write::to_the_end(async move {
            let _alone = alone;
            let deleted = delete(&db, &name).await?;
            catalog.remove(&name);
            Ok(deleted)
        });
        change.await
    }
}

async fn delete(db: &DatabaseConnection, name: &str) -> Result<bool, StoreError> {
    let transaction = write::begin(db).await?;
    // SQLite follows references only if the connection says so.
    let permissions =
        role_permission::Entity::delete_many().filter(role_permission::Column::Role.eq(name));
    permissions
        .exec(&transaction)
        .await
        .map_err(StoreError::new)?;
    let role = role::Entity::delete_by_id(name).exec(&transaction).await;
    let deleted = role.map_err(StoreError::new)?.rows_affected > 0;
    transaction.commit().await.map_err(StoreError::new)?;
    Ok(deleted)
}

async fn store(db: &DatabaseConnection, role: StoredRole) -> Result<(), StoreError> {
    text::check_key(&role.name)?;
    for permission in &role.permissions {
        text::check_key(permission)?;
    }
    let transaction = write::begin(db).await?;
    let written = async {
        // First, so that of two who save it one waits here for the other to be done.
        let row = role::Entity::insert(role::ActiveModel {
            name: Set(role.name.clone()),
            title: Set(role.title),
            description: Set(role.description),
        });
        let changed = [role::Column::Title, role::Column::Description];
        let replaced = OnConflict::column(role::Column::Name)
            .update_columns(changed)
            .to_owned();
        row.on_conflict(replaced)
            .exec_without_returning(&transaction)
            .await?;
        role_permission::Entity::delete_many()
            .filter(role_permission::Column::Role.eq(&role.name))
            .exec(&transaction)
            .await?;
        let permissions = role.permissions.into_iter();
        let permissions = permissions.map(|permission| role_permission::ActiveModel {
            role: Set(role.name.clone()),
            permission: Set(permission),
        });
        write::insert_missing(&transaction, permissions).await?;
        transaction.commit().await
    };
    written.await.map_err(|error: DbErr| StoreError::new(error))
}
