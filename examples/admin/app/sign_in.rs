//! Signing in: the names and passwords of the accounts.

use guard_runtime::admin::Accounts;
use guard_runtime::{Answer, AuthError, Id};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};

use super::Passwords;
use super::data::user;

/// Looks passwords up. Nobody is known at that time, so no rule could decide.
pub(crate) struct Staff {
    db: DatabaseConnection,
    passwords: Passwords,
}

impl Staff {
    pub(crate) fn new(db: DatabaseConnection, passwords: Passwords) -> Self {
        Self { db, passwords }
    }

    async fn with_password(&self, login: &str, password: &str) -> Result<Option<Id>, AuthError> {
        let found = user::Entity::find().filter(user::Column::Login.eq(login));
        let user = found.one(&self.db).await.map_err(|error| {
            tracing::error!(%error, "cannot look an account up");
            AuthError::Unavailable("the database does not answer")
        })?;
        let hash = user.as_ref().and_then(|user| user.password_hash.clone());
        let matches = self.passwords.verify(hash, password.to_owned()).await;
        let matches = matches.map_err(|error| {
            tracing::error!(%error, "cannot verify a password");
            AuthError::Unavailable("passwords cannot be verified")
        })?;
        // Decided after the password, so that a blocked account is told by nothing.
        let user = user.filter(|user| matches && !user.blocked);
        if let Some(user) = &user {
            tracing::info!(uid = user.id, "signed in");
        } else {
            tracing::info!("a sign-in was refused");
        }
        Ok(user.map(|user| Id::from(user.id)))
    }
}

impl Accounts for Staff {
    fn check<'a>(
        &'a self,
        name: &'a str,
        password: &'a str,
    ) -> Answer<'a, Result<Option<Id>, AuthError>> {
        Answer::later(self.with_password(name, password))
    }
}
