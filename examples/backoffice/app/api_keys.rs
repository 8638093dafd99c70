//! Keys of machines: another kind of credentials, in a header of its own.

use actix_web::http::header::HeaderName;
use guard_runtime::{Answer, AuthError, Authenticator, Id, Identity, Source};
use sea_orm::{DatabaseConnection, EntityTrait};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::data::api_key;

/// The name of the header.
pub(crate) const HEADER: &str = "x-api-key";

/// Verifies keys of the form `bo_<what finds it>_<what is secret>`.
pub(crate) struct ApiKeys {
    db: DatabaseConnection,
}

impl ApiKeys {
    pub(crate) fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    async fn verify(&self, key: &str) -> Result<Identity, AuthError> {
        let row = api_key::Entity::find_by_id(lookup(key))
            .one(&self.db)
            .await
            .map_err(|error| {
                tracing::error!(%error, "cannot look an API key up");
                AuthError::Unavailable("the database does not answer")
            })?;
        let row = row.ok_or(AuthError::Invalid("there is no such API key"))?;
        // The key is long and random, so it needs no slow hash as passwords do.
        let digest = Sha256::digest(key);
        if !bool::from(digest.as_slice().ct_eq(&row.digest)) {
            return Err(AuthError::Invalid("the API key is wrong"));
        }
        let mut identity = Identity::default();
        identity.subject = Some(Id::from(row.user_id));
        Ok(identity)
    }
}

impl Authenticator for ApiKeys {
    fn source(&self) -> Source {
        Source::Header(HeaderName::from_static(HEADER))
    }

    fn accepts(&self, credential: &str) -> bool {
        !lookup(credential).is_empty()
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::later(self.verify(credential))
    }
}

/// The part of a key that finds its row, which is no secret; empty if it is no key.
fn lookup(key: &str) -> &str {
    let parts = key.strip_prefix("bo_").and_then(|it| it.split_once('_'));
    parts.map_or("", |(lookup, _)| lookup)
}
