//! Pages that are a form, pages of one's own, and links.

use serde::de::DeserializeOwned;

use super::ask::asks;
use super::{Action, Content, Declared, Done, FormField, Node, PageRoutes, Permission, RunError};
use crate::env::Env;
use crate::records::GuardedDb;

/// What [`#[form_page]`](macro@super::form_page) and [`#[page_action]`](macro@super::page_action) make of
/// a struct with fields.
pub trait Form: DeserializeOwned + 'static {
    /// The fields, in the order of declaration.
    const FIELDS: &'static [FormField];
}

/// A form that is not about a record: settings, an import, a message to everybody.
///
/// Declared with [`#[form_page]`](macro@super::form_page) on a struct; its fields are those of the form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of what becomes of the form",
    note = "write `impl FormPage for {Self} {{ async fn submit(self, env: &Env, db: &GuardedDb) -> Result<Done, RunError> {{ … }} }}`"
)]
#[allow(
    clippy::must_use_candidate,
    reason = "futures that nobody waits for are reported as such"
)]
pub trait FormPage: Declared + Form {
    asks!(itself);

    /// Whether the env may submit the form, with what was entered.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_submit_permission(env: &Env, form: Option<&Self>) -> impl Future<Output = Permission> {
        let _ = form;
        Self::has_page_permission(env, Self::NODE, Action::Submit)
    }

    /// What stands in the form at first: texts by the names of the fields.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from being known.
    fn initial(
        env: &Env,
        db: &GuardedDb,
    ) -> impl Future<Output = Result<Vec<(&'static str, String)>, RunError>> {
        let _ = (env, db);
        async { Ok(Vec::new()) }
    }

    /// What becomes of it.
    ///
    /// # Errors
    ///
    /// [`RunError::invalid`] for what is to be entered otherwise, or whatever goes wrong.
    fn submit(self, env: &Env, db: &GuardedDb) -> impl Future<Output = Result<Done, RunError>>;
}

/// A page that shows what it wants.
///
/// Declared with [`#[plain_page]`](macro@super::plain_page).
#[diagnostic::on_unimplemented(
    message = "`{Self}` shows nothing",
    note = "write `impl PlainPage for {Self} {{ async fn show(env: &Env, db: &GuardedDb) -> Result<Content, RunError> {{ … }} }}`"
)]
pub trait PlainPage: Declared {
    asks!(itself);

    /// What it shows.
    ///
    /// # Errors
    ///
    /// Whatever keeps it from being shown.
    fn show(env: &Env, db: &GuardedDb) -> impl Future<Output = Result<Content, RunError>>;

    /// Routes of its own, below the path of the page and behind everything it is behind.
    fn routes(routes: &mut PageRoutes<'_>) {
        let _ = routes;
    }
}

/// A page about access: who may do what, and why.
///
/// Declared with [`#[access_page]`](macro@super::access_page), with a gate of its own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who sees it",
    note = "write `impl AccessPage for {Self} {{}}`, and in it what is to be different"
)]
pub trait AccessPage: Declared {
    asks!(itself);
}

/// A way to somewhere else, in the menu of those who may go there.
///
/// Declared with [`#[link_page]`](macro@super::link_page). Where it leads to has its own gates.
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of who sees it",
    note = "write `impl LinkPage for {Self} {{}}`, and in it what is to be different"
)]
pub trait LinkPage: Declared {
    asks!(itself);
}
