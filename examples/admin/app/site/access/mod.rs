//! Who may do what, and why.

use guard_runtime::admin::{AccessPage, App, access_page, admin_app};
use guard_runtime::requires_group;

use super::Office;

/// Who may do what, and why; and what was handed out.
#[requires_group(any(account_admin, auditor))]
#[admin_app(under = Office, order = 35)]
struct Access;

impl App for Access {}

macro_rules! pages {
    ($($(#[$attribute:meta])* $name:ident)*) => {$(
        #[requires_group(any(account_admin, auditor))]
        $(#[$attribute])*
        struct $name;

        impl AccessPage for $name {}
    )*};
}

pages! {
    /// Who is in which groups and has which roles: what may be handed out, and taken away.
    #[access_page(under = Access, shows = users, title = "People", order = 1)]
    People

    /// Why somebody may do something or not, and the smallest change that would turn the answer.
    #[access_page(under = Access, shows = explain, order = 2)]
    Explain

    /// Which groups, roles and users may do something.
    #[access_page(under = Access, shows = who_can, title = "Who can", order = 3)]
    WhoCan

    /// Every model: who may create, read, update and delete its records.
    #[access_page(under = Access, shows = matrix, order = 4)]
    Matrix

    /// Every address that this program answers, with its gate.
    #[access_page(under = Access, shows = routes, order = 5)]
    Routes

    /// What was handed out and taken away, by whom and when.
    #[access_page(under = Access, shows = changes, order = 6)]
    Changes

    /// The personal access tokens of everybody: whose they are, what for, and a way to end them.
    #[access_page(under = Access, shows = tokens, title = "Access tokens", order = 7)]
    Tokens
}
