//! A token as this page shows it: never its digest.

use std::collections::HashMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::admin::access::{Account, AskError, Csv, Sources};
use crate::tokens::{StoredToken, TokenProject, TokenState};
use crate::{Id, User};

/// What stands in a row of the list.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) owner: Id,
    /// Nothing for one who is gone.
    pub(super) owner_name: Option<String>,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) state: TokenState,
    pub(super) created_at: i64,
    pub(super) expires_at: i64,
    pub(super) last_used_at: Option<i64>,
    pub(super) revoked_at: Option<i64>,
    /// What was asked for outside of projects.
    pub(super) permissions: Vec<String>,
    pub(super) projects: Vec<TokenProject>,
}

/// Those whose tokens are shown, each looked up once; nothing for those who are gone.
pub(super) struct Owners(HashMap<Id, Option<(Account, User)>>);

impl Owners {
    pub(super) async fn of(
        sources: &Sources<'_>,
        tokens: &[StoredToken],
    ) -> Result<Self, AskError> {
        let mut all = HashMap::new();
        for token in tokens {
            if !all.contains_key(&token.owner) {
                let found = sources.accounts().find(&token.owner).get().await?;
                all.insert(token.owner.clone(), found);
            }
        }
        Ok(Self(all))
    }

    pub(super) fn get(&self, owner: &Id) -> Option<&(Account, User)> {
        self.0.get(owner)?.as_ref()
    }
}

impl Row {
    pub(super) fn of(token: StoredToken, owners: &Owners, now: i64) -> Self {
        let owner = owners.get(&token.owner);
        Self {
            owner_name: owner.map(|(account, _)| account.name.clone()),
            state: token.state(now),
            id: token.id,
            owner: token.owner,
            title: token.title,
            description: token.description,
            created_at: token.created_at,
            expires_at: token.expires_at,
            last_used_at: token.last_used_at,
            revoked_at: token.revoked_at,
            permissions: token.permissions,
            projects: token.projects,
        }
    }

    pub(super) fn to_csv(rows: &[Self]) -> String {
        let mut csv = Csv::new(&[
            "id",
            "owner",
            "owner_name",
            "title",
            "description",
            "state",
            "created_at",
            "expires_at",
            "last_used_at",
            "revoked_at",
            "permissions",
            "projects",
        ]);
        let instant = |at: Option<i64>| at.map(|it| it.to_string()).unwrap_or_default();
        for it in rows {
            csv.line([
                &*it.id,
                &it.owner.as_text(),
                it.owner_name.as_deref().unwrap_or_default(),
                &it.title,
                &it.description,
                state_name(it.state),
                &it.created_at.to_string(),
                &it.expires_at.to_string(),
                &instant(it.last_used_at),
                &instant(it.revoked_at),
                &it.permissions.join(" "),
                &it.places(),
            ]);
        }
        csv.into_text()
    }

    /// `project/7 project.pages:GET; project/8`
    fn places(&self) -> String {
        let mut text = String::new();
        for (at, it) in self.projects.iter().enumerate() {
            let between = if at == 0 { "" } else { "; " };
            // Into a text nothing fails.
            let _ = write!(text, "{between}{}/{}", it.scope, it.project);
            for permission in &it.permissions {
                let _ = write!(text, " {permission}");
            }
        }
        text
    }
}

/// What the states are called.
pub(super) const STATES: [&str; 3] = ["active", "expired", "revoked"];

pub(super) fn state_name(state: TokenState) -> &'static str {
    let [active, expired, revoked] = STATES;
    match state {
        TokenState::Active => active,
        TokenState::Expired => expired,
        TokenState::Revoked => revoked,
    }
}
