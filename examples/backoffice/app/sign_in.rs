//! Signing in: passwords, and the tokens that they are exchanged for.

use guard_runtime::{Id, IssuedToken, KeyError, TokenIssuer};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter};

use super::data::user;
use super::failure::Failure;
use super::{Passwords, tokens};

/// Looks passwords up. Nobody is known at that time, so no rule could decide.
pub(crate) struct SignIn {
    db: DatabaseConnection,
    passwords: Passwords,
    issuer: TokenIssuer,
}

impl SignIn {
    /// Signs tokens with this secret.
    ///
    /// # Errors
    ///
    /// The secret is too short.
    pub(crate) fn new(
        db: DatabaseConnection,
        passwords: Passwords,
        secret: &[u8],
    ) -> Result<Self, KeyError> {
        let issuer = tokens::issuer(secret)?;
        Ok(Self {
            db,
            passwords,
            issuer,
        })
    }

    /// A token for who gives the password.
    ///
    /// # Errors
    ///
    /// The name or the password is wrong, the account is blocked, or the database fails.
    pub(crate) async fn with_password(
        &self,
        login: &str,
        password: String,
    ) -> Result<IssuedToken, Failure> {
        let user = user::Entity::find()
            .filter(user::Column::Login.eq(login))
            .one(&self.db)
            .await?;
        let hash = user.as_ref().and_then(|user| user.password_hash.clone());
        let matches = self.passwords.verify(hash, password).await?;
        // Decided after the password, so that a blocked account is told by nothing.
        let user = user.filter(|user| matches && !user.blocked);
        let Some(user) = user else {
            tracing::info!("a sign-in was refused");
            return Err(Failure::SignIn);
        };
        tracing::info!(uid = user.id, "signed in");
        let issued = self.issuer.issue(&Id::from(user.id), ());
        issued.map_err(|error| Failure::Broken(error.to_string()))
    }
}
