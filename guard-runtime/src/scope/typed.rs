//! Permissions as types: what the compiler knows of them.

use std::fmt;
use std::marker::PhantomData;

use super::{Permission, Scopes};

/// What [`define_scopes!`](crate::define_scopes) names its declaration with, as a type.
pub trait Schema: 'static {
    /// The declaration.
    const SCHEMA: &'static Scopes;
}

/// A permission as a type. The schema declares a constant of such a type for each.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a permission",
    note = "permissions are declared with `define_scopes!` and named as `scopes::admin::configuration::GET`"
)]
pub trait StaticPermission: Copy + 'static {
    /// The permission as a value.
    const PERMISSION: Permission;
}

/// A permission that is no project's.
#[diagnostic::on_unimplemented(
    message = "this permission is checked per project",
    label = "which project?",
    note = "write `env.may_in(permission, project)` or `env.require_in(permission, project)`"
)]
pub trait GlobalPermission: Into<Permission> {}

/// A permission that is checked per project.
#[diagnostic::on_unimplemented(
    message = "this permission is global",
    label = "it is the same in every project",
    note = "write `env.may(permission)` or `env.require(permission)`"
)]
pub trait ProjectPermission: Into<Permission> {}

macro_rules! kinds {
    ($($(#[$docs:meta])* $name:ident: $kind:ident)*) => {$(
        $(#[$docs])*
        pub struct $name<S, const INDEX: u32>(PhantomData<fn() -> S>);

        impl<S, const INDEX: u32> $name<S, INDEX> {
            #[doc(hidden)]
            #[must_use]
            pub const fn new() -> Self {
                Self(PhantomData)
            }
        }

        impl<S, const INDEX: u32> Default for $name<S, INDEX> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<S, const INDEX: u32> Clone for $name<S, INDEX> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<S, const INDEX: u32> Copy for $name<S, INDEX> {}

        impl<S: Schema, const INDEX: u32> StaticPermission for $name<S, INDEX> {
            const PERMISSION: Permission = Permission::new(S::SCHEMA, INDEX);
        }

        impl<S: Schema, const INDEX: u32> $kind for $name<S, INDEX> {}

        impl<S: Schema, const INDEX: u32> From<$name<S, INDEX>> for Permission {
            fn from(_: $name<S, INDEX>) -> Self {
                <$name<S, INDEX> as StaticPermission>::PERMISSION
            }
        }

        impl<S: Schema, const INDEX: u32> fmt::Debug for $name<S, INDEX> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&Self::PERMISSION, f)
            }
        }
    )*};
}
kinds! {
    /// A global permission as a type.
    OfAll: GlobalPermission
    /// A permission of each project as a type.
    OfProject: ProjectPermission
}

/// Of a permission that is known at run time alone, it is found out then whether it is global.
impl GlobalPermission for Permission {}

/// Of a permission that is known at run time alone, it is found out then whether it is a project's.
impl ProjectPermission for Permission {}
