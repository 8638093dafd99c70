//! What holds pages: sites, apps and groups of pages.

use super::ask::asks;
use super::{Action, Declared, Node, Permission};
use crate::env::Env;

/// A site: the root of a tree, declared with [`#[admin_site]`](macro@super::admin_site).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl Site for {Self} {{}}`, and in it what is to be different"
)]
pub trait Site: Declared {
    asks!(below);
}

/// A part of a site, declared with [`#[admin_app]`](macro@super::admin_app).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl App for {Self} {{}}`, and in it what is to be different"
)]
pub trait App: Declared {
    asks!(below);
}

/// Pages that belong together, declared with [`#[page_group]`](macro@super::page_group).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl PageGroup for {Self} {{}}`, and in it what is to be different"
)]
pub trait PageGroup: Declared {
    asks!(below);
}
