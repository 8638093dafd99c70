//! Tokens as pages.

mod all;
mod card;
mod created;
mod date;
mod files;
mod form;
mod input;
mod layout;
mod list;
mod matrix;
mod own;
mod projects;
mod settings;
mod words;

use std::fmt;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::web::Data;

pub use self::projects::{ProjectChoice, ProjectChoices};
use self::settings::Settings;
use super::AccessTokens;
use crate::gate::{no_auth, requires_scope};
use crate::pages::headers;
use crate::routes::{self, Gated, Mounted, Scope};
use crate::scope::{GlobalPermission, StaticPermission};

/// Tokens as pages, behind permissions of the application's own: what [`TokenApi`](super::TokenApi)
/// is for programs.
///
/// | request | behind | answer |
/// |---|---|---|
/// | `GET …` | `own`, read | the own tokens: what each was made for, and what it may do now |
/// | `GET …/new` | `own`, create | the form: a table of resources × verbs for each scope and project |
/// | `POST …/new` | `own`, create | 201 with the secret, once; or the form again with all mistakes |
/// | `POST …/{id}/revoke`, `POST …/revoke` | `own`, delete | the own tokens |
/// | `GET …/all`, `GET …/all?owner=7` | `all`, read | everybody's tokens, or those of one owner |
/// | `POST …/all/{id}/revoke`, `POST …/all` with `owner` | `all`, delete | the same |
/// | `GET …/page.css`, `GET …/page.js` | – | the files of the pages |
///
/// A link may fill the form in: `…/new?title=CI&permissions=admin.tools:GET&days=30`, and for a
/// project `&projects=project@7&in=project.root:GET@7`. Nothing is chosen that the caller lacks.
///
/// Reading needs no script. A session in a cookie proves its changes with `x-csrf-token`, which
/// takes one: the pages bring it, and it asks no other site for anything. Bodies are limited to
/// 64 KiB, and no cache keeps an answer. Who may not see a page gets the answer of its gate, which
/// [`render`](crate::AccessControlBuilder::render) may turn into a page.
///
/// What was entered stays in the form when it is refused, when the session has ended meanwhile, and
/// when something on the way answers in our place.
///
/// The pages link to each other by the path they were asked for.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes {
/// #         /// The own account.
/// #         account { /// The own tokens.
/// #             tokens: GET | CREATE | DELETE }
/// #         /// Administration.
/// #         admin { /// Everybody's tokens.
/// #             tokens: GET | DELETE } }
/// # }
/// # fn main() {
/// use actix_web::App;
/// use guard_runtime::routes::{self, Routes};
/// use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, TokenPage};
/// use scopes::{account, admin};
///
/// let store = MemoryTokenStore::default();
/// let tokens = AccessTokens::builder(store, &scopes::SCHEMA).build().unwrap();
/// let app = App::new().configure(routes::gated(move |routes: &mut Routes<'_>| {
///     routes.service(
///         TokenPage::new("/tokens", &tokens)
///             .own(account::tokens::GET, account::tokens::CREATE, account::tokens::DELETE)
///             .all(admin::tokens::GET, admin::tokens::DELETE)
///             .home("/", "Shop"),
///     );
/// }));
/// # let _ = app;
/// # }
/// ```
#[must_use = "register it as a service"]
pub struct TokenPage {
    scope: Scope,
    settings: Settings,
}

impl TokenPage {
    /// The tokens of the application under this path: `/tokens`.
    #[track_caller]
    pub fn new(path: &str, tokens: &AccessTokens) -> Self {
        let style = no_auth().handler(files::style);
        let script = no_auth().handler(files::script);
        let scope = routes::scope(path)
            .app_data(input::config())
            .route(files::STYLE_PATH, routes::get().to(style))
            .route(files::SCRIPT_PATH, routes::get().to(script));
        let settings = Settings::new(tokens.clone());
        Self { scope, settings }
    }

    /// Lets users see, create and revoke their own tokens, with these permissions.
    #[track_caller]
    pub fn own<R, C, D>(mut self, read: R, create: C, delete: D) -> Self
    where
        R: StaticPermission + GlobalPermission,
        C: StaticPermission + GlobalPermission,
        D: StaticPermission + GlobalPermission,
    {
        let list = requires_scope(read).handler(own::show_tokens);
        let (form, submit) = (
            requires_scope(create).handler(own::show_form),
            requires_scope(create).handler(own::submit_form),
        );
        let (revoke, revoke_all) = (
            requires_scope(delete).handler(own::revoke_shown_token),
            requires_scope(delete).handler(own::revoke_shown_tokens),
        );
        self.settings.own = Some([R::PERMISSION, C::PERMISSION, D::PERMISSION]);
        self.scope = self
            .scope
            .route("", routes::get().to(list))
            .route("/new", routes::get().to(form))
            .route("/new", routes::post().to(submit))
            .route("/revoke", routes::post().to(revoke_all))
            .route("/{token_id}/revoke", routes::post().to(revoke));
        self
    }

    /// Lets administrators see and revoke the tokens of all users, with these permissions.
    #[track_caller]
    pub fn all<R, D>(mut self, read: R, delete: D) -> Self
    where
        R: StaticPermission + GlobalPermission,
        D: StaticPermission + GlobalPermission,
    {
        let list = requires_scope(read).handler(all::show_all_tokens);
        let (revoke, revoke_all) = (
            requires_scope(delete).handler(all::revoke_any_shown_token),
            requires_scope(delete).handler(all::revoke_all_shown_tokens_of),
        );
        self.settings.all = Some([R::PERMISSION, D::PERMISSION]);
        self.scope = self
            .scope
            .route("/all", routes::get().to(list))
            .route("/all", routes::post().to(revoke_all))
            .route("/all/{token_id}/revoke", routes::post().to(revoke));
        self
    }

    /// Sets which projects can be chosen, by name. Without it their ids are typed in.
    pub fn projects(mut self, choices: impl ProjectChoices) -> Self {
        self.settings.choices = Some(Box::new(choices));
        self
    }

    /// Sets the way back to the application, and what it is called.
    pub fn home(mut self, path: impl Into<String>, name: impl Into<String>) -> Self {
        self.settings.home = Some((path.into(), name.into()));
        self
    }
}

#[diagnostic::do_not_recommend]
impl Gated for TokenPage {
    fn mounted(&self) -> Vec<Mounted> {
        self.scope.mounted()
    }
}

impl HttpServiceFactory for TokenPage {
    fn register(self, config: &mut AppService) {
        let scope = self.scope.app_data(Data::new(self.settings));
        scope.wrap(headers()).register(config);
    }
}

impl fmt::Debug for TokenPage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenPage")
    }
}
