//! Changing projects.

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, TryInsertResult};

use super::{SqlProjects, visibility};
use crate::Id;
use crate::scope::Visibility;
use crate::sql::entity::{membership, project, token_project, token_project_permission};
use crate::sql::{text, write};
use crate::tokens::StoreError;
use crate::tokens::forgotten::Forgotten;

impl SqlProjects {
    /// Creates a project without members; whether it is new. One that is there stays as it is.
    ///
    /// # Errors
    ///
    /// The database does not answer, or the scope or the id [cannot be
    /// stored](crate::sql::TextError).
    pub async fn create(
        &self,
        scope: &str,
        project: impl Into<Id>,
        visibility: Visibility,
    ) -> Result<bool, StoreError> {
        let project = project.into();
        text::check_key(scope)?;
        text::check_key(&project.as_text())?;
        let row = project::ActiveModel {
            scope: Set(scope.to_owned()),
            id: Set(project.to_string()),
            visibility: Set(visibility::to_text(visibility).to_owned()),
        };
        let insert = project::Entity::insert(row).on_conflict_do_nothing();
        let inserted = insert.exec_without_returning(&self.db).await;
        let inserted = inserted.map_err(StoreError::new)?;
        Ok(matches!(inserted, TryInsertResult::Inserted(1..)))
    }

    /// Says who may know of a project; whether there is one.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn set_visibility(
        &self,
        scope: &str,
        project: impl Into<Id>,
        visibility: Visibility,
    ) -> Result<bool, StoreError> {
        let project = project.into();
        let project = project.as_text();
        if !text::is_key(scope) || !text::is_key(&project) {
            return Ok(false);
        }
        let text = Expr::value(visibility::to_text(visibility));
        let update = project::Entity::update_many()
            .col_expr(project::Column::Visibility, text)
            .filter(project::Column::Scope.eq(scope))
            .filter(project::Column::Id.eq(project.as_ref()));
        let updated = update.exec(&self.db).await.map_err(StoreError::new)?;
        Ok(updated.rows_affected > 0)
    }

    /// Deletes a project, all memberships in it, and what tokens in this database have in it; whether
    /// there was one.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn delete(&self, scope: &str, project: impl Into<Id>) -> Result<bool, StoreError> {
        let project = project.into();
        let project = project.as_text();
        if !text::is_key(scope) || !text::is_key(&project) {
            return Ok(false);
        }
        let _forgotten = Forgotten;
        let transaction = write::begin_alone(&self.db).await?;
        // SQLite follows references only if the connection says so, and who may do something in a
        // project that is created later with the same id must not come out of the past.
        let members = membership::Entity::delete_many()
            .filter(membership::Column::Scope.eq(scope))
            .filter(membership::Column::Project.eq(project.as_ref()));
        members.exec(&transaction).await.map_err(StoreError::new)?;
        let permissions = token_project_permission::Entity::delete_many()
            .filter(token_project_permission::Column::Scope.eq(scope))
            .filter(token_project_permission::Column::Project.eq(project.as_ref()));
        permissions
            .exec(&transaction)
            .await
            .map_err(StoreError::new)?;
        let tokens = token_project::Entity::delete_many()
            .filter(token_project::Column::Scope.eq(scope))
            .filter(token_project::Column::Project.eq(project.as_ref()));
        tokens.exec(&transaction).await.map_err(StoreError::new)?;
        let delete = project::Entity::delete_many()
            .filter(project::Column::Scope.eq(scope))
            .filter(project::Column::Id.eq(project.as_ref()));
        let deleted = delete.exec(&transaction).await.map_err(StoreError::new)?;
        transaction.commit().await.map_err(StoreError::new)?;
        Ok(deleted.rows_affected > 0)
    }
}
