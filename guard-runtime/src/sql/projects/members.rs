//! Changing who is in a project.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, SqlErr};

use super::SqlProjects;
use crate::Id;
use crate::sql::entity::{membership, project};
use crate::sql::text;
use crate::tokens::StoreError;

/// A member of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who it is.
    pub user: Id,
    /// The names of their roles there, sorted.
    pub roles: Vec<String>,
}

/// What became of adding a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// The user has the role from now on.
    New,
    /// The user had it already.
    Already,
    /// There is no such project.
    NoProject,
}

impl SqlProjects {
    /// Gives a user a role in a project, beside those they have there.
    ///
    /// # Errors
    ///
    /// The database does not answer, or the id of the user or the name of the role [cannot be
    /// stored](crate::sql::TextError).
    pub async fn add_member(
        &self,
        scope: &str,
        project: impl Into<Id>,
        user: impl Into<Id>,
        role: &str,
    ) -> Result<Added, StoreError> {
        let (project, user) = (project.into(), user.into());
        text::check_key(&user.as_text())?;
        text::check_key(role)?;
        let project = project.as_text();
        if !text::is_key(scope) || !text::is_key(&project) {
            return Ok(Added::NoProject);
        }
        // From the row of the project, so that without one nothing is added.
        let row = Query::select()
            .columns([project::Column::Scope, project::Column::Id])
            .expr(Expr::value(user.to_string()))
            .expr(Expr::value(role))
            .from(project::Entity)
            .and_where(project::Column::Scope.eq(scope))
            .and_where(project::Column::Id.eq(project.as_ref()))
            .take();
        let columns = [
            membership::Column::Scope,
            membership::Column::Project,
            membership::Column::UserId,
            membership::Column::Role,
        ];
        let mut insert = Query::insert();
        insert.into_table(membership::Entity).columns(columns);
        insert.select_from(row).map_err(StoreError::new)?;
        insert.on_conflict(OnConflict::columns(columns).do_nothing().to_owned());
        match self.db.execute(&insert).await {
            Ok(inserted) if inserted.rows_affected() > 0 => Ok(Added::New),
            Ok(_) if self.exists(scope, &project).await? => Ok(Added::Already),
            Ok(_) => Ok(Added::NoProject),
            // It was deleted in between.
            Err(error) if is_reference(&error) => Ok(Added::NoProject),
            Err(error) => Err(StoreError::new(error)),
        }
    }

    /// Takes one role in a project from a user; whether they had it. Without the last one they are
    /// no member any more.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn remove_role(
        &self,
        scope: &str,
        project: impl Into<Id>,
        user: impl Into<Id>,
        role: &str,
    ) -> Result<bool, StoreError> {
        let (project, user) = (project.into(), user.into());
        self.remove(scope, &project, &user, Some(role)).await
    }

    /// Takes a user out of a project, with all their roles there; whether they were a member.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn remove_member(
        &self,
        scope: &str,
        project: impl Into<Id>,
        user: impl Into<Id>,
    ) -> Result<bool, StoreError> {
        let (project, user) = (project.into(), user.into());
        self.remove(scope, &project, &user, None).await
    }

    /// The members of a project, sorted by id; none if there is no such project.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn members(
        &self,
        scope: &str,
        project: impl Into<Id>,
    ) -> Result<Vec<Member>, StoreError> {
        let project = project.into();
        let project = project.as_text();
        if !text::is_key(scope) || !text::is_key(&project) {
            return Ok(Vec::new());
        }
        let rows = membership::Entity::find()
            .filter(membership::Column::Scope.eq(scope))
            .filter(membership::Column::Project.eq(project.as_ref()));
        let mut members = BTreeMap::<Id, Vec<String>>::new();
        for row in rows.all(&self.db).await.map_err(StoreError::new)? {
            let roles = members.entry(Id::from(row.user_id.as_str())).or_default();
            roles.push(row.role);
        }
        let members = members.into_iter().map(|(user, mut roles)| {
            roles.sort();
            Member { user, roles }
        });
        Ok(members.collect())
    }

    async fn remove(
        &self,
        scope: &str,
        project: &Id,
        user: &Id,
        role: Option<&str>,
    ) -> Result<bool, StoreError> {
        let (project, user) = (project.as_text(), user.as_text());
        let keys = [Some(scope), Some(&project), Some(&user), role];
        if !keys.into_iter().flatten().all(text::is_key) {
            return Ok(false);
        }
        let mut delete = membership::Entity::delete_many()
            .filter(membership::Column::Scope.eq(scope))
            .filter(membership::Column::Project.eq(project.as_ref()))
            .filter(membership::Column::UserId.eq(user.as_ref()));
        if let Some(role) = role {
            delete = delete.filter(membership::Column::Role.eq(role));
        }
        let deleted = delete.exec(&self.db).await.map_err(StoreError::new)?;
        Ok(deleted.rows_affected > 0)
    }

    async fn exists(&self, scope: &str, project: &str) -> Result<bool, StoreError> {
        let key = (scope.to_owned(), project.to_owned());
        let found = project::Entity::find_by_id(key).one(&self.db).await;
        Ok(found.map_err(StoreError::new)?.is_some())
    }
}

fn is_reference(error: &DbErr) -> bool {
    matches!(
        error.sql_err(),
        Some(SqlErr::ForeignKeyConstraintViolation(_))
    )
}
