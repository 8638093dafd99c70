//! How the pages are set up, and what of them a caller may have.

use actix_web::HttpRequest;

use super::projects::{ProjectChoice, ProjectChoices};
use crate::denied::Denied;
use crate::env::Env;
use crate::pages::proof;
use crate::scope::Permission;
use crate::tokens::AccessTokens;
use crate::tokens::access_tokens::unavailable;

pub(super) struct Settings {
    pub(super) tokens: AccessTokens,
    /// To read, create and delete the own ones.
    pub(super) own: Option<[Permission; 3]>,
    /// To read and delete everybody's.
    pub(super) all: Option<[Permission; 2]>,
    pub(super) choices: Option<Box<dyn ProjectChoices>>,
    /// Where the application is, and its name.
    pub(super) home: Option<(String, String)>,
}

/// One request to the pages.
pub(super) struct Visit<'a> {
    pub(super) settings: &'a Settings,
    pub(super) env: &'a Env,
    /// Where the pages are mounted.
    pub(super) base: String,
    /// What changes have to be sent with.
    pub(super) proof: Option<String>,
    pub(super) may: May,
}

/// Which of the pages the caller may have, for what links and buttons there are.
#[derive(Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "independent permissions")]
pub(super) struct May {
    pub(super) read: bool,
    pub(super) create: bool,
    pub(super) delete: bool,
    pub(super) read_all: bool,
    pub(super) delete_all: bool,
}

impl Settings {
    pub(super) fn new(tokens: AccessTokens) -> Self {
        Self {
            tokens,
            own: None,
            all: None,
            choices: None,
            home: None,
        }
    }

    /// The projects to choose from; `None` where ids are typed in.
    pub(super) async fn choices(&self, env: &Env) -> Result<Option<Vec<ProjectChoice>>, Denied> {
        let Some(choices) = &self.choices else {
            return Ok(None);
        };
        let list = choices.list(env).get().await;
        list.map(Some).map_err(|error| unavailable(&error))
    }
}

impl<'a> Visit<'a> {
    /// Of this request, whose path has so many segments more than the mounted one.
    pub(super) fn new(
        settings: &'a Settings,
        env: &'a Env,
        request: &HttpRequest,
        below: usize,
    ) -> Self {
        Self {
            settings,
            env,
            base: base(request.path(), below),
            proof: proof(request.headers()),
            may: May::of(settings, env),
        }
    }
}

/// The path without its last segments. How they are spelt does not matter: `%6eew` is `new`.
fn base(path: &str, below: usize) -> String {
    let above = path.rsplitn(below + 1, '/').last().unwrap_or_default();
    // A link that begins with two slashes would lead to another site.
    let above = above.trim_start_matches('/');
    if above.is_empty() {
        String::new()
    } else {
        format!("/{above}")
    }
}

impl May {
    /// A question for what is shown, which is no use of a permission.
    fn of(settings: &Settings, env: &Env) -> Self {
        let has = |permission| env.permissions().contains(permission);
        let [read, create, delete] = settings.own.map_or([false; 3], |own| own.map(has));
        let [read_all, delete_all] = settings.all.map_or([false; 2], |all| all.map(has));
        Self {
            read,
            create,
            delete,
            read_all,
            delete_all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::base;

    #[test]
    fn the_base_is_a_path_of_this_site() {
        for (path, below, above) in [
            ("/tokens", 0, "/tokens"),
            ("/tokens/new", 1, "/tokens"),
            ("/a/tokens/all/%61/revoke", 3, "/a/tokens"),
            ("//evil.example/tokens/new", 1, "/evil.example/tokens"),
            ("/new", 1, ""),
        ] {
            assert_eq!(base(path, below), above);
        }
    }
}
