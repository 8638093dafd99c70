//! What is said of gates in an admin tree.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::{Error, Path};

use crate::admin::Kind;
use crate::diagnostics::{near, with_help};

pub(crate) fn no_auth(at: Span) -> Error {
    let help = "write `allows_public` above the site to let everybody in, as the user they are";
    with_help(
        at,
        "an admin tree asks who it is dealing with, and `no_auth` looks at nobody",
        help,
    )
}

pub(crate) fn opens_nothing(at: Span) -> Error {
    let help = "write it above the site, or `independent = \"why\"` where this is to be open while what it \
                stands under is closed";
    with_help(
        at,
        "`allows_public` opens nothing here: what this stands under is asked as well",
        help,
    )
}

pub(crate) fn internal_by_default(at: Span) -> Error {
    let help = "write `#[requires_user]` above it as well";
    with_help(
        at,
        "a site is for internal users unless it says otherwise, so nobody would pass",
        help,
    )
}

pub(crate) fn independent_without(at: Span, kind: Kind) -> Error {
    with_help(
        at,
        "what stands by itself has a gate of its own, and there is none",
        format_args!("write a gate such as `#[requires_user]` above `#[{kind}(…)]`"),
    )
}

pub(crate) fn access_without() -> Error {
    with_help(
        Span::call_site(),
        "access pages need a gate of their own",
        "write a gate such as `#[requires_scope(…)]` or `#[requires_group(…)]` above it: what the page says of \
         others is not for all who may enter the site",
    )
}

pub(crate) fn per_project(at: &Ident, scope: &str) -> Error {
    let help =
        "name permissions of a global scope, or ask `env.require_in(…)` in `has_page_permission`";
    with_help(
        at.span(),
        format_args!(
            "permissions of `{scope}` are checked per project, and an admin tree is in none"
        ),
        help,
    )
}

pub(crate) fn expected_gate(at: Span) -> Error {
    with_help(
        at,
        "expected a gate",
        "write it as above a handler: `requires_group(sales)`",
    )
}

pub(crate) fn no_gates(at: Span) -> Error {
    with_help(
        at,
        "no gate is named",
        "write gates as above a handler: `requires_group(sales)`, or remove the option",
    )
}

pub(crate) fn unknown_gate(at: Span, path: &Path) -> Error {
    const GATES: [&str; 5] = [
        "requires_user",
        "requires_internal",
        "requires_group",
        "requires_role",
        "requires_scope",
    ];
    let name = path.to_token_stream().to_string().replace(' ', "");
    let last = path.segments.last().map(|it| &it.ident);
    let help = last.and_then(|it| near(it, &GATES)).unwrap_or_else(|| {
        "the gates are `requires_user`, `requires_internal`, `requires_group(…)`, `requires_role(…)` and \
         `requires_scope(…)`"
            .to_owned()
    });
    with_help(at, format_args!("`{name}` is no gate"), help)
}
