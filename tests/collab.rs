//! The collaboration manager of `examples/`, over real sockets: in this process, and as the program
//! itself.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../examples/collab/app/mod.rs"]
mod app;

#[path = "collab/cookies.rs"]
mod cookies;
#[path = "collab/documents.rs"]
mod documents;
#[path = "support/example.rs"]
mod example;
#[path = "collab/grants.rs"]
mod grants;
#[path = "collab/hidden.rs"]
mod hidden;
#[path = "collab/hostile_bodies.rs"]
mod hostile_bodies;
#[path = "collab/hostile_paths.rs"]
mod hostile_paths;
#[path = "collab/matrix.rs"]
mod matrix;
#[path = "collab/program.rs"]
mod program;
#[path = "collab/projects.rs"]
mod projects;
#[path = "collab/roles.rs"]
mod roles;
#[path = "collab/server.rs"]
mod server;
#[path = "collab/shell.rs"]
mod shell;
#[path = "collab/shown.rs"]
mod shown;
#[path = "collab/start.rs"]
mod start;
#[path = "collab/table_outside.rs"]
mod table_outside;
#[path = "collab/table_projects.rs"]
mod table_projects;
#[path = "collab/tokens.rs"]
mod tokens;
#[path = "openapi/validate.rs"]
mod validate;

// The gates look the permissions up at the root of the crate.
pub(crate) use app::permissions::scopes;
