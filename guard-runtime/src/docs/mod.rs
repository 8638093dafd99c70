//! What an API documents of its gates, and the catalogue of all permissions.
//!
//! The [`Catalog`] needs no feature. With the feature `openapi`, `OpenApiGates` writes into the
//! `OpenAPI` document that [utoipa](https://docs.rs/utoipa/6) makes, of every gated handler and
//! without further work: its security requirements, a sentence and a list of what is demanded, and
//! the answers of a gate that refuses. Attributes may stand in any order.
//!
//! `OwnTokens` and `AllTokens` document personal access tokens
//! ([`TokenApi`](crate::tokens::TokenApi)) in the same document.
//!
//! Swagger UI comes from the crate `utoipa-swagger-ui`, whose feature `vendored` ships its files. Its
//! handlers carry no gate, so register them with [`Routes::behind`](crate::routes::Routes::behind);
//! its own paths are then those below the scope's, and the page is at `/docs/`, with the slash:
//!
//! ```ignore
//! use utoipa_swagger_ui::{Config, SwaggerUi};
//!
//! // `api` is the document, written by `OpenApiGates::document`.
//! let ui = SwaggerUi::new("/{_:.*}")
//!     .url("/openapi.json", api)
//!     .config(Config::from("/docs/openapi.json").persist_authorization(true));
//! routes.behind(no_auth(), "/docs", ui);
//! ```

mod catalog;
mod hook;
#[cfg(feature = "openapi")]
mod openapi;

pub use catalog::{Catalog, serve_catalog};
#[cfg(all(feature = "openapi", feature = "admin"))]
pub(crate) use openapi::is_of_ours;
#[cfg(feature = "openapi")]
pub use openapi::{DocsError, DocsMistake, OpenApiGates};
#[cfg(feature = "openapi")]
pub(crate) use openapi::{Refusal, demanding, handlers};

#[cfg(feature = "openapi")]
pub use crate::tokens::api::{AllTokens, OwnTokens};
