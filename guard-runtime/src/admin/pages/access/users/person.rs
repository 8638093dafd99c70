//! A user, with what is stored for them and what follows from it.

use serde::Serialize;

use crate::User;
use crate::admin::access::{Account, AskError, Sources};

/// What stands in a row of the list.
#[derive(Debug, Serialize)]
pub(super) struct Person {
    #[serde(flatten)]
    pub(super) account: Account,
    /// The groups that follow from those stored, or that the directory knows of from elsewhere.
    pub(super) inherited: Vec<&'static str>,
    /// The roles outside of projects.
    pub(super) roles: Vec<String>,
    pub(super) blocked: bool,
}

impl Person {
    pub(super) async fn of(
        sources: &Sources<'_>,
        account: Account,
        user: &User,
    ) -> Result<Self, AskError> {
        let mut inherited = user.groups().names();
        inherited.retain(|it| !account.groups.iter().any(|own| own == it));
        Ok(Self {
            inherited,
            roles: sources.role_names(user).await?,
            blocked: user.is_blocked(),
            account,
        })
    }
}
