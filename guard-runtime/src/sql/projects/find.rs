//! Looking projects up.

use sea_orm::sea_query::{Cond, Expr, ExprTrait, JoinType, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::{SqlProjects, visibility};
use crate::scope::{PermissionSet, Project, Visibility};
use crate::sql::entity::{membership, project};
use crate::sql::text;
use crate::tokens::StoreError;
use crate::{Id, User};

impl SqlProjects {
    /// The projects of a scope that the user may know of, sorted by id.
    ///
    /// # Errors
    ///
    /// The database does not answer, or says something else of a project than whether it is
    /// internal.
    pub async fn list(
        &self,
        scope: &str,
        user: &User,
    ) -> Result<Vec<(Id, Visibility)>, StoreError> {
        if !text::is_key(scope) {
            return Ok(Vec::new());
        }
        let mut mine = Query::select();
        mine.column(membership::Column::Project)
            .from(membership::Entity)
            .and_where(membership::Column::Scope.eq(scope))
            .and_where(membership::Column::UserId.eq(member_id(user)));
        let mut known = Condition::any().add(project::Column::Id.in_subquery(mine));
        if user.is_internal() {
            let internal = visibility::to_text(Visibility::Internal);
            known = known.add(project::Column::Visibility.eq(internal));
        }
        let rows = project::Entity::find()
            .filter(project::Column::Scope.eq(scope))
            .filter(known);
        let rows = rows.all(&self.db).await.map_err(StoreError::new)?;
        let rows = rows.into_iter().map(|row| {
            let visibility = visibility::from_text(&row.visibility)?;
            Ok((Id::from(row.id.as_str()), visibility))
        });
        let mut projects = rows.collect::<Result<Vec<_>, StoreError>>()?;
        projects.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(projects)
    }

    pub(super) async fn find_one(
        &self,
        scope: &str,
        id: &Id,
        user: &User,
    ) -> Result<Option<Project>, StoreError> {
        let id = id.as_text();
        if !text::is_key(scope) || !text::is_key(&id) {
            return Ok(None);
        }
        let of = |column: membership::Column| Expr::col((membership::Entity, column));
        let with = |column: project::Column| Expr::col((project::Entity, column));
        let is_theirs = Cond::all()
            .add(of(membership::Column::Scope).eq(with(project::Column::Scope)))
            .add(of(membership::Column::Project).eq(with(project::Column::Id)))
            .add(of(membership::Column::UserId).eq(member_id(user)));
        let query = Query::select()
            .expr(with(project::Column::Visibility))
            .expr(of(membership::Column::Role))
            .from(project::Entity)
            .join(JoinType::LeftJoin, membership::Entity, is_theirs)
            .and_where(with(project::Column::Scope).eq(scope))
            .and_where(with(project::Column::Id).eq(id.as_ref()))
            .take();

        let rows = self.db.query_all(&query).await.map_err(StoreError::new)?;
        let rows = rows.iter().map(|row| {
            let visibility = row.try_get::<String>("", "visibility")?;
            Ok((visibility, row.try_get::<Option<String>>("", "role")?))
        });
        let rows = rows.collect::<Result<Vec<_>, DbErr>>();
        let rows = rows.map_err(StoreError::new)?;
        let Some((visibility, _)) = rows.first() else {
            return Ok(None);
        };
        let visibility = visibility::from_text(visibility)?;
        let found = Project::new(visibility).visitors(self.of_visitors(scope, visibility));
        let roles = rows.iter().filter_map(|(_, role)| role.as_deref());
        Ok(Some(if roles.clone().next().is_some() {
            self.roles.member(found, scope, roles)
        } else {
            found
        }))
    }

    fn of_visitors(&self, scope: &str, visibility: Visibility) -> PermissionSet {
        let mut permissions = PermissionSet::default();
        if visibility == Visibility::Private {
            return permissions;
        }
        for (_, name) in self.visitors.iter().filter(|(of, _)| of == scope) {
            let role = self.roles.get(name);
            let of_scope =
                role.filter(|role| role.project_scope().is_some_and(|it| it.name == scope));
            if let Some(role) = of_scope {
                permissions = permissions.union(role.permissions());
            } else {
                tracing::warn!(
                    role = name,
                    scope,
                    "visitors have no such role; it grants nothing"
                );
            }
        }
        permissions
    }
}

/// NULL, which equals nothing, for one that can be nobody's.
pub(super) fn member_id(user: &User) -> Option<String> {
    let id = user.id().as_text();
    text::is_key(&id).then(|| id.into_owned())
}
