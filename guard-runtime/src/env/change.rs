//! Another env made of one: fewer companies, elevated, as another user.

use std::sync::Arc;

use super::{Env, EnvError, Inner, env_ctx};
use crate::{Id, User};

impl Env {
    /// The same env in some of the user's companies; the first becomes the current one.
    ///
    /// # Errors
    ///
    /// [`EnvError::ForeignCompany`] if one of them is not the user's.
    pub fn in_companies<I: Into<Id>>(
        &self,
        companies: impl IntoIterator<Item = I>,
    ) -> Result<Self, EnvError> {
        let companies = companies.into_iter().map(Into::into).collect::<Arc<[Id]>>();
        let mine = self.user().companies();
        if companies.iter().all(|company| mine.contains(company)) {
            Ok(self.changed(|inner| inner.companies = Some(companies)))
        } else {
            Err(EnvError::ForeignCompany)
        }
    }

    /// The same user with the rules for records lifted, and a log line that says why.
    ///
    /// Gates are not lifted: they have been passed already. Without a reason the
    /// env stays as it is.
    #[must_use]
    pub fn sudo(&self, reason: &str) -> Self {
        let request = env_ctx::request_id();
        if reason.trim().is_empty() {
            tracing::error!(uid = %self.uid(), request_id = request, "sudo without a reason changes nothing");
            return self.clone();
        }
        tracing::warn!(uid = %self.uid(), actor = %self.actor().id(), reason, request_id = request, "sudo");
        self.changed(|inner| inner.elevation = Some(reason.into()))
    }

    /// The same env, with which nothing is changed: the guarded database stores nothing, and no token is
    /// created or revoked ([`EnvError::ReadOnly`]). Every env that is made of it is read-only too.
    ///
    /// ```
    /// use guard_runtime::{Env, User};
    ///
    /// let env = Env::of(User::new(7))?.read_only();
    /// assert!(env.sudo("to look at everything").is_read_only());
    /// # Ok::<(), guard_runtime::EnvError>(())
    /// ```
    #[must_use]
    pub fn read_only(&self) -> Self {
        self.changed(|inner| inner.read_only = true)
    }

    /// The env of another user, in whose place the current one acts. Elevation ends, and a log line
    /// says who acts as whom and why.
    ///
    /// # Errors
    ///
    /// A blocked account, groups that exclude each other, or no reason.
    pub fn switch_user(&self, user: User, reason: &str) -> Result<Self, EnvError> {
        if reason.trim().is_empty() {
            return Err(EnvError::NoReason);
        }
        let actor = self.0.actor.as_ref().unwrap_or(&self.0.user).clone();
        let switched = Self::checked(user, true, None)?;
        let request = env_ctx::request_id();
        tracing::warn!(uid = %switched.uid(), actor = %actor.id(), reason, request_id = request, "switched user");
        Ok(switched.changed(|inner| {
            inner.actor = Some(actor);
            // What the credentials do not allow, they do not allow in another's place either.
            inner.limit.clone_from(&self.0.limit);
            inner.read_only = self.0.read_only;
            inner.find_permissions();
        }))
    }

    fn changed(&self, change: impl FnOnce(&mut Inner)) -> Self {
        let mut inner = Inner::clone(&self.0);
        change(&mut inner);
        Self(Arc::new(inner))
    }
}
