//! Which users may do something.

use serde::Serialize;

use super::{How, TokenEffect, Wanted};
use crate::User;
use crate::admin::access::{Account, AskError, MOST_AT_ONCE, Sources};

/// So many accounts are looked at in one question at most: who has something that few have is found in
/// several.
const MOST_LOOKED_AT: u64 = 1_000;

/// Some of the users who may do something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Holders {
    /// Those who were found.
    pub items: Vec<Holder>,
    /// How many accounts were looked at.
    pub looked_at: u64,
    /// How many accounts there are that the search finds.
    pub accounts: u64,
    /// Where the next question begins; nothing if all have been looked at.
    pub next: Option<u64>,
}

/// A user who may do something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Holder {
    /// Who it is.
    pub account: Account,
    /// By what they may.
    pub how: Vec<How>,
    /// Whether gates let them pass at all: the account is not blocked, and its groups do not exclude
    /// each other.
    pub in_force: bool,
    /// What their tokens leave of it; nothing where tokens are not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<TokenEffect>,
}

impl Sources<'_> {
    /// Which users have it, or may do it: as many as `limit` or a few more, from this account of the list
    /// on. Memberships in projects are not among it: those are asked of the project.
    ///
    /// # Errors
    ///
    /// [`AskError::Unavailable`] if one source does not answer: then nothing is said of anybody, as half a
    /// list would be taken for all of it.
    pub async fn who_can(
        &self,
        wanted: &Wanted,
        search: &str,
        limit: u64,
        from: u64,
    ) -> Result<Holders, AskError> {
        let limit = limit.clamp(1, MOST_AT_ONCE);
        let mut found = Holders {
            items: Vec::new(),
            looked_at: 0,
            accounts: 0,
            next: Some(from),
        };
        while let Some(offset) = found.next {
            let enough = u64::try_from(found.items.len()).is_ok_and(|it| it >= limit);
            if enough || found.looked_at >= MOST_LOOKED_AT {
                break;
            }
            let users = self.accounts.users(search, limit, offset).get().await?;
            found.accounts = users.total;
            for (account, user) in users.items {
                found
                    .items
                    .extend(self.holder(wanted, account, &user).await?);
            }
            let next = offset.saturating_add(limit);
            found.looked_at += next.min(users.total).saturating_sub(offset);
            found.next = Some(next).filter(|it| *it < users.total);
        }
        Ok(found)
    }

    async fn holder(
        &self,
        wanted: &Wanted,
        account: Account,
        user: &User,
    ) -> Result<Option<Holder>, AskError> {
        let how = self.how(wanted, &account, user).await?;
        if how.is_empty() {
            return Ok(None);
        }
        let tokens = self.active_tokens(user.id()).await?;
        let tokens = tokens.map(|tokens| self.effect(wanted, user, &tokens));
        Ok(Some(Holder {
            in_force: !user.is_blocked() && user.check().is_ok(),
            account,
            how,
            tokens,
        }))
    }
}
