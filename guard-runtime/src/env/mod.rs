//! The env of a request: who is asking, and as what.

mod change;
pub mod env_ctx;
mod error;
mod inner;
mod request_id;
mod slot;
mod trail;

use std::any::Any;
use std::fmt;
use std::future::{Ready, ready};
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};

pub use error::EnvError;
use inner::Inner;
pub use request_id::RequestId;
pub(crate) use slot::{SLOT, Slot, current_slot};

use crate::authn::Identity;
use crate::denied::Denied;
use crate::group::Group;
use crate::role::Role;
use crate::scope::{PermissionSet, ScopeLimit};
use crate::{Id, User};

/// Who is asking, and as what: the user with groups, roles and active companies.
///
/// It is at hand below every gate, as an extractor and through [`env_ctx::get`]. Cloning it is
/// cheap. An env never changes: [`sudo`](Self::sudo), [`switch_user`](Self::switch_user) and
/// [`in_companies`](Self::in_companies) make another one, which [`env_ctx::scope`] puts in force.
///
/// ```
/// use guard_runtime::{Env, User, groups};
///
/// let env = Env::of(User::new(7).in_group(groups::core_internal).with_companies([1, 2]))?;
/// assert!(env.in_group(groups::core_internal));
/// assert_eq!(env.cids().len(), 2);
/// assert_eq!(env.in_companies([2])?.cids().len(), 1);
/// assert!(env.in_companies([3]).is_err());
/// # Ok::<(), guard_runtime::EnvError>(())
/// ```
#[derive(Clone)]
pub struct Env(Arc<Inner>);

impl Env {
    /// The env of a user, for jobs and tests.
    ///
    /// # Errors
    ///
    /// A blocked account, or groups that exclude each other.
    pub fn of(user: User) -> Result<Self, EnvError> {
        Self::checked(user, true, None)
    }

    /// Whether the two are one and the same, and not only alike.
    pub(crate) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    pub(crate) fn guest(user: User) -> Self {
        Self(Arc::new(Inner::new(user, false, None)))
    }

    pub(crate) fn checked(
        user: User,
        signed_in: bool,
        identity: Option<Arc<Identity>>,
    ) -> Result<Self, EnvError> {
        user.check().map_err(EnvError::Contradiction)?;
        if user.is_blocked() {
            return Err(EnvError::Blocked);
        }
        Ok(Self(Arc::new(Inner::new(user, signed_in, identity))))
    }

    /// The user.
    #[must_use]
    pub fn user(&self) -> &User {
        &self.0.user
    }

    /// The user's id.
    #[must_use]
    pub fn uid(&self) -> &Id {
        self.0.user.id()
    }

    /// Whether somebody has signed in: false for the guest that anonymous requests run as.
    #[must_use]
    pub fn is_signed_in(&self) -> bool {
        self.0.signed_in
    }

    /// Whether the user is in the group, directly or by implication: a bit test.
    #[must_use]
    pub fn in_group(&self, group: impl Group) -> bool {
        self.0.user.groups().contains(group)
    }

    /// Whether the user has the role: a bit test.
    #[must_use]
    pub fn has_role(&self, role: impl Role) -> bool {
        self.0.user.roles().contains(role)
    }

    /// What the user may do outside of projects, within the limits of the credentials.
    #[must_use]
    pub fn permissions(&self) -> &PermissionSet {
        &self.0.permissions
    }

    /// What the credentials limit the user to, if they do.
    #[must_use]
    pub fn limit(&self) -> Option<&ScopeLimit> {
        self.0.limit.as_deref()
    }

    /// The company the user works in now: the first of the active ones.
    #[must_use]
    pub fn cid(&self) -> Option<&Id> {
        self.cids().first()
    }

    /// The active companies.
    #[must_use]
    pub fn cids(&self) -> &[Id] {
        match &self.0.companies {
            Some(companies) => companies,
            None => self.0.user.companies(),
        }
    }

    /// The contact record that stands for the user.
    #[must_use]
    pub fn contact_id(&self) -> Option<&Id> {
        self.0.user.contact()
    }

    /// An attribute of the application's own.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<&T> {
        self.0.user.get()
    }

    /// What the credentials said, if there were any.
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        self.0.identity.as_deref()
    }

    /// Why the rules for records are lifted, if they are.
    #[must_use]
    pub fn elevation(&self) -> Option<&str> {
        self.0.elevation.as_deref()
    }

    /// Whether records are not changed with it: [`EnvError::ReadOnly`].
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.0.read_only
    }

    /// Who acts: the user, or the one who switched to them.
    #[must_use]
    pub fn actor(&self) -> &User {
        self.0.actor.as_ref().unwrap_or(&self.0.user)
    }
}

impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Env")
            .field("user", self.user())
            .field("cids", &self.cids())
            .field("elevation", &self.elevation())
            .field("actor", self.actor().id())
            .finish_non_exhaustive()
    }
}

/// The env of a gated request; 500 where no gate was passed.
impl FromRequest for Env {
    type Error = Denied;
    type Future = Ready<Result<Self, Denied>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(env_ctx::get().map_err(Denied::from))
    }
}
