//! Who is asked about users, roles, tokens and projects.

use std::sync::Arc;

use super::{Accounts, AskError, Records, RoleNames, Vocabulary};
use crate::authn::{Identity, now};
use crate::env::{Env, EnvError};
use crate::scope::{ProjectDirectory, ProjectScope, ScopeEntry, ScopeLimit, Scopes, Visibility};
use crate::tokens::{StoredToken, TokenStore};
use crate::{Id, User};

/// Who is asked about users, roles, tokens and projects. What is not given is not asked, and the answers
/// say so.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) accounts: &'a dyn Accounts,
    pub(super) roles: Option<&'a dyn RoleNames>,
    pub(super) tokens: Option<&'a dyn TokenStore>,
    pub(super) projects: Option<&'a dyn ProjectDirectory>,
    pub(super) records: Option<&'a Records>,
}

impl<'a> Sources<'a> {
    /// What is declared, and who there is.
    #[must_use]
    pub fn new(vocabulary: &'a Vocabulary, accounts: &'a dyn Accounts) -> Self {
        Self {
            vocabulary,
            accounts,
            roles: None,
            tokens: None,
            projects: None,
            records: None,
        }
    }

    /// Who has which role: [`SqlRoles`](crate::sql::SqlRoles).
    #[must_use]
    pub fn roles(mut self, roles: &'a dyn RoleNames) -> Self {
        self.roles = Some(roles);
        self
    }

    /// The personal access tokens.
    #[must_use]
    pub fn tokens(mut self, tokens: &'a dyn TokenStore) -> Self {
        self.tokens = Some(tokens);
        self
    }

    /// The projects and their members.
    #[must_use]
    pub fn projects(mut self, projects: &'a dyn ProjectDirectory) -> Self {
        self.projects = Some(projects);
        self
    }

    /// The records that may be asked about.
    #[must_use]
    pub fn records(mut self, records: &'a Records) -> Self {
        self.records = Some(records);
        self
    }

    pub(in crate::admin) fn accounts(&self) -> &'a dyn Accounts {
        self.accounts
    }

    /// Who may know of a project, and what somebody may do in it; `None` if there is no such project.
    pub(in crate::admin) async fn in_project(
        &self,
        env: &Env,
        scope: &'static ScopeEntry,
        id: &Id,
    ) -> Result<Option<(Visibility, ProjectScope)>, AskError> {
        let directory = self.projects.ok_or(AskError::Unknown("project"))?;
        let found = directory.find(scope.name, id, env.user()).get().await?;
        Ok(found.map(|it| {
            let resolved = ProjectScope::resolve(env, scope, id, Some(&it));
            (it.visibility(), resolved)
        }))
    }

    /// The names of the roles that somebody has outside of projects.
    pub(in crate::admin) async fn role_names(&self, user: &User) -> Result<Vec<String>, AskError> {
        match self.roles {
            Some(roles) => Ok(roles.names_of(user.id()).get().await?),
            None => Ok(user
                .roles()
                .names()
                .into_iter()
                .map(str::to_owned)
                .collect()),
        }
    }

    /// The tokens of somebody that are accepted now.
    pub(super) async fn active_tokens(
        &self,
        owner: &Id,
    ) -> Result<Option<Vec<StoredToken>>, AskError> {
        let Some(tokens) = self.tokens else {
            return Ok(None);
        };
        let mut listed = tokens.list(Some(owner)).get().await?;
        listed.retain(is_active);
        Ok(Some(listed))
    }
}

/// Whether a token is accepted now.
pub(super) fn is_active(token: &StoredToken) -> bool {
    token.revoked_at.is_none() && token.expires_at > now()
}

/// The env of a user, as it is with this token, or with none.
pub(super) fn env_of(user: User, limit: Option<ScopeLimit>) -> Result<Env, EnvError> {
    let identity = limit.map(|limit| {
        let mut identity = Identity::of(user.id().clone());
        identity.limit = Some(Arc::new(limit));
        Arc::new(identity)
    });
    Env::checked(user, true, identity)
}

/// The env of a user as it is once they are not blocked: what they have, they have then. `None` for one in
/// groups that exclude each other, whose rights nobody can tell.
pub(in crate::admin) fn unblocked(user: &User) -> Option<Env> {
    env_of(user.clone().blocked(false), None).ok()
}

/// What the bearer of a token may do at most, as it is found out when it is used: what is unknown, or does
/// not belong where it stands, grants nothing.
pub(super) fn limit_of(scopes: Option<&'static Scopes>, token: &StoredToken) -> ScopeLimit {
    let Some(scopes) = scopes else {
        return ScopeLimit::default();
    };
    let (all, _) = scopes.set(token.permissions.iter().map(String::as_str));
    let mut limit = ScopeLimit::to(all.global());
    for it in &token.projects {
        let scope = scopes.scope(&it.scope).filter(|it| it.param.is_some());
        if let Some(scope) = scope {
            let (all, _) = scopes.set(it.permissions.iter().map(String::as_str));
            limit = limit.in_project(scope.name, it.project.clone(), all.of_scope(scope));
        }
    }
    limit
}
