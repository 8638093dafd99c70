//! All projects and who is in them, for pages about access.

use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::find::member_id;
use super::{Added, Member, SqlProjects, visibility};
use crate::admin::access::{AccountsError, ListedProject, MOST_AT_ONCE, Part, ProjectMembers};
use crate::authn::Answer;
use crate::records::containing;
use crate::scope::Visibility;
use crate::sql::entity::{membership, project};
use crate::sql::text;
use crate::tokens::StoreError;
use crate::{Id, User};

impl SqlProjects {
    async fn part(
        &self,
        search: &str,
        limit: u64,
        offset: u64,
    ) -> Result<Part<ListedProject>, StoreError> {
        // What cannot be stored is in no text that is.
        if text::check_text(search).is_err() {
            return Ok(Part::of(Vec::new(), limit, offset));
        }
        let mut wanted = project::Entity::find();
        if !search.is_empty() {
            let is_found = Condition::any()
                .add(project::Column::Scope.like(containing(search)))
                .add(project::Column::Id.like(containing(search)));
            wanted = wanted.filter(is_found);
        }
        let total = wanted.clone().count(&self.db).await;
        let total = total.map_err(StoreError::new)?;
        // More than the database can count to is behind the end.
        if offset >= total {
            return Ok(Part {
                items: Vec::new(),
                total,
            });
        }
        let part = wanted
            .order_by_asc(project::Column::Scope)
            .order_by_asc(project::Column::Id)
            .limit(Ord::min(limit, MOST_AT_ONCE))
            .offset(offset);
        let rows = part.all(&self.db).await.map_err(StoreError::new)?;
        let items = rows.into_iter().map(|row| {
            let visibility = visibility::from_text(&row.visibility)?;
            Ok(ListedProject::new(row.scope, row.id.as_str(), visibility))
        });
        Ok(Part {
            items: items.collect::<Result<_, StoreError>>()?,
            total,
        })
    }

    async fn theirs(&self, user: &User) -> Result<Vec<(String, Id)>, StoreError> {
        let mut mine = Query::select();
        mine.columns([membership::Column::Scope, membership::Column::Project])
            .from(membership::Entity)
            .and_where(membership::Column::UserId.eq(member_id(user)));
        let pair = Expr::tuple([
            Expr::col((project::Entity, project::Column::Scope)),
            Expr::col((project::Entity, project::Column::Id)),
        ]);
        let mut theirs = Condition::any().add(pair.in_subquery(mine));
        if user.is_internal() {
            let internal = visibility::to_text(Visibility::Internal);
            theirs = theirs.add(project::Column::Visibility.eq(internal));
        }
        let inherited = inherited(user);
        if !inherited.is_empty() {
            theirs = theirs.add(project::Column::Scope.is_in(inherited));
        }
        let rows = project::Entity::find().filter(theirs).all(&self.db).await;
        let rows = rows.map_err(StoreError::new)?.into_iter();
        Ok(rows
            .map(|row| (row.scope, Id::from(row.id.as_str())))
            .collect())
    }
}

/// The scopes in all of whose projects the user has something by a global permission.
fn inherited(user: &User) -> Vec<&'static str> {
    let global = user.permissions();
    let Some(schema) = global.schema() else {
        return Vec::new();
    };
    let scopes = schema.entries().iter();
    let of_projects = scopes.filter(|it| it.param.is_some());
    let inherited = of_projects.filter(|it| !schema.inherited(it, &global).is_empty());
    inherited.map(|it| it.name).collect()
}

impl ProjectMembers for SqlProjects {
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<ListedProject>, StoreError>> {
        Answer::later(self.part(search, limit, offset))
    }

    fn members<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
    ) -> Answer<'a, Result<Vec<Member>, StoreError>> {
        Answer::later(Self::members(self, scope, project.clone()))
    }

    fn of_user<'a>(&'a self, user: &'a User) -> Answer<'a, Result<Vec<(String, Id)>, StoreError>> {
        Answer::later(self.theirs(user))
    }

    fn add<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a Id,
        role: &'a str,
    ) -> Answer<'a, Result<(), AccountsError>> {
        Answer::later(async move {
            let added = self.add_member(scope, project.clone(), user.clone(), role);
            match added.await? {
                Added::New | Added::Already => Ok(()),
                Added::NoProject => Err(AccountsError::Gone),
            }
        })
    }

    fn remove<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a Id,
        role: &'a str,
    ) -> Answer<'a, Result<(), AccountsError>> {
        Answer::later(async move {
            // Whether there was anything to do does not matter.
            let _ = self
                .remove_role(scope, project.clone(), user.clone(), role)
                .await?;
            Ok(())
        })
    }
}
