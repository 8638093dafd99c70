//! Asking for permissions inside a handler: to refuse, or only to know.

use std::sync::Arc;

use super::ask::{ProjectAnswer, ProjectKey, look_up};
use super::{GlobalPermission, Permission, ProjectPermission, ProjectScope, ScopeEntry};
use crate::Id;
use crate::denied::{Denied, Reason};
use crate::env::{Env, current_slot};
use crate::gate::{NO_DIRECTORY, Requirement};

impl Env {
    /// Whether the user may do this, within the limits of the credentials: a question and no
    /// refusal, for what a handler shows or leaves out.
    ///
    /// ```
    /// # guard_runtime::define_scopes! {
    /// #     /// What may be allowed.
    /// #     pub mod scopes { /// Administration.
    /// #         admin { /// The configuration.
    /// #             configuration: GET | UPDATE }
    /// #         /// One project.
    /// #         project(project_id) { /// The project itself.
    /// #             root: GET | UPDATE } }
    /// # }
    /// # fn main() {
    /// use guard_runtime::{Env, PermissionSet, User};
    ///
    /// let granted = PermissionSet::of(scopes::admin::configuration::GET);
    /// let env = Env::of(User::new(7).with_permissions(&granted)).unwrap();
    /// assert!(env.may(scopes::admin::configuration::GET));
    /// assert!(env.require(scopes::admin::configuration::UPDATE).is_err());
    /// # }
    /// ```
    ///
    /// A permission that is checked per project does not compile here: it needs
    /// [`may_in`](Self::may_in).
    #[must_use]
    pub fn may(&self, permission: impl GlobalPermission) -> bool {
        let permission = permission.into();
        if !permission.is_global() {
            tracing::error!(%permission, "this permission is checked per project: `may_in` asks for it");
        }
        let may = self.permissions().contains(permission);
        self.note_use(permission, may);
        may
    }

    /// Passes if the user may do this.
    ///
    /// # Errors
    ///
    /// 403 with the permission in the challenge; 401 for who has not signed in.
    pub fn require(&self, permission: impl GlobalPermission) -> Result<(), Denied> {
        let permission = permission.into();
        if self.may(permission) {
            return Ok(());
        }
        Err(self.lacks(permission))
    }

    /// Whether the user may do this in a project, be it another one than the path names.
    ///
    /// A request finds out once about each project, and so does what it spawns and streams. To ask anew
    /// in what lasts, put the env in force again: `env_ctx::scope(env.clone(), env.may_in(…))`.
    ///
    /// # Errors
    ///
    /// 404 if the user may not know of the project, 503 if that cannot be found out.
    pub async fn may_in(
        &self,
        permission: impl ProjectPermission,
        project: impl Into<Id>,
    ) -> Result<bool, Denied> {
        let permission = permission.into();
        let scope = self.scope_of(permission, project.into()).await?;
        let may = scope.holds(permission).map_err(|_| Denied::here(FOREIGN))?;
        self.note_use(permission, may);
        Ok(may)
    }

    /// Passes if the user may do this in a project, be it another one than the path names.
    ///
    /// # Errors
    ///
    /// 404 if the user may not know of the project, 403 if they may not do this, 503 if that cannot
    /// be found out.
    pub async fn require_in(
        &self,
        permission: impl ProjectPermission,
        project: impl Into<Id>,
    ) -> Result<(), Denied> {
        let permission = permission.into();
        if self.may_in(permission, project).await? {
            return Ok(());
        }
        Err(self.lacks(permission))
    }

    /// All that the user may do in a project of the scope.
    ///
    /// # Errors
    ///
    /// 404 if the user may not know of the project, 503 if that cannot be found out.
    pub async fn project_scope(
        &self,
        scope: &'static ScopeEntry,
        project: impl Into<Id>,
    ) -> Result<Arc<ProjectScope>, Denied> {
        if scope.param.is_none() {
            return Err(Denied::here(Reason::Broken(
                "the scope is not one of projects",
            )));
        }
        if !self.is_signed_in() {
            return Err(Denied::here(Reason::NoCredentials));
        }
        let slot = current_slot().ok_or_else(|| Denied::here(Reason::NoMiddleware))?;
        let key = ProjectKey {
            scope,
            id: project.into(),
        };
        match look_up(&slot, self, key).await {
            ProjectAnswer::Known(scope) if scope.is_visible() => Ok(scope),
            ProjectAnswer::Known(_) => Err(Denied::not_found()),
            ProjectAnswer::Unavailable(what) => Err(Denied::unavailable(what)),
            ProjectAnswer::NoDirectory => Err(Denied::here(NO_DIRECTORY)),
        }
    }

    async fn scope_of(
        &self,
        permission: Permission,
        project: Id,
    ) -> Result<Arc<ProjectScope>, Denied> {
        let Some(scope) = permission.project_scope() else {
            return Err(Denied::here(Reason::Broken(
                "a global permission was asked for in a project",
            )));
        };
        self.project_scope(scope, project).await
    }

    fn lacks(&self, permission: Permission) -> Denied {
        if !self.is_signed_in() {
            return Denied::here(Reason::NoCredentials);
        }
        let slot = current_slot();
        let passed = slot.map(|slot| slot.gates()).unwrap_or_default();
        let passed = passed.into_iter().flat_map(Requirement::scope);
        let lacking = vec![permission.to_string()];
        Denied::forbidden()
            .lacking(lacking.clone(), lacking)
            .demanding(passed.chain([permission]))
    }

    fn note_use(&self, permission: Permission, may: bool) {
        let usage = self.identity().and_then(|it| it.usage.as_ref());
        if let (Some(usage), true) = (usage, may) {
            usage.used(permission);
        }
    }
}

const FOREIGN: Reason =
    Reason::Broken("the permission and the project's members are of two declarations");
