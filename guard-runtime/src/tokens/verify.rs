//! Personal access tokens as credentials.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::access_tokens::log;
use super::format::ParsedToken;
use super::requested::Requested;
use super::{AccessTokens, StoredToken};
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
        if stored.revoked_at.is_some() {
            return Err(AuthError::Invalid("the personal access token is revoked"));
        }
        if stored.expires_at <= now() {
            return Err(AuthError::Invalid("the personal access token has expired"));
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

    /// Changes with every revocation in this process, and every minute for those in others.
    fn generation(&self) -> u64 {
        generation(self.0.revocations.load(Ordering::Acquire), now())
    }

    fn authenticate<'a>(&'a self, credential: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        Answer::later(self.verify(credential))
    }
}

fn generation(revocations: u64, now: i64) -> u64 {
    let minute = u64::try_from(now / 60).unwrap_or_default();
    (revocations << 32) | (minute & u64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::generation;

    #[test]
    fn what_was_verified_is_believed_until_a_revocation_or_the_minutes_end() {
        let verified = generation(3, 1_800_000_000);
        assert_eq!(generation(3, 1_800_000_059), verified);
        assert_ne!(generation(3, 1_800_000_060), verified);
        assert_ne!(generation(4, 1_800_000_000), verified);
        assert_ne!(generation(4, 1_799_999_940), verified);
    }
}
