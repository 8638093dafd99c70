//! Gates as values: the functions that go by the names of the attributes.

use std::fmt;
use std::marker::PhantomData;
use std::panic::Location;

use super::asked::Asked;
use super::require::{
    All, Any, AnyUser, HasPermission, HasRole, InGroup, Internal, NoAuth, Public, Require, SignedIn,
};
use super::{GatedHandler, Requirement};
use crate::env::Env;
use crate::group::Group;
use crate::role::Role;
use crate::scope::StaticPermission;

/// A gate for what no attribute can stand on: handlers registered by hand, scopes, applications.
///
/// It is middleware (`.wrap(gate)`), wraps handlers ([`handler`](Self::handler)), and serves as a
/// routing guard (`.guard(gate)`). Gates of the application, of a scope and of the handler
/// accumulate: all must pass.
///
/// ```
/// use actix_web::{App, web};
/// use guard_runtime::{requires_internal, requires_user};
///
/// async fn report() -> &'static str {
///     "report"
/// }
///
/// App::new().service(
///     web::scope("/admin")
///         .wrap(requires_internal())
///         .route("/report", web::get().to(requires_user().handler(report))),
/// );
/// ```
pub struct Gate<R> {
    location: &'static Location<'static>,
    require: PhantomData<fn() -> R>,
}

impl<R> Clone for Gate<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Gate<R> {}

impl<R: Require> fmt::Debug for Gate<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Gate({})", R::REQUIREMENT)
    }
}

impl<R: Require> Gate<R> {
    #[track_caller]
    fn new() -> Self {
        Self {
            location: Location::caller(),
            require: PhantomData,
        }
    }

    /// What it demands.
    #[must_use]
    pub fn requirement(&self) -> &'static Requirement {
        R::REQUIREMENT
    }

    /// Whether it would let this env through: a question, and no refusal.
    ///
    /// Of a permission that is checked per project it is not known which project is meant, so the
    /// answer is no; [`Env::may_in`] asks that.
    #[must_use]
    pub fn allows(&self, env: &Env) -> bool {
        R::REQUIREMENT.allows(&Asked::of(env)) == Ok(true)
    }

    /// Where in the source it was made.
    pub(crate) fn location(self) -> &'static Location<'static> {
        self.location
    }

    /// Puts the gate before a handler that has no attribute: `web::get().to(gate.handler(f))`.
    #[must_use]
    pub fn handler<F>(self, handler: F) -> GatedHandler<R, F> {
        GatedHandler::new(self, handler)
    }
}

/// Internal users: what [`#[requires_internal]`](macro@crate::requires_internal) demands.
#[must_use]
#[track_caller]
pub fn requires_internal() -> Gate<Internal> {
    Gate::new()
}

/// Internal and portal users: what [`#[requires_user]`](macro@crate::requires_user) demands.
#[must_use]
#[track_caller]
pub fn requires_user() -> Gate<AnyUser> {
    Gate::new()
}

/// Everybody, as the user they are: what [`#[allows_public]`](macro@crate::allows_public) lets in.
#[must_use]
#[track_caller]
pub fn allows_public() -> Gate<Public> {
    Gate::new()
}

/// Everybody, without an env: what [`#[no_auth]`](macro@crate::no_auth) lets in.
#[must_use]
#[track_caller]
pub fn no_auth() -> Gate<NoAuth> {
    Gate::new()
}

/// Users in a group: `requires_group(groups::sales)`.
#[must_use]
#[track_caller]
pub fn requires_group<G: Group>(_: G) -> Gate<InGroup<G>> {
    Gate::new()
}

/// Users with a role: `requires_role(roles::editor)`.
#[must_use]
#[track_caller]
pub fn requires_role<R: Role>(_: R) -> Gate<HasRole<R>> {
    Gate::new()
}

/// Everybody who has signed in and is no guest: what
/// [`#[requires_scope]`](macro@crate::requires_scope) demands without arguments.
#[must_use]
#[track_caller]
pub fn signed_in() -> Gate<SignedIn> {
    Gate::new()
}

/// Users with a permission: `requires_scope(scopes::admin::configuration::GET)`.
///
/// Of a permission that is checked per project, the path has to name the project before the gate is
/// asked: on a scope, in the scope's own path.
#[must_use]
#[track_caller]
pub fn requires_scope<P: StaticPermission>(_: P) -> Gate<HasPermission<P>> {
    Gate::new()
}

/// Each of two to eight gates: `all((requires_user(), requires_role(roles::editor)))`.
#[must_use]
#[track_caller]
pub fn all<T: Gates<All = R>, R: Require>(_: T) -> Gate<R> {
    Gate::new()
}

/// At least one of two to eight gates: `any((requires_internal(), requires_role(roles::auditor)))`.
#[must_use]
#[track_caller]
pub fn any<T: Gates<Any = R>, R: Require>(_: T) -> Gate<R> {
    Gate::new()
}

/// A tuple of gates.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a tuple of two to eight gates")]
pub trait Gates {
    /// All of them.
    type All: Require;
    /// Any of them.
    type Any: Require;
}

macro_rules! tuples {
    ($first:ident $second:ident $($rest:ident)*) => {
        impl<$first: Require, $second: Require, $($rest: Require),*> Gates
            for (Gate<$first>, Gate<$second>, $(Gate<$rest>,)*)
        {
            type All = All<($first, $second, $($rest,)*)>;
            type Any = Any<($first, $second, $($rest,)*)>;
        }

        tuples!($second $($rest)*);
    };
    ($last:ident) => {};
}
tuples!(A B C D E F G H);
