//! What a token was made for, as far as the program still knows it.

use super::StoredToken;
use crate::Id;
use crate::scope::{PermissionSet, ScopeEntry, ScopeLimit, Scopes};

/// The permissions of a token.
#[derive(Default)]
pub(super) struct Requested {
    pub(super) global: PermissionSet,
    pub(super) projects: Vec<RequestedProject>,
    /// Stored texts that grant nothing.
    ignored: Vec<String>,
}

/// The permissions of a token in one project.
pub(super) struct RequestedProject {
    pub(super) scope: &'static ScopeEntry,
    pub(super) project: Id,
    pub(super) permissions: PermissionSet,
}

impl Requested {
    pub(super) fn new(global: PermissionSet, projects: Vec<RequestedProject>) -> Self {
        Self {
            global,
            projects,
            ignored: Vec::new(),
        }
    }

    /// Of a stored token. What is unknown, or does not belong where it stands, grants nothing: a
    /// project's permission among the global ones would count in every project.
    pub(super) fn read(schema: &'static Scopes, stored: &StoredToken) -> Self {
        let mut read = Self::default();
        let (all, wrong) = schema.set(stored.permissions.iter().map(String::as_str));
        read.global = all.global();
        read.ignored.extend(wrong.into_iter().map(|(text, _)| text));
        read.ignored.extend(all.of_projects().to_strings());
        for it in &stored.projects {
            let scope = schema.scope(&it.scope).filter(|it| it.param.is_some());
            let Some(scope) = scope else {
                read.ignored.push(it.scope.clone());
                continue;
            };
            let (all, wrong) = schema.set(it.permissions.iter().map(String::as_str));
            let permissions = all.of_scope(scope);
            read.ignored.extend(wrong.into_iter().map(|(text, _)| text));
            read.ignored
                .extend(all.difference(&permissions).to_strings());
            read.projects.push(RequestedProject {
                scope,
                project: it.project.clone(),
                permissions,
            });
        }
        read
    }

    /// What its bearer may do at most.
    pub(super) fn limit(&self) -> ScopeLimit {
        let limit = ScopeLimit::to(self.global.clone());
        self.projects.iter().fold(limit, |limit, it| {
            limit.in_project(it.scope.name, it.project.clone(), it.permissions.clone())
        })
    }

    /// Says what grants nothing: a permission that was renamed, or a store that was tampered with.
    pub(super) fn log_ignored(&self, token: &str) {
        if !self.ignored.is_empty() {
            tracing::warn!(
                token,
                ignored = self.ignored.join(" "),
                "a personal access token has permissions that grant nothing"
            );
        }
    }
}
