//! Tokens, roles, projects and memberships in the application's own database: `SQLite` or `PostgreSQL`.
//!
//! [`Migrator`] creates the tables. [`SqlTokenStore`] keeps personal access tokens, [`SqlRoles`] the
//! roles that people define and who has which, [`SqlProjects`] projects and their members, `SqlChangeLog`
//! (feature `admin`) what was handed out and taken away. All are
//! cheap to clone and work on the connection pool they are given.
//!
//! The drivers are the application's choice, by the features of `sea-orm`: `runtime-tokio` with
//! `sqlx-sqlite`, `sqlx-postgres` or both. This needs Rust 1.94, as `sea-orm` does.
//!
//! An operation that fails has changed nothing.
//!
//! `sqlite::memory:` is for examples: a pool closes a connection whose user goes away in the middle of
//! a transaction, as when a client hangs up, and that database ends with it. Take a file.

#[cfg(feature = "admin")]
mod changes;
mod entity;
mod migration;
mod projects;
mod roles;
mod text;
mod tokens;
mod write;

#[cfg(feature = "admin")]
pub use changes::SqlChangeLog;
pub use migration::Migrator;
pub use projects::{Added, Member, SqlProjects};
pub use roles::{SaveRoleError, SqlRoles};
pub use text::TextError;
pub use tokens::SqlTokenStore;
