//! Changing what roles may do.

use std::sync::Arc;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::{SaveRoleError, SqlRoles};
use crate::sql::entity::{role, role_permission};
use crate::sql::{text, write};
use crate::tokens::StoreError;
use crate::{RoleCatalog, RoleDefinition, StoredRole};

impl SqlRoles {
    /// Stores a role that a person defines, in place of what was stored under its name, and takes it
    /// into the catalogue.
    ///
    /// # Errors
    ///
    /// The role is [not in order](RoleCatalog::define), its title or description [cannot be
    /// stored](crate::sql::TextError), or the database does not answer.
    pub async fn save(&self, role: StoredRole) -> Result<(), SaveRoleError> {
        text::check_text(&role.title)?;
        text::check_text(&role.description)?;
        let _alone = self.changing.lock().await;
        let undo = Undo::new(&self.catalog, &role.name);
        self.catalog.define(role)?;
        if let Some(defined) = self.catalog.get(&undo.name) {
            self.store(defined.to_stored()).await?;
        }
        undo.not_needed();
        Ok(())
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
        let _alone = self.changing.lock().await;
        let transaction = write::begin(&self.db).await?;
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
        self.catalog.remove(name);
        Ok(deleted)
    }

    async fn store(&self, role: StoredRole) -> Result<(), StoreError> {
        text::check_key(&role.name)?;
        for permission in &role.permissions {
            text::check_key(permission)?;
        }
        let transaction = write::begin(&self.db).await?;
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
}

/// Sets a role back in the catalogue, also if whoever waits for the change has gone.
struct Undo<'a> {
    catalog: &'a RoleCatalog,
    name: String,
    before: Option<Arc<RoleDefinition>>,
    needed: bool,
}

impl<'a> Undo<'a> {
    fn new(catalog: &'a RoleCatalog, name: &str) -> Self {
        Self {
            catalog,
            name: name.to_owned(),
            before: catalog.get(name),
            needed: true,
        }
    }

    fn not_needed(mut self) {
        self.needed = false;
    }
}

impl Drop for Undo<'_> {
    fn drop(&mut self) {
        match &self.before {
            _ if !self.needed => {}
            // What is wrong with it has been reported when it came in.
            Some(before) => drop(self.catalog.load(before.to_stored())),
            None => _ = self.catalog.remove(&self.name),
        }
    }
}
