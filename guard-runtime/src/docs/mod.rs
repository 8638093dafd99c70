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

#[cfg(feature = "openapi")]
mod alternatives;
#[cfg(feature = "openapi")]
mod answers;
#[cfg(feature = "openapi")]
mod builder;
mod catalog;
#[cfg(feature = "openapi")]
mod compare;
#[cfg(feature = "openapi")]
mod cover;
#[cfg(feature = "openapi")]
mod demand;
#[cfg(feature = "openapi")]
mod error;
#[cfg(feature = "openapi")]
mod find;
#[cfg(feature = "openapi")]
pub(crate) mod handlers;
mod hook;
#[cfg(feature = "openapi")]
mod ids;
#[cfg(feature = "openapi")]
mod operations;
#[cfg(feature = "openapi")]
mod places;
#[cfg(feature = "openapi")]
mod schemas;
#[cfg(feature = "openapi")]
mod security;
#[cfg(feature = "openapi")]
mod sentence;
#[cfg(feature = "openapi")]
mod write;

#[cfg(feature = "openapi")]
pub(crate) use answers::Refusal;
#[cfg(feature = "openapi")]
use builder::ByHand;
#[cfg(feature = "openapi")]
pub use builder::OpenApiGates;
pub use catalog::{Catalog, serve_catalog};
#[cfg(feature = "openapi")]
pub(crate) use compare::demanding;
#[cfg(feature = "openapi")]
pub use error::{DocsError, DocsMistake};

#[cfg(feature = "openapi")]
pub use crate::tokens::api::{AllTokens, OwnTokens};
