//! Requirements as types: what the attributes write into a handler's signature.

use std::fmt;
use std::marker::PhantomData;

use super::Requirement;
use crate::group::Group;
use crate::role::Role;
use crate::scope::StaticPermission;

/// A requirement as a type.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a gate")]
pub trait Require: 'static {
    /// The requirement as a value.
    const REQUIREMENT: &'static Requirement;
}

/// Nothing, and nobody is looked at: `no_auth`.
#[derive(Clone, Copy, Debug)]
pub enum NoAuth {}

/// Nothing: `allows_public`.
#[derive(Clone, Copy, Debug)]
pub enum Public {}

/// An internal or portal user: `requires_user`.
#[derive(Clone, Copy, Debug)]
pub enum AnyUser {}

/// An internal user: `requires_internal`.
#[derive(Clone, Copy, Debug)]
pub enum Internal {}

/// Somebody who has signed in and is no guest: `requires_scope` without arguments.
#[derive(Clone, Copy, Debug)]
pub enum SignedIn {}

/// A permission: `requires_scope(…)`.
pub struct HasPermission<P>(PhantomData<fn() -> P>);

/// Membership in a group: `requires_group(…)`.
pub struct InGroup<G>(PhantomData<fn() -> G>);

/// A role: `requires_role(…)`.
pub struct HasRole<R>(PhantomData<fn() -> R>);

/// Each requirement of a tuple.
pub struct All<T>(PhantomData<fn() -> T>);

/// At least one requirement of a tuple.
pub struct Any<T>(PhantomData<fn() -> T>);

impl Require for NoAuth {
    const REQUIREMENT: &'static Requirement = &Requirement::NoAuth;
}

impl Require for Public {
    const REQUIREMENT: &'static Requirement = &Requirement::Public;
}

impl Require for AnyUser {
    const REQUIREMENT: &'static Requirement = &Requirement::User;
}

impl Require for Internal {
    const REQUIREMENT: &'static Requirement = &Requirement::Internal;
}

impl Require for SignedIn {
    const REQUIREMENT: &'static Requirement = &Requirement::SignedIn;
}

impl<P: StaticPermission> Require for HasPermission<P> {
    const REQUIREMENT: &'static Requirement = &Requirement::Permission(P::PERMISSION);
}

impl<G: Group> Require for InGroup<G> {
    const REQUIREMENT: &'static Requirement = &Requirement::Group(G::GROUP);
}

impl<R: Role> Require for HasRole<R> {
    const REQUIREMENT: &'static Requirement = &Requirement::Role(R::ROLE);
}

macro_rules! tuples {
    ($first:ident $($rest:ident)*) => {
        impl<$first: Require, $($rest: Require),*> Require for All<($first, $($rest,)*)> {
            const REQUIREMENT: &'static Requirement =
                &Requirement::All(&[$first::REQUIREMENT, $($rest::REQUIREMENT),*]);
        }

        impl<$first: Require, $($rest: Require),*> Require for Any<($first, $($rest,)*)> {
            const REQUIREMENT: &'static Requirement =
                &Requirement::Any(&[$first::REQUIREMENT, $($rest::REQUIREMENT),*]);
        }

        tuples!($($rest)*);
    };
    () => {};
}
tuples!(A B C D E F G H);

macro_rules! debug {
    ($($name:ident)*) => {$(
        impl<T> fmt::Debug for $name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    )*};
}
debug!(HasPermission InGroup HasRole All Any);
