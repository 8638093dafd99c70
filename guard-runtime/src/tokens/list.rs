//! What tokens there are.

use super::access_tokens::unavailable;
use super::actual::Actual;
use super::requested::Requested;
use super::{AccessTokens, StoredToken, TokenInfo};
use crate::Id;
use crate::authn::now;
use crate::denied::{Denied, Reason};
use crate::env::Env;

impl AccessTokens {
    /// The tokens of the env's user, oldest first; expired and revoked ones too.
    ///
    /// # Errors
    ///
    /// 401 for whoever has not signed in, 503 if what has to be asked does not answer.
    pub async fn list(&self, env: &Env) -> Result<Vec<TokenInfo>, Denied> {
        self.list_of(signed_in(env)?).await
    }

    /// The tokens of one owner, oldest first. Who may see them is for a gate to say.
    ///
    /// # Errors
    ///
    /// 503 if what has to be asked does not answer.
    pub async fn list_of(&self, owner: &Id) -> Result<Vec<TokenInfo>, Denied> {
        let tokens = self.stored(Some(owner)).await?;
        let read = tokens.iter().map(|it| Requested::read(self.0.schema, it));
        let actual = Actual::find(owner, &read.collect::<Vec<_>>()).await?;
        Ok(self.show(tokens, &actual))
    }

    /// The tokens of everybody, oldest first. What they may do now is not asked: each owner would
    /// have to be looked up. Who may see them is for a gate to say.
    ///
    /// # Errors
    ///
    /// 503 if the store does not answer.
    pub async fn list_all(&self) -> Result<Vec<TokenInfo>, Denied> {
        let tokens = self.stored(None).await?;
        Ok(self.show(tokens, &Actual::default()))
    }

    /// One token of this owner that was just made. Whether the directory answers now does not change
    /// that it was.
    pub(super) async fn info_of(&self, owner: &Id, stored: StoredToken) -> TokenInfo {
        let read = Requested::read(self.0.schema, &stored);
        let actual = Actual::find(owner, &[read]).await.unwrap_or_default();
        TokenInfo::of(stored, self.0.schema, &actual, now())
    }

    async fn stored(&self, owner: Option<&Id>) -> Result<Vec<StoredToken>, Denied> {
        let tokens = self.0.store.list(owner).get().await;
        let mut tokens = tokens.map_err(|error| unavailable(&error))?;
        for token in &mut tokens {
            self.0.ledger.complete(token);
        }
        Ok(tokens)
    }

    fn show(&self, tokens: Vec<StoredToken>, actual: &Actual) -> Vec<TokenInfo> {
        let now = now();
        let show = |it| TokenInfo::of(it, self.0.schema, actual, now);
        tokens.into_iter().map(show).collect()
    }
}

pub(super) fn signed_in(env: &Env) -> Result<&Id, Denied> {
    if env.is_signed_in() {
        Ok(env.uid())
    } else {
        Err(Denied::here(Reason::NoCredentials))
    }
}
