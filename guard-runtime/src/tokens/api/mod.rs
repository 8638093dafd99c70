//! Tokens as JSON.

mod all;
mod answer;
mod body;
#[cfg(feature = "openapi")]
mod docs;
mod own;

use std::fmt;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

#[cfg(feature = "openapi")]
pub use self::docs::{AllTokens, OwnTokens};
use super::AccessTokens;
use crate::gate::requires_scope;
use crate::routes::{self, Gated, Mounted, Route, Scope, join};
use crate::scope::{GlobalPermission, StaticPermission};

/// Tokens as JSON, behind permissions of the application's own.
///
/// | request | behind | answer |
/// |---|---|---|
/// | `GET …` | `own`, read | 200 `{"tokens": […]}`, each a [`TokenInfo`](super::TokenInfo) |
/// | `POST …` with a [`NewToken`](super::NewToken) | `own`, create | 201 `{"secret": "…", "token": {…}}` |
/// | `DELETE …/{id}` | `own`, delete | 204 |
/// | `DELETE …` | `own`, delete | 200 `{"revoked": 3}` |
/// | `GET …/all`, `GET …/all?owner=7` | `all`, read | 200 `{"tokens": […]}` |
/// | `DELETE …/all/{id}` | `all`, delete | 204 |
/// | `DELETE …/all?owner=7` | `all`, delete | 200 `{"revoked": 3}` |
///
/// The secret is in the one answer that creates the token, and nowhere else. Bodies are limited to
/// 64 KiB; what is no such JSON is 400, and so is to revoke all of nobody in particular. With the list
/// of one owner, or the own one, it is asked what each token may do now; with the list of all it is not
/// (`"actual": null`).
///
/// With the feature `openapi`, `docs::OwnTokens` and `docs::AllTokens` document it.
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
/// use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, TokenApi};
/// use scopes::{account, admin};
///
/// let store = MemoryTokenStore::default();
/// let tokens = AccessTokens::builder(store, &scopes::SCHEMA).build().unwrap();
/// let app = App::new().configure(routes::gated(move |routes: &mut Routes<'_>| {
///     routes.service(
///         TokenApi::new("/api/tokens", &tokens)
///             .own(account::tokens::GET, account::tokens::CREATE, account::tokens::DELETE)
///             .all(admin::tokens::GET, admin::tokens::DELETE),
///     );
/// }));
/// # let _ = app;
/// # }
/// ```
#[must_use = "register it as a service"]
pub struct TokenApi {
    path: String,
    scope: Scope,
    /// Registered last: an id may be any word, `all` too.
    own: Vec<(&'static str, Route)>,
}

impl TokenApi {
    /// The tokens of the application under this path: `/api/tokens`.
    pub fn new(path: &str, tokens: &AccessTokens) -> Self {
        let scope = routes::scope(path)
            .app_data(Data::new(tokens.clone()))
            .app_data(body::config());
        Self {
            path: path.to_owned(),
            scope,
            own: Vec::new(),
        }
    }

    /// Lets users see, create and revoke their own tokens, with these permissions.
    #[track_caller]
    pub fn own<R, C, D>(mut self, read: R, create: C, delete: D) -> Self
    where
        R: StaticPermission + GlobalPermission,
        C: StaticPermission + GlobalPermission,
        D: StaticPermission + GlobalPermission,
    {
        let (list, create) = (
            requires_scope(read).handler(own::list_tokens),
            requires_scope(create).handler(own::create_token),
        );
        let (revoke, revoke_all) = (
            requires_scope(delete).handler(own::revoke_token),
            requires_scope(delete).handler(own::revoke_tokens),
        );
        self.own.extend([
            ("", routes::get().to(list)),
            ("", routes::post().to(create)),
            ("", routes::delete().to(revoke_all)),
            ("/{token_id}", routes::delete().to(revoke)),
        ]);
        self
    }

    /// Lets administrators see and revoke the tokens of all users, with these permissions.
    #[track_caller]
    pub fn all<R, D>(mut self, read: R, delete: D) -> Self
    where
        R: StaticPermission + GlobalPermission,
        D: StaticPermission + GlobalPermission,
    {
        let list = requires_scope(read).handler(all::list_all_tokens);
        let revoke = requires_scope(delete).handler(all::revoke_any_token);
        let revoke_all = requires_scope(delete).handler(all::revoke_tokens_of);
        self.scope = self
            .scope
            .route("/all", routes::get().to(list))
            .route("/all", routes::delete().to(revoke_all))
            .route("/all/{token_id}", routes::delete().to(revoke));
        self
    }
}

#[diagnostic::do_not_recommend]
impl Gated for TokenApi {
    fn mounted(&self) -> Vec<Mounted> {
        let own = self.own.iter();
        let own = own.map(|(path, route)| route.mounted(&join(&self.path, path)));
        self.scope.mounted().into_iter().chain(own).collect()
    }
}

impl HttpServiceFactory for TokenApi {
    fn register(self, config: &mut AppService) {
        let own = self.own.into_iter();
        let scope = own.fold(self.scope, |scope, (path, route)| scope.route(path, route));
        scope.register(config);
    }
}

impl fmt::Debug for TokenApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenApi")
    }
}

/// What no cache keeps: it is one user's business, and may hold a secret.
fn uncached(mut response: HttpResponseBuilder) -> HttpResponseBuilder {
    response.insert_header((CACHE_CONTROL, HeaderValue::from_static("no-store")));
    response
}

fn no_content() -> HttpResponse {
    uncached(HttpResponse::NoContent()).finish()
}

/// The token that the path names.
fn token_id(request: &HttpRequest) -> &str {
    request.match_info().get("token_id").unwrap_or_default()
}
