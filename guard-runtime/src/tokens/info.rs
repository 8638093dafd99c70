//! A token as it is shown: everything but its secret and the digest.

use serde::Serialize;

use super::StoredToken;
use super::actual::Actual;
use super::requested::Requested;
use crate::Id;
use crate::scope::{Permission, PermissionSet, Scopes};

/// A token as it is shown. All instants are in seconds since 1970-01-01 UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[non_exhaustive]
pub struct TokenInfo {
    /// The part of the token by which it is found; no secret.
    pub id: String,
    /// Whose token it is.
    pub owner: Id,
    /// What the owner calls it.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// Whether it is accepted.
    pub state: TokenState,
    /// When it was made.
    pub created_at: i64,
    /// From when on it is refused.
    pub expires_at: i64,
    /// When it was last used.
    #[cfg_attr(feature = "openapi", schema(required))]
    pub last_used_at: Option<i64>,
    /// When it was revoked.
    #[cfg_attr(feature = "openapi", schema(required))]
    pub revoked_at: Option<i64>,
    /// Its global permissions.
    pub permissions: TokenPermissions,
    /// Its projects.
    pub projects: Vec<TokenProjectInfo>,
    /// All permissions that it was used for so far, in whichever project.
    pub used: Vec<String>,
}

/// Whether a token is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum TokenState {
    /// It is.
    Active,
    /// Its time is over.
    Expired,
    /// It was revoked.
    Revoked,
}

/// Permissions of a token, in their string form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[non_exhaustive]
pub struct TokenPermissions {
    /// What was asked for.
    pub requested: Vec<String>,
    /// What of it the token may do now, by what its owner may do: nothing once its time is over;
    /// `None`, or `null`, where that was not asked.
    #[cfg_attr(feature = "openapi", schema(required))]
    pub actual: Option<Vec<String>>,
    /// What was asked for and never needed.
    pub unused: Vec<String>,
}

/// Permissions of a token in one project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[non_exhaustive]
pub struct TokenProjectInfo {
    /// The scope that declares the permissions.
    pub scope: String,
    /// Which project.
    pub project: Id,
    /// The permissions in it.
    #[serde(flatten)]
    pub permissions: TokenPermissions,
}

impl TokenInfo {
    pub(super) fn of(
        stored: StoredToken,
        schema: &'static Scopes,
        actual: &Actual,
        now: i64,
    ) -> Self {
        let state = stored.state(now);
        let actual = match state {
            TokenState::Active => actual.of(&Requested::read(schema, &stored)),
            TokenState::Expired | TokenState::Revoked => actual.of_ended(),
        };
        let (used, _) = schema.set(stored.used.iter().map(String::as_str));
        let show = |requested: Vec<String>, actual: Option<&PermissionSet>| TokenPermissions {
            actual: actual.map(PermissionSet::to_strings),
            unused: unused(&requested, &used, schema),
            requested,
        };
        let projects = stored.projects.into_iter().map(|it| {
            let actual = actual
                .as_ref()
                .map(|all| all.in_project(&it.scope, &it.project));
            TokenProjectInfo {
                permissions: show(it.permissions, actual.as_ref()),
                scope: it.scope,
                project: it.project,
            }
        });
        Self {
            projects: projects.collect(),
            permissions: show(stored.permissions, actual.as_ref().map(|it| &it.global)),
            state,
            id: stored.id,
            owner: stored.owner,
            title: stored.title,
            description: stored.description,
            created_at: stored.created_at,
            expires_at: stored.expires_at,
            last_used_at: stored.last_used_at,
            revoked_at: stored.revoked_at,
            used: stored.used,
        }
    }
}

fn unused(requested: &[String], used: &PermissionSet, schema: &'static Scopes) -> Vec<String> {
    let is_unused = |text: &&String| {
        let permission = schema.parse(text);
        permission.is_ok_and(|it| !used.contains(it) && !may_have_helped(it, used, schema))
    };
    requested.iter().filter(is_unused).cloned().collect()
}

/// Whether a permission of projects was used that is inherited from this global one: nobody noted
/// which of the two let the request through, so it is not called unused.
fn may_have_helped(global: Permission, used: &PermissionSet, schema: &'static Scopes) -> bool {
    let only = global.into_set();
    used.iter().any(|it| {
        let scope = it.project_scope();
        scope.is_some_and(|scope| scope.inherits_verb(schema, it.verb(), &only))
    })
}
