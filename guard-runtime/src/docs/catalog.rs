//! The catalogue of all permissions, for pages that choose among them.

use actix_web::http::header::ContentType;
use actix_web::web::Bytes;
use actix_web::{Handler, HttpResponse};
use serde::Serialize;

use crate::gate::{GatedHandler, NoAuth, no_auth};
use crate::scope::{ResourceEntry, ScopeEntry, Scopes, Verb};

/// All scopes, resources and permissions of a schema, with their titles and descriptions.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # fn main() {
/// let catalog = guard_runtime::docs::Catalog::of(&scopes::SCHEMA);
/// let json = serde_json::to_value(&catalog).unwrap();
/// let configuration = &json["scopes"][0]["resources"][0];
/// assert_eq!(configuration["title"], "The configuration");
/// assert_eq!(configuration["permissions"][1]["name"], "admin.configuration:UPDATE");
/// # }
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Catalog {
    /// All verbs, in the order of the matrix's columns.
    verbs: [Verb; 4],
    scopes: Vec<Scope>,
}

#[derive(Clone, Debug, Serialize)]
struct Scope {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    /// The path parameter that says which project; null for a global scope.
    project: Option<&'static str>,
    /// Global resources whose verbs count on every resource here.
    inherits: Vec<String>,
    resources: Vec<Resource>,
}

#[derive(Clone, Debug, Serialize)]
struct Resource {
    name: &'static str,
    title: &'static str,
    description: &'static str,
    permissions: Vec<Offered>,
}

#[derive(Clone, Debug, Serialize)]
struct Offered {
    verb: Verb,
    name: String,
}

impl Catalog {
    /// The catalogue of a schema, in the order of declaration.
    #[must_use]
    pub fn of(schema: &'static Scopes) -> Self {
        Self {
            verbs: Verb::ALL,
            scopes: schema.entries().iter().map(Scope::of).collect(),
        }
    }
}

impl Scope {
    fn of(scope: &'static ScopeEntry) -> Self {
        let inherits = scope.inherits().iter();
        let resources = scope.resources.iter();
        Self {
            name: scope.name,
            title: scope.title,
            description: scope.description,
            project: scope.param,
            inherits: inherits
                .map(|(scope, resource)| format!("{scope}.{resource}"))
                .collect(),
            resources: resources.map(|it| Resource::of(scope, it)).collect(),
        }
    }
}

impl Resource {
    fn of(scope: &ScopeEntry, resource: &ResourceEntry) -> Self {
        let offered = |verb| Offered {
            verb,
            name: format!("{}.{}:{verb}", scope.name, resource.name),
        };
        Self {
            name: resource.name,
            title: resource.title,
            description: resource.description,
            permissions: resource.verbs().map(offered).collect(),
        }
    }
}

/// A handler that answers with the [`Catalog`] as JSON, to everybody: what there is to be allowed is
/// in the source of every page that asks for it.
///
/// ```
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # fn main() {
/// use guard_runtime::docs;
/// use guard_runtime::routes::{self, Routes};
///
/// fn register(routes: &mut Routes<'_>) {
///     let catalog = docs::serve_catalog(&scopes::SCHEMA);
///     routes.route("/permissions", routes::get().to(catalog));
/// }
/// # let _ = routes::gated(register);
/// # }
/// ```
#[must_use]
#[track_caller]
pub fn serve_catalog(
    schema: &'static Scopes,
) -> GatedHandler<NoAuth, impl Handler<(), Output = HttpResponse>> {
    let json = serde_json::to_vec(&Catalog::of(schema));
    // Writing plain text into memory does not fail.
    let json = Bytes::from(json.unwrap_or_default());
    no_auth().handler(move || {
        let json = json.clone();
        async move {
            HttpResponse::Ok()
                .content_type(ContentType::json())
                .body(json)
        }
    })
}
