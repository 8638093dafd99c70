//! Access control for actix-web, declared next to the code it protects and checked by the compiler.
//!
//! A gate is an attribute on a handler. It decides before the request's body is read, answers 401
//! and 403 by the standards, and leaves the env (who is asking, as what) at hand in every function
//! below the handler. See [`AccessControl`] for a complete application.
#![forbid(unsafe_code)]

mod access;
mod authn;
mod denied;
mod env;
mod gate;
mod group;
mod id;
mod names;
mod role;
pub mod routes;
mod user;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use guard_macros::{
    allows_public, define_groups, define_roles, no_auth, requires_group, requires_internal,
    requires_role, requires_user,
};

pub use access::{
    AccessControl, AccessControlBuilder, ClaimsDirectory, ConfigError, Directory, Strict,
};
pub use authn::ConfigError as JwtError;
pub use authn::{
    Algorithm, Answer, AuthError, Authenticator, Csrf, Identity, IssueError, IssuedToken, Jwt,
    JwtBuilder, Key, KeyError, KeySet, KeySource, Keys, Revocations, Source, TokenIssuer,
};
pub use denied::Denied;
pub use env::{Env, EnvError, RequestId, env_ctx};
pub use gate::registry::gates;
pub use gate::{
    Gate, GateEntry, GatedHandler, Gates, Place, Require, Requirement, all, allows_public, any,
    no_auth, requires_group, requires_internal, requires_role, requires_user,
};
pub use group::{Group, GroupRef, GroupSet, Groups, groups};
pub use id::Id;
pub use names::{Entry, NameRef, NameSet, Names};
pub use role::{Role, RoleRef, RoleSet, Roles};
pub use routes::Gated;
pub use user::{User, UserError};
