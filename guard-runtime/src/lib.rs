//! Access control for actix-web, declared next to the code it protects and checked by the compiler.
//!
//! A gate is an attribute on a handler. It decides before the request's body is read, answers 401
//! and 403 as the standards ask, and leaves the [`Env`] (who is asking, as what) at hand in every
//! function below the handler.
//!
//! ```
//! use actix_web::{App, HttpServer, Responder, get, post};
//! use guard_runtime::routes::{self, Routes};
//! use guard_runtime::{
//!     AccessControl, Algorithm, ClaimsDirectory, Env, EnvError, Jwt, Key, allows_public, env_ctx,
//!     requires_group, requires_user,
//! };
//!
//! guard_runtime::define_groups! {
//!     /// Who works in the shop.
//!     pub mod groups {
//!         /// Sells.
//!         sales_user: core_internal,
//!         /// Leads the sales team.
//!         sales_manager: sales_user,
//!     }
//! }
//!
//! #[requires_group(sales_manager)]
//! #[post("/prices")]
//! async fn set_prices() -> Result<String, EnvError> {
//!     Ok(format!("changed by {}", who()?))
//! }
//!
//! #[requires_user]
//! #[get("/me")]
//! async fn me(env: Env) -> impl Responder {
//!     env.user().name().to_owned()
//! }
//!
//! #[allows_public]
//! #[get("/catalog")]
//! async fn catalog(env: Env) -> &'static str {
//!     if env.is_signed_in() { "your prices" } else { "list prices" }
//! }
//!
//! // Any function below a gate knows who is asking.
//! fn who() -> Result<String, EnvError> {
//!     Ok(env_ctx::get()?.user().name().to_owned())
//! }
//!
//! fn register(routes: &mut Routes<'_>) {
//!     // A handler without a gate does not compile here.
//!     routes.service(set_prices).service(me).service(catalog);
//! }
//!
//! # fn secret() -> &'static [u8] { b"thirty-two bytes, from the environment" }
//! # async fn serve() -> Result<(), Box<dyn std::error::Error>> {
//! let jwt = Jwt::builder()
//!     .issuer("https://login.example.com")
//!     .audience("shop")
//!     .keys(Key::hmac(Algorithm::HS256, secret())?)
//!     .build()?;
//! let access = AccessControl::builder(ClaimsDirectory::new(&groups::SCHEMA))
//!     .authenticator(jwt)
//!     .build()?;
//! HttpServer::new(move || {
//!     App::new()
//!         .wrap(access.clone())
//!         .configure(routes::gated(register))
//! })
//! .bind(("127.0.0.1", 8080))?
//! .run()
//! .await?;
//! # Ok(())
//! # }
//! # fn main() {}
//! ```
//!
//! # Where to look
//!
//! - The gates: [`macro@requires_internal`], [`macro@requires_user`], [`macro@requires_group`],
//!   [`macro@requires_role`], [`macro@allows_public`], [`macro@no_auth`]; as values: [`Gate`].
//! - Groups and roles: [`define_groups!`], [`define_roles!`].
//! - The middleware: [`AccessControl`]. Users: [`Directory`]. Credentials: [`Jwt`],
//!   [`Authenticator`].
//! - Personal access tokens: [`tokens`].
//! - Who is asking: [`Env`], [`env_ctx`].
//! - What is open: [`gates`](gates()), [`report`](report()), [`testing`], [`Strict`], [`routes`].
//!
//! # Features
//!
//! - `aws_lc_rs` (default), `rust_crypto`: what verifies signatures. With both, `aws_lc_rs` does.
//! - `jwks-url`: key sets from a URL.
//! - `audit`: finds handlers without a gate in the source.
//! - `pages`: personal access tokens as pages, `tokens::TokenPage`.
//! - `admin`: administration sites, `admin::Admin`. Needs Rust 1.94.
//! - `sea-orm`: tokens, roles, projects and memberships in the application's database. Needs Rust 1.94.
//! - `openapi`: [`docs`] writes into the `OpenAPI` document of utoipa 6 what gates demand.
#![forbid(unsafe_code)]

// What attributes make names this crate from outside, in unit tests as well.
#[cfg(all(test, feature = "admin"))]
extern crate self as guard_runtime;

mod access;
#[cfg(feature = "admin")]
pub mod admin;
#[cfg(feature = "audit")]
pub mod audit;
mod authn;
mod bits;
mod denied;
pub mod docs;
mod env;
mod gate;
mod group;
mod id;
pub mod model;
mod names;
#[cfg(feature = "pages")]
mod pages;
#[cfg(feature = "sea-orm")]
pub mod records;
mod report;
mod role;
pub mod routes;
mod scope;
#[cfg(feature = "sea-orm")]
pub mod sql;
pub mod testing;
pub mod tokens;
mod user;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;

pub use guard_macros::{
    allows_public, define_env, define_groups, define_roles, define_scopes, model_access, no_auth,
    requires_group, requires_internal, requires_role, requires_scope, requires_user,
};

pub use access::{
    AccessControl, AccessControlBuilder, ClaimsDirectory, ConfigError, Directory, Strict,
};
pub use authn::ConfigError as JwtError;
pub use authn::{
    Algorithm, Answer, AuthError, Authenticator, Csrf, Identity, IssueError, IssuedToken, Jwt,
    JwtBuilder, Key, KeyError, KeySet, KeySource, Keys, Revocations, Source, TokenIssuer, Usage,
};
pub use denied::Denied;
pub use env::{Env, EnvError, RequestId, env_ctx};
pub use gate::registry::gates;
pub use gate::{
    Gate, GateEntry, GatedHandler, Gates, Place, Require, Requirement, all, allows_public, any,
    no_auth, requires_group, requires_internal, requires_role, requires_scope, requires_user,
    signed_in,
};
pub use group::{Group, GroupRef, GroupSet, Groups, groups};
pub use id::Id;
pub use names::{Entry, NameRef, NameSet, Names};
#[cfg(feature = "sea-orm")]
pub use records::{AccessError, GuardedDb};
pub use report::{
    Caller, Effect, GateChange, GateDiff, GateReport, GateRow, ReportError, RequirementTree, report,
};
pub use role::{
    Role, RoleCatalog, RoleDefinition, RoleError, RoleMistake, RoleRef, RoleSet, Roles, StoredRole,
};
pub use routes::Gated;
pub use scope::{
    GlobalPermission, ParsePermissionError, Permission, PermissionSet, Project, ProjectDirectory,
    ProjectPermission, ProjectScope, ResourceEntry, Schema, ScopeEntry, ScopeLimit, Scopes,
    StaticPermission, Verb, Visibility,
};
pub use user::{User, UserError};
