//! The operations of the API, to be nested into an application's document.

use utoipa::OpenApi;

use super::{all, own};

/// What [`TokenApi::own`](crate::tokens::TokenApi::own) offers, for the document of the application
/// that mounts it: nest it at the path of the [`TokenApi`](crate::tokens::TokenApi).
///
/// What the gates before the operations demand comes from [`OpenApiGates`](crate::docs::OpenApiGates), as
/// for all others. The schemas have the names of the types in [`tokens`](crate::tokens).
///
/// ```
/// use guard_runtime::docs::OpenApiGates;
/// use guard_runtime::routes::Routes;
/// use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, TokenApi};
/// use scopes::{account, admin};
/// use utoipa::OpenApi;
///
/// guard_runtime::define_scopes! {
///     /// What may be allowed.
///     pub mod scopes {
///         /// The own account.
///         account {
///             /// The own tokens.
///             tokens: GET | CREATE | DELETE,
///         }
///         /// Administration.
///         admin {
///             /// Everybody's tokens.
///             tokens: GET | DELETE,
///         }
///     }
/// }
///
/// #[derive(OpenApi)]
/// #[openapi(nest(
///     (path = "/api/tokens", api = guard_runtime::docs::OwnTokens),
///     (path = "/api/tokens", api = guard_runtime::docs::AllTokens),
/// ))]
/// struct Api;
///
/// fn main() {
///     let store = MemoryTokenStore::default();
///     let tokens = AccessTokens::builder(store, &scopes::SCHEMA).build().unwrap();
///     let register = |routes: &mut Routes<'_>| {
///         routes.service(
///             TokenApi::new("/api/tokens", &tokens)
///                 .own(account::tokens::GET, account::tokens::CREATE, account::tokens::DELETE)
///                 .all(admin::tokens::GET, admin::tokens::DELETE),
///         );
///     };
///
///     let mut api = Api::openapi();
///     let gates = OpenApiGates::new().scopes(&scopes::SCHEMA).routes(register);
///     gates.document(&mut api).expect("gates and documentation agree");
///     assert!(gates.undocumented(&api).is_empty());
///
///     let json = serde_json::to_value(&api).unwrap();
///     let create = &json["paths"]["/api/tokens"]["post"];
///     assert_eq!(
///         create["security"][0],
///         serde_json::json!({"bearer": ["account.tokens:CREATE"]})
///     );
/// }
/// ```
#[derive(Clone, Copy, Debug, OpenApi)]
#[openapi(paths(
    own::list_tokens,
    own::create_token,
    own::revoke_token,
    own::revoke_tokens
))]
pub struct OwnTokens;

/// What [`TokenApi::all`](crate::tokens::TokenApi::all) offers: see [`OwnTokens`].
#[derive(Clone, Copy, Debug, OpenApi)]
#[openapi(paths(all::list_all_tokens, all::revoke_any_token, all::revoke_tokens_of))]
pub struct AllTokens;
