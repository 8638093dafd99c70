//! Which projects a token can be for.

use crate::Id;
use crate::authn::Answer;
use crate::env::Env;
use crate::tokens::StoreError;

/// A project that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectChoice {
    /// The scope that declares its permissions: `project`.
    pub scope: String,
    /// Which project.
    pub id: Id,
    /// What it is called.
    pub title: String,
}

/// Lists the projects that [`TokenPage`](super::TokenPage) offers: the application's database.
///
/// ```
/// use guard_runtime::tokens::{ProjectChoice, ProjectChoices, StoreError};
/// use guard_runtime::{Answer, Env};
///
/// struct Projects;
///
/// impl ProjectChoices for Projects {
///     fn list<'a>(&'a self, env: &'a Env) -> Answer<'a, Result<Vec<ProjectChoice>, StoreError>> {
///         Answer::later(async move {
///             // Ask the database here for the projects of `env.uid()`.
///             Ok(vec![ProjectChoice {
///                 scope: "project".to_owned(),
///                 id: 7.into(),
///                 title: "Interior".to_owned(),
///             }])
///         })
///     }
/// }
/// ```
pub trait ProjectChoices: Send + Sync + 'static {
    /// The projects that this caller may know of, in the order in which they are shown. What the
    /// caller may do in them is asked of the
    /// [`ProjectDirectory`](crate::ProjectDirectory).
    ///
    /// # Errors
    ///
    /// They cannot be read: 503.
    fn list<'a>(&'a self, env: &'a Env) -> Answer<'a, Result<Vec<ProjectChoice>, StoreError>>;
}

/// What a project is called, if that is known.
pub(super) fn title_of<'a>(
    choices: Option<&'a [ProjectChoice]>,
    scope: &str,
    id: &Id,
) -> Option<&'a str> {
    let mut choices = choices.unwrap_or_default().iter();
    let found = choices.find(|it| it.scope == scope && it.id == *id)?;
    Some(&found.title)
}
