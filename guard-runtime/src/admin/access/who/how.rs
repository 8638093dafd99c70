//! By what a user has something.

use serde::Serialize;

use super::Wanted;
use crate::User;
use crate::admin::access::routes::gives;
use crate::admin::access::sources::{env_of, limit_of};
use crate::admin::access::{Account, AskError, Sources, implied};
use crate::group::GroupRef;
use crate::model::Reach;
use crate::scope::{Permission, ScopeLimit};
use crate::tokens::StoredToken;

/// By what a user has something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
#[non_exhaustive]
pub enum How {
    /// A group that they are in.
    Group {
        /// The group that is stored for them.
        group: String,
        /// The way from it to the one that gives it; empty if it is the one.
        via: Vec<String>,
    },
    /// A role outside of projects.
    Role {
        /// Its name.
        role: String,
    },
    /// Something that the application grants besides: an attribute, a claim.
    Besides,
}

/// What a user's personal access tokens leave of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct TokenEffect {
    /// How many are accepted now.
    pub active: usize,
    /// How many of these leave it.
    pub keep: usize,
}

impl Sources<'_> {
    /// By what a user has it; nothing if they do not.
    pub(in crate::admin::access) async fn how(
        &self,
        wanted: &Wanted,
        account: &Account,
        user: &User,
    ) -> Result<Vec<How>, AskError> {
        match wanted {
            Wanted::Group(group) => Ok(self.by_groups(account, user, *group)),
            Wanted::Model(model, op) => {
                if let Ok(env) = env_of(user.clone(), None)
                    && model.outlook(self.vocabulary.dialect, &env, *op).reach == Reach::Nothing
                {
                    return Ok(Vec::new());
                }
                let rules = model.rules_in(self.vocabulary.dialect);
                let grants = rules.grants.into_iter().filter(|it| it.ops.contains(op));
                let groups = grants.filter_map(|it| it.group_ref);
                let mut all = Vec::new();
                for how in groups.flat_map(|it| self.by_groups(account, user, it)) {
                    if !all.contains(&how) {
                        all.push(how);
                    }
                }
                Ok(all)
            }
            Wanted::Role(role) => {
                let names = self.role_names(user).await?;
                let mine = names.into_iter().filter(|name| name == role.name());
                Ok(mine.map(|role| How::Role { role }).collect())
            }
            Wanted::Permission(permission) => self.by_roles(user, *permission).await,
        }
    }

    pub(in crate::admin) fn by_groups(
        &self,
        account: &Account,
        user: &User,
        group: GroupRef,
    ) -> Vec<How> {
        if !implied::holds(user.groups(), group) {
            return Vec::new();
        }
        let groups = self.vocabulary.groups;
        let stored = account.groups.iter().filter_map(|from| {
            let via = implied::way(groups, from, group.name())?;
            Some(How::Group {
                group: from.clone(),
                via: via.into_iter().map(str::to_owned).collect(),
            })
        });
        let mut all = stored.collect::<Vec<_>>();
        // The directory knows of it from elsewhere.
        if all.is_empty() {
            all.push(How::Besides);
        }
        all
    }

    pub(in crate::admin::access) async fn by_roles(
        &self,
        user: &User,
        wanted: Permission,
    ) -> Result<Vec<How>, AskError> {
        if !gives(&user.permissions(), wanted) {
            return Ok(Vec::new());
        }
        let catalog = self.vocabulary.roles.as_ref();
        let names = self.role_names(user).await?;
        let giving = names.into_iter().filter(|name| {
            let role = catalog.and_then(|it| it.get(name));
            role.is_some_and(|it| it.project_scope().is_none() && gives(it.permissions(), wanted))
        });
        let mut all = giving.map(|role| How::Role { role }).collect::<Vec<_>>();
        if all.is_empty() {
            all.push(How::Besides);
        }
        Ok(all)
    }

    /// What the tokens of a user leave of it; nothing where tokens are not asked. They limit what is
    /// permitted, and neither groups nor what is granted to them.
    pub(super) fn effect(
        &self,
        wanted: &Wanted,
        user: &User,
        tokens: &[StoredToken],
    ) -> TokenEffect {
        let keeps = |token: &&StoredToken| match wanted {
            Wanted::Permission(permission) => {
                let limit = limit_of(self.vocabulary.scopes, token);
                leaves(&limit, user, *permission)
            }
            Wanted::Role(_) | Wanted::Group(_) | Wanted::Model(..) => true,
        };
        TokenEffect {
            active: tokens.len(),
            keep: tokens.iter().filter(keeps).count(),
        }
    }
}

fn leaves(limit: &ScopeLimit, user: &User, wanted: Permission) -> bool {
    gives(&limit.of_global(&user.permissions()), wanted)
}
