//! Personal access tokens as credentials.

use std::sync::Arc;
use std::time::Duration;

use super::access_tokens::log;
use super::forgotten::generation;
use super::format::ParsedToken;
use super::requested::Requested;
use super::{AccessTokens, StoredToken, TokenState};
use crate::authn::{Answer, AuthError, Authenticator, Identity, now};

/// A digest that no secret has: an id that nobody knows takes the same comparison.
const NO_DIGEST: &str = "----------------------------------------------------------------";

impl AccessTokens {
    async fn verify(&self, credential: &str) -> Result<Identity, AuthError> {
        let inner = &*self.0;
        let parsed = inner.format.parse(credential);
        let parsed = parsed.ok_or(AuthError::Invalid("no personal access token is so written"))?;
        let stored = inner.store.find(parsed.id).get().await.map_err(|error| {
            log(&error);
            AuthError::Unavailable("the store of personal access tokens does not answer")
        })?;
        let stored = known(&parsed, stored)?;
        match stored.state(now()) {
            TokenState::Active => {}
            TokenState::Revoked => {
                return Err(AuthError::Invalid("the personal access token is revoked"));
            }
            TokenState::Expired => {
                return Err(AuthError::Invalid("the personal access token has expired"));
            }
        }
        let requested = Requested::read(inner.schema, &stored);
        requested.log_ignored(&stored.id);
        let mut identity = Identity::of(stored.owner.clone());
        identity.limit = Some(Arc::new(requested.limit()));
        identity.usage = Some(inner.ledger.usage_of(&stored));
        identity.issued_at = Some(stored.created_at);
        identity.expires_at = Some(stored.expires_at);
        identity.token_id = Some(stored.id);
        Ok(identity)
    }
}

/// The token that was found, if it is the one that was sent.
fn known(parsed: &ParsedToken<'_>, stored: Option<StoredToken>) -> Result<StoredToken, AuthError> {
    let expected = stored.as_ref().map_or(NO_DIGEST, |it| &it.digest);
    let is_same = parsed.is_of(expected);
    // A database may compare ids without regard to case.
    let stored = stored.filter(|it| is_same && it.id == parsed.id);
    stored.ok_or(AuthError::Invalid("there is no such personal access token"))
}

impl Authenticator for AccessTokens {
    fn accepts(&self, credential: &str) -> bool {
        self.0.format.begins(credential)
    }

    fn cacheable(&self) -> bool {
        true
    }

    fn generation(&self) -> u64 {
        generation()
    }

    /// What ends in another process is noticed within a minute.
    fn believed_for(&self) -> Option<Duration> {
        Some(Duration::from_secs(60))
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::later(self.verify(credential))
    }
}
