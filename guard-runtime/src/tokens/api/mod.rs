//! Tokens as JSON.

mod all;
mod body;
mod own;

use std::fmt;

use actix_web::dev::{AppService, HttpServiceFactory};
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};

use super::AccessTokens;
use crate::gate::requires_scope;
use crate::routes::{self, Gated, Scope};
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
///
/// The secret is in the one answer that creates the token, and nowhere else. Bodies are limited to
/// 64 KiB; what is no such JSON is 400. With the list of one owner, or the own one, it is asked what
/// each token may do now; with the list of all it is not (`"actual": null`).
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
pub struct TokenApi(Scope);

impl TokenApi {
    /// The tokens of the application under this path: `/api/tokens`.
    pub fn new(path: &str, tokens: &AccessTokens) -> Self {
        let scope = routes::scope(path)
            .app_data(Data::new(tokens.clone()))
            .app_data(body::config());
        Self(scope)
    }

    /// Lets users see, create and revoke their own tokens, with these permissions.
    #[track_caller]
    pub fn own<R, C, D>(self, read: R, create: C, delete: D) -> Self
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
        Self(
            self.0
                .route("", routes::get().to(list))
                .route("", routes::post().to(create))
                .route("", routes::delete().to(revoke_all))
                .route("/{token_id}", routes::delete().to(revoke)),
        )
    }

    /// Lets administrators see and revoke the tokens of all users, with these permissions.
    #[track_caller]
    pub fn all<R, D>(self, read: R, delete: D) -> Self
    where
        R: StaticPermission + GlobalPermission,
        D: StaticPermission + GlobalPermission,
    {
        let list = requires_scope(read).handler(all::list_all_tokens);
        let revoke = requires_scope(delete).handler(all::revoke_any_token);
        Self(
            self.0
                .route("/all", routes::get().to(list))
                .route("/all/{token_id}", routes::delete().to(revoke)),
        )
    }
}

#[diagnostic::do_not_recommend]
impl Gated for TokenApi {}

impl HttpServiceFactory for TokenApi {
    fn register(self, config: &mut AppService) {
        self.0.register(config);
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
