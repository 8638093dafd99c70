//! What an env holds.

use std::sync::Arc;

use crate::authn::Identity;
use crate::scope::{PermissionSet, ScopeLimit};
use crate::{Id, User};

#[derive(Clone)]
pub(super) struct Inner {
    pub(super) user: User,
    pub(super) signed_in: bool,
    pub(super) identity: Option<Arc<Identity>>,
    /// What the credentials limit the user to.
    pub(super) limit: Option<Arc<ScopeLimit>>,
    /// What the user may do within that limit, outside of projects.
    pub(super) permissions: PermissionSet,
    /// The active companies, where they are not all of the user's.
    pub(super) companies: Option<Arc<[Id]>>,
    pub(super) elevation: Option<Arc<str>>,
    /// Who acts, where that is not the user.
    pub(super) actor: Option<User>,
    /// Whether records are not changed with it, whatever the user may do.
    pub(super) read_only: bool,
}

impl Inner {
    pub(super) fn new(user: User, signed_in: bool, identity: Option<Arc<Identity>>) -> Self {
        let limit = identity.as_ref().and_then(|it| it.limit.clone());
        let mut inner = Self {
            user,
            signed_in,
            identity,
            limit,
            permissions: PermissionSet::default(),
            companies: None,
            elevation: None,
            actor: None,
            read_only: false,
        };
        inner.find_permissions();
        inner
    }

    /// What a user may do changes with the user and with the limit.
    pub(super) fn find_permissions(&mut self) {
        let held = self.user.permissions();
        self.permissions = match &self.limit {
            Some(limit) => limit.narrow(held),
            None => held,
        };
    }
}
