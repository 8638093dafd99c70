//! Custom actions: buttons on a model page, with or without a form.

use super::{Action, Declared, DeclaredModelPage, Done, Form, ModelPage, Permission, RunError};
use crate::env::Env;
use crate::records::{GuardedDb, KeyOf};

/// What a custom action is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// The page as a whole: no record is chosen.
    Page,
    /// One record.
    One,
    /// The records that are chosen: at least one.
    Chosen,
}

/// What [`#[page_action]`](macro@super::page_action) says of an action.
pub trait DeclaredAction: Form {
    /// The page it belongs to.
    type Page: DeclaredModelPage;
    /// What it is called, and what it is about.
    const ACTION: &'static ActionWords;
}

/// What the attribute says of a custom action.
#[derive(Debug)]
pub struct ActionWords {
    /// The last part of its path, and its name in [`Action::Custom`].
    pub name: &'static str,
    /// What stands on its button.
    pub title: &'static str,
    /// What its doc comment says.
    pub description: &'static str,
    /// What it is about.
    pub target: Target,
    /// The question before it runs, if there is one.
    pub confirm: Option<&'static str>,
    /// The gates above it.
    pub gates: &'static [&'static crate::Requirement],
}

/// The primary keys of the records of an action's page.
pub type ActionKey<A> = KeyOf<<<A as DeclaredAction>::Page as DeclaredModelPage>::Entity>;

/// A button on a model page, or on each of its records.
///
/// Declared with [`#[page_action]`](macro@super::page_action) on a struct. The fields of the struct are
/// those of a form that is shown before it runs; without fields there is no form.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does nothing",
    note = "write `impl PageAction for {Self} {{ async fn run(self, env: &Env, db: &GuardedDb, ids: &[…]) -> Result<Done, RunError> {{ … }} }}`"
)]
#[allow(
    clippy::must_use_candidate,
    reason = "futures that nobody waits for are reported as such"
)]
pub trait PageAction: DeclaredAction<Page: ModelPage> {
    /// Whether the env may do this with these records; without (`None`), whether it ever could.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_action_permission(
        env: &Env,
        ids: Option<&[ActionKey<Self>]>,
    ) -> impl Future<Output = Permission> {
        let _ = ids;
        let action = Action::Custom(Self::ACTION.name);
        Self::Page::has_page_permission(env, Self::Page::NODE, action)
    }

    /// Does it, with the records that were chosen.
    ///
    /// The records may be ones that the user may not read or change: the guarded database says so.
    ///
    /// # Errors
    ///
    /// [`RunError::invalid`] for what is to be entered otherwise, or whatever goes wrong.
    fn run(
        self,
        env: &Env,
        db: &GuardedDb,
        ids: &[ActionKey<Self>],
    ) -> impl Future<Output = Result<Done, RunError>>;
}
