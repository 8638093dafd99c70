//! Who the users are: the directory that gates ask at every request.

use guard_runtime::{Answer, AuthError, Directory, Id, Identity, User};
use sea_orm::{
    ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::data::{assignment, employment, membership, user};
use super::{groups, roles};

/// The accounts in the database.
#[derive(Clone)]
pub(crate) struct Accounts {
    db: DatabaseConnection,
}

impl Accounts {
    pub(crate) fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    /// The account as a user with groups, roles and companies, if there is one.
    ///
    /// # Errors
    ///
    /// The database fails.
    pub(crate) async fn user(&self, id: i64) -> Result<Option<User>, DbErr> {
        let Some(account) = user::Entity::find_by_id(id).one(&self.db).await? else {
            return Ok(None);
        };
        let memberships: Vec<String> = membership::Entity::find()
            .select_only()
            .column(membership::Column::GroupName)
            .filter(membership::Column::UserId.eq(id))
            .into_tuple()
            .all(&self.db)
            .await?;
        let assignments: Vec<String> = assignment::Entity::find()
            .select_only()
            .column(assignment::Column::RoleName)
            .filter(assignment::Column::UserId.eq(id))
            .into_tuple()
            .all(&self.db)
            .await?;
        let companies: Vec<i64> = employment::Entity::find()
            .select_only()
            .column(employment::Column::CompanyId)
            .filter(employment::Column::UserId.eq(id))
            .order_by_asc(employment::Column::Position)
            .into_tuple()
            .all(&self.db)
            .await?;

        let (groups, mut unknown) = groups::SCHEMA.set(memberships.iter().map(String::as_str));
        let (roles, more) = roles::SCHEMA.set(assignments.iter().map(String::as_str));
        unknown.extend(more);
        if !unknown.is_empty() {
            tracing::warn!(
                uid = id,
                ?unknown,
                "names that are not declared grant nothing"
            );
        }
        let user = User::new(id)
            .named(account.name)
            .with_groups(groups)
            .with_roles(roles)
            .with_companies(companies)
            .blocked(account.blocked);
        Ok(Some(match account.contact_id {
            Some(contact) => user.with_contact(contact),
            None => user,
        }))
    }
}

impl Directory for Accounts {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            let Some(id) = identity.subject.as_ref().and_then(Id::as_i64) else {
                return Ok(None);
            };
            self.user(id).await.map_err(|error| {
                tracing::error!(%error, "cannot look a user up");
                AuthError::Unavailable("the database does not answer")
            })
        })
    }
}
