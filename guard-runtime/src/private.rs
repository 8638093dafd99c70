//! What generated code calls. Not public API: no item here follows semver.

use std::fmt;
use std::future::{Ready, ready};
use std::marker::PhantomData;

use actix_web::dev::Payload;
use actix_web::{Error, FromRequest, HttpRequest};
pub use guard_macros::{
    __closed_model as closed_model, __gates as gates, __model_access as model_access,
    __resolve_env as resolve_env, __resolve_names as resolve_names,
    __resolve_scopes as resolve_scopes,
};
pub use inventory::submit;
#[cfg(feature = "openapi")]
pub use utoipa;

pub use crate::__document as document;

use crate::denied::Denied;
#[cfg(feature = "openapi")]
pub use crate::docs::handlers::operation;
pub use crate::gate::{
    All, Any, AnyUser as User, Guarded, HasPermission, HasRole, InGroup, Internal, NoAuth, Public,
    SignedIn,
};
use crate::gate::{GateEntry, Place, Require, Requirement};
use crate::group::{BUILT_IN, GroupRef, Groups};
pub use crate::model::generated as model;
use crate::names::{Entry, NameRef, Names};
use crate::role::{RoleRef, Roles};
use crate::routes::GatedArgs;
pub use crate::scope::{OfAll, OfProject, Schema};
use crate::scope::{Permission, ResourceEntry, ScopeEntry, Scopes};

/// Any of nothing: lets nobody through.
const NOBODY: &Requirement = &Requirement::Any(&[]);

/// What a gate with a mistake expands to, next to its error.
#[derive(Debug)]
pub enum Mistaken<const ERROR: usize> {}

impl<const ERROR: usize> Require for Mistaken<ERROR> {
    const REQUIREMENT: &'static Requirement = NOBODY;
}

/// What a gate expands to whose mistake is reported elsewhere.
#[derive(Debug)]
pub enum Unresolved {}

impl Require for Unresolved {
    const REQUIREMENT: &'static Requirement = NOBODY;
}

/// What rustc puts where it finds no declaration to ask, and says so.
impl Require for () {
    const REQUIREMENT: &'static Requirement = NOBODY;
}

/// What rust-analyzer reads the names in a gate from; nobody else sees it.
#[derive(Debug)]
pub struct Named<T>(PhantomData<T>);

/// What a handler with a mistake in its signature takes, next to its error: whatever stands there,
/// so that the framework has nothing to add.
pub struct Rejected<R, T> {
    never: T,
    gate: PhantomData<fn() -> R>,
}

impl<R, T> Rejected<R, T> {
    /// What would have been extracted.
    pub fn into_inner(self) -> T {
        self.never
    }
}

impl<R, T> fmt::Debug for Rejected<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rejected")
    }
}

impl<R: Require, T: 'static> FromRequest for Rejected<R, T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Err(Denied::broken().into()))
    }
}

#[diagnostic::do_not_recommend]
impl<R: Require, T: 'static> GatedArgs for (Rejected<R, T>,) {}

/// A row of the registry.
#[must_use]
pub const fn handler_entry<R: Require>(
    handler: &'static str,
    module: &'static str,
    file: &'static str,
    line: u32,
    routes: &'static [(&'static str, &'static str)],
) -> GateEntry {
    GateEntry {
        handler,
        module,
        file,
        line,
        routes,
        requirement: R::REQUIREMENT,
        place: Place::Attribute,
    }
}

/// A row of a declaration.
#[must_use]
pub const fn entry(
    name: &'static str,
    description: &'static str,
    implies: &'static [u32],
) -> Entry {
    Entry::new(name, description, implies)
}

/// A role with what it may do.
#[must_use]
pub const fn role_entry(
    name: &'static str,
    description: &'static str,
    grants: &'static [Permission],
) -> Entry {
    Entry::new(name, description, &[]).granting(grants)
}

/// A declaration of permissions.
#[must_use]
pub const fn scopes(module: &'static str, entries: &'static [ScopeEntry]) -> Scopes {
    Scopes::new(module, entries)
}

/// One scope of a declaration.
#[must_use]
pub const fn scope(
    name: &'static str,
    title: &'static str,
    description: &'static str,
    param: Option<&'static str>,
    inherits: &'static [(&'static str, &'static str)],
    resources: &'static [ResourceEntry],
) -> ScopeEntry {
    ScopeEntry::new(name, title, description, param, inherits, resources)
}

/// One resource of a scope: a bit for each verb it offers, and the position of its first permission.
#[must_use]
pub const fn resource(
    name: &'static str,
    title: &'static str,
    description: &'static str,
    verbs: u8,
    first: u32,
) -> ResourceEntry {
    ResourceEntry::new(name, title, description, verbs, first)
}

/// One permission of a declaration.
#[must_use]
pub const fn permission(schema: &'static Scopes, index: u32) -> Permission {
    Permission::new(schema, index)
}

/// A declaration of groups.
#[must_use]
pub const fn groups(module: &'static str, declared: &'static [Entry]) -> Groups {
    Names::new(module, BUILT_IN, declared)
}

/// A declaration of roles.
#[must_use]
pub const fn roles(module: &'static str, declared: &'static [Entry]) -> Roles {
    Names::new(module, &[], declared)
}

/// One group of a declaration.
#[must_use]
pub const fn group(groups: &'static Groups, index: u32) -> GroupRef {
    NameRef::new(groups, index)
}

/// One role of a declaration.
#[must_use]
pub const fn role(roles: &'static Roles, index: u32) -> RoleRef {
    NameRef::new(roles, index)
}
