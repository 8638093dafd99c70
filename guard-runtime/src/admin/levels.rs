//! What holds pages: sites, apps and groups of pages.

use super::ask::ask_parent;
use super::{Action, Declared, Node, Permission};
use crate::env::Env;

macro_rules! asks {
    () => {
        /// Whether the env may do this with a page below. What it refuses no page below can allow,
        /// unless the page is `independent`.
        ///
        /// By default it asks what it stands under, and a site its gates: `requires_internal`
        /// unless it has others.
        ///
        /// # Errors
        ///
        /// The refusal: [`Denied::forbidden`](crate::Denied::forbidden), that of a gate
        /// ([`Gate::check`](crate::Gate::check)), or 503 for what does not answer.
        fn has_page_permission(
            env: &Env,
            page: &'static Node,
            action: Action,
        ) -> impl Future<Output = Permission> {
            ask_parent::<Self>(env, page, action)
        }
    };
}

/// A site: the root of a tree, declared with [`#[admin_site]`](macro@super::admin_site).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl Site for {Self} {{}}`, and in it what is to be different"
)]
pub trait Site: Declared {
    asks!();
}

/// A part of a site, declared with [`#[admin_app]`](macro@super::admin_app).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl App for {Self} {{}}`, and in it what is to be different"
)]
pub trait App: Declared {
    asks!();
}

/// Pages that belong together, declared with [`#[page_group]`](macro@super::page_group).
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who may open its pages",
    note = "write `impl PageGroup for {Self} {{}}`, and in it what is to be different"
)]
pub trait PageGroup: Declared {
    asks!();
}
