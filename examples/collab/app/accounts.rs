//! Who the users are: the directory that gates ask at every request.

use guard_runtime::sql::SqlRoles;
use guard_runtime::{Answer, AuthError, Directory, Id, Identity, RoleCatalog, User};
use sea_orm::{DatabaseConnection, EntityTrait};

use super::data::user;
use super::failure::Failure;
use super::names::groups;

/// The accounts in the database, with the roles that are stored for them.
#[derive(Clone)]
pub(crate) struct Accounts {
    db: DatabaseConnection,
    roles: SqlRoles,
    catalog: RoleCatalog,
}

impl Accounts {
    pub(crate) fn new(db: DatabaseConnection, roles: SqlRoles, catalog: RoleCatalog) -> Self {
        Self { db, roles, catalog }
    }

    /// The user of this account, with all that they may do.
    ///
    /// # Errors
    ///
    /// The database fails.
    pub(crate) async fn user(&self, id: i64) -> Result<Option<User>, Failure> {
        let Some(account) = user::Entity::find_by_id(id).one(&self.db).await? else {
            return Ok(None);
        };
        let (groups, unknown) = groups::SCHEMA.set([account.group_name.as_str()]);
        if !unknown.is_empty() {
            tracing::warn!(
                uid = id,
                ?unknown,
                "there is no such group; it grants nothing"
            );
        }
        let user = User::new(id)
            .named(account.name)
            .with_groups(groups)
            .blocked(account.blocked);
        let roles = self.roles.of_user(id).await?;
        let roles = roles.iter().map(String::as_str);
        Ok(Some(self.catalog.assign(user, roles)))
    }
}

impl Directory for Accounts {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        Answer::later(async move {
            let Some(id) = identity.subject.as_ref().and_then(Id::as_i64) else {
                return Ok(None);
            };
            self.user(id).await.map_err(|error| {
                tracing::error!(?error, "cannot look a user up");
                AuthError::Unavailable("the database does not answer")
            })
        })
    }
}
