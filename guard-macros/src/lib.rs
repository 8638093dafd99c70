//! The macros of `guard-runtime`, which re-exports and documents them: depend on that crate.
//!
//! An attribute goes through the same steps each time, one file each: `request` parses tokens into
//! plain data, `merge` gathers the gates of a handler, `expand` writes code. `names` does the same
//! for the declarations of groups and roles, `env` for attributes of the env, `model` for the rules
//! of models, `admin` for the parts of an admin tree. Every sentence a user can be shown stands in
//! `diagnostics`.

mod admin;
mod callback;
mod diagnostics;
mod docs;
mod env;
mod gate;
mod handler;
mod model;
mod module;
mod names;
mod route;
mod scope;
mod signature;
mod suggest;
mod tokens;

use proc_macro::TokenStream;

use gate::Kind;
use names::Sort;

/// Lets internal users through: those in `core_internal`.
///
/// | anonymous | bad token | guest | portal | internal |
/// |---|---|---|---|---|
/// | 401 | 401 | 403 | 403 | runs |
///
/// The gate answers before any extractor runs, so a refused request is never read. It may stand
/// above or below the route attribute; above, the handler can also be registered with
/// [`routes`](https://docs.rs/guard-runtime), where a handler without a gate does not compile.
///
/// ```
/// use actix_web::{Responder, post};
/// use guard_runtime::requires_internal;
///
/// #[requires_internal]
/// #[post("/api/settings/update")]
/// async fn update_settings() -> impl Responder {
///     "updated"
/// }
/// ```
///
/// # Errors
///
/// It takes no arguments, and stands on an `async fn` without `self` that has at most 16
/// extractors. Other gates on the same handler must hold as well; one that contradicts it does not
/// compile.
///
/// ```compile_fail
/// #[guard_runtime::requires_internal]
/// #[guard_runtime::allows_public]
/// async fn both() -> &'static str {
///     "both"
/// }
/// ```
#[proc_macro_attribute]
pub fn requires_internal(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresInternal, args.into(), item.into()).into()
}

/// Lets every user through who has signed in and is no guest: internal and portal users.
///
/// | anonymous | bad token | guest | portal | internal |
/// |---|---|---|---|---|
/// | 401 | 401 | 403 | runs | runs |
///
/// ```
/// use actix_web::{Responder, get};
/// use guard_runtime::{Env, requires_user};
///
/// #[requires_user]
/// #[get("/api/my-profile")]
/// async fn my_profile(env: Env) -> impl Responder {
///     env.user().name().to_owned()
/// }
/// ```
///
/// # Errors
///
/// It takes no arguments, and stands on a handler.
///
/// ```compile_fail
/// #[guard_runtime::requires_user]
/// struct NotAHandler;
/// ```
#[proc_macro_attribute]
pub fn requires_user(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresUser, args.into(), item.into()).into()
}

/// Lets everybody through, as the user they are; who has not signed in is the guest.
///
/// | anonymous | bad token | guest | portal | internal |
/// |---|---|---|---|---|
/// | runs as guest | runs as guest | runs | runs | runs |
///
/// ```
/// use actix_web::{Responder, get};
/// use guard_runtime::{Env, allows_public, groups};
///
/// #[allows_public]
/// #[get("/api/catalog")]
/// async fn catalog(env: Env) -> impl Responder {
///     if env.in_group(groups::core_portal) { "wholesale" } else { "retail" }
/// }
/// ```
///
/// # Errors
///
/// A gate that demands a user contradicts it and does not compile beside it.
///
/// ```compile_fail
/// #[guard_runtime::allows_public(everybody)]
/// async fn arguments() -> &'static str {
///     "arguments"
/// }
/// ```
#[proc_macro_attribute]
pub fn allows_public(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::AllowsPublic, args.into(), item.into()).into()
}

/// Runs the handler without looking at who asks: there is no env below it, unless a scope or the
/// application around it has a gate that looks.
///
/// For health checks and the sign-in itself. Credentials on the request are not read, so neither
/// a database nor a key set has to answer.
///
/// ```
/// use actix_web::{Responder, get};
/// use guard_runtime::no_auth;
///
/// #[no_auth]
/// #[get("/api/health")]
/// async fn health() -> impl Responder {
///     "up"
/// }
/// ```
///
/// # Errors
///
/// Every other gate contradicts it and does not compile beside it.
///
/// ```compile_fail
/// #[guard_runtime::no_auth]
/// #[guard_runtime::requires_user]
/// async fn both() -> &'static str {
///     "both"
/// }
/// ```
#[proc_macro_attribute]
pub fn no_auth(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::NoAuth, args.into(), item.into()).into()
}

/// Lets users through who are in the groups named, directly or by implication.
///
/// Groups in a list must all hold; `any(…)` and `all(…)` nest. The names are compared with the
/// application's declaration ([`define_groups!`]), which is looked up as `crate::groups` unless
/// `groups = path` says otherwise.
///
/// ```
/// use actix_web::{Responder, get};
/// use guard_runtime::requires_group;
///
/// guard_runtime::define_groups! {
///     /// Who works with orders.
///     pub mod groups {
///         /// Sells.
///         sales: core_internal,
///         /// Answers questions.
///         support: core_internal,
///     }
/// }
///
/// #[requires_group(any(sales, support))]
/// #[get("/api/orders")]
/// async fn orders() -> impl Responder {
///     "orders"
/// }
/// # fn main() {}
/// ```
///
/// # Errors
///
/// A group that is not declared, an empty list, and text that is left over do not compile, each
/// reported at the wrong word.
///
/// ```compile_fail
/// # guard_runtime::define_groups! { pub mod groups { sales } }
/// #[guard_runtime::requires_group(salse)]
/// async fn misspelt() -> &'static str {
///     "misspelt"
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn requires_group(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresGroup, args.into(), item.into()).into()
}

/// Lets users through who have the roles named.
///
/// Roles in a list must all hold; `any(…)` and `all(…)` nest. The names are compared with the
/// application's declaration ([`define_roles!`]), which is looked up as `crate::roles` unless
/// `roles = path` says otherwise.
///
/// ```
/// use actix_web::{Responder, get};
/// use guard_runtime::requires_role;
///
/// guard_runtime::define_roles! {
///     /// What a user may be entrusted with.
///     pub mod roles {
///         /// Edits pages.
///         editor,
///     }
/// }
///
/// #[requires_role(editor)]
/// #[get("/drafts")]
/// async fn drafts() -> impl Responder {
///     "drafts"
/// }
/// # fn main() {}
/// ```
///
/// # Errors
///
/// A role that is not declared does not compile.
///
/// ```compile_fail
/// # guard_runtime::define_roles! { pub mod roles { editor } }
/// #[guard_runtime::requires_role("editor")]
/// async fn quoted() -> &'static str {
///     "quoted"
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn requires_role(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresRole, args.into(), item.into()).into()
}

/// Lets users through who have the permissions named; without arguments, who has signed in.
///
/// | | anonymous | bad token | guest | portal | internal |
/// |---|---|---|---|---|---|
/// | `#[requires_scope]` | 401 | 401 | 403 | runs | runs |
/// | `#[requires_scope(…)]` | 401 | 401 | 403 unless granted | 403 unless granted | 403 unless granted |
///
/// A permission is written as scope, resource and verb. Permissions in a list must all be held, as
/// must all verbs in brackets; `any(…)` and `all(…)` nest. The names are compared with the
/// application's declaration ([`define_scopes!`]), which is looked up as `crate::scopes` unless
/// `scopes = path` says otherwise. A permission of a scope of projects is asked for in the project
/// that the path of the request names.
///
/// ```
/// use actix_web::{Responder, get, put};
/// use guard_runtime::requires_scope;
///
/// guard_runtime::define_scopes! {
///     /// What may be allowed.
///     pub mod scopes {
///         /// Administration.
///         admin {
///             /// The global configuration.
///             configuration: GET | UPDATE,
///         }
///         /// One project.
///         project(project_id) {
///             /// The project itself.
///             root: GET | UPDATE,
///         }
///     }
/// }
///
/// #[requires_scope(admin.configuration = [GET, UPDATE])]
/// #[put("/api/configuration")]
/// async fn configure() -> impl Responder {
///     "configured"
/// }
///
/// #[requires_scope(any(project.root = GET, admin.configuration = GET))]
/// #[get("/api/projects/{project_id}")]
/// async fn project() -> impl Responder {
///     "project"
/// }
///
/// #[requires_scope]
/// #[get("/api/my-tokens")]
/// async fn my_tokens() -> impl Responder {
///     "tokens"
/// }
/// # fn main() {}
/// ```
///
/// # Errors
///
/// A scope, a resource or a verb that is not declared, a verb that the resource does not offer, a
/// permission without one of its parts, a wildcard, and text that is left over do not compile, each
/// reported at the wrong word.
///
/// ```compile_fail
/// # guard_runtime::define_scopes! { pub mod scopes { admin { configuration: GET } } }
/// #[guard_runtime::requires_scope(admin.configuration = UPDATE)]
/// async fn not_offered() -> &'static str {
///     "not offered"
/// }
/// # fn main() {}
/// ```
#[proc_macro_attribute]
pub fn requires_scope(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresScope, args.into(), item.into()).into()
}

/// Declares the permissions of an application: scopes, their resources, and the verbs that each
/// resource offers.
///
/// The verbs are `GET`, `CREATE`, `UPDATE` and `DELETE`. A scope is global, or, with the path
/// parameter that names the project, of each project. It may inherit from resources of global
/// scopes, joined with `+`: who holds a verb there holds it on each resource of every project that
/// offers it. The first sentence of a doc comment is a title, the rest a description.
///
/// The module holds a constant and a type for each permission, and `SCHEMA`, which knows them by
/// their names.
///
/// ```
/// guard_runtime::define_scopes! {
///     /// What may be allowed.
///     pub mod scopes {
///         /// Administration.
///         admin {
///             /// The global configuration. See and change it.
///             configuration: GET | UPDATE,
///             /// All projects.
///             projects: GET | CREATE | UPDATE | DELETE,
///         }
///         /// One project.
///         project(project_id) inherits admin.projects {
///             /// The project itself.
///             root: GET | UPDATE | DELETE,
///         }
///     }
/// }
///
/// # fn main() {
/// let read = scopes::SCHEMA.parse("admin.configuration:GET").unwrap();
/// assert_eq!(read, scopes::admin::configuration::GET.into());
/// let scope = scopes::SCHEMA.scope("project").unwrap();
/// assert_eq!((scope.title, scope.param), ("One project", Some("project_id")));
/// # }
/// ```
///
/// # Errors
///
/// A name declared twice, reserved or not ASCII, a verb that is none, a resource without verbs, and
/// an inheritance that grants nothing do not compile.
///
/// ```compile_fail
/// guard_runtime::define_scopes! {
///     pub mod scopes {
///         admin { configuration: GET | CHANGE }
///     }
/// }
/// # fn main() {}
/// ```
#[proc_macro]
pub fn define_scopes(input: TokenStream) -> TokenStream {
    scope::declare(input.into()).into()
}

/// Declares the groups of an application, with the groups that each implies.
///
/// Implication is transitive and one-way: who is in `sales_manager` below is in `sales_user` and
/// `core_internal` as well. `core_internal`, `core_portal` and `core_public` are built in. The
/// module holds one unit struct per group and `SCHEMA`, which knows them by name.
///
/// ```
/// guard_runtime::define_groups! {
///     /// The groups of the back office.
///     pub mod groups {
///         /// Sells.
///         sales_user: core_internal,
///         /// Leads the sales team.
///         sales_manager: sales_user,
///         /// Sees the books and touches nothing.
///         auditor,
///     }
/// }
///
/// let (groups, unknown) = groups::SCHEMA.set(["sales_manager", "gardener"]);
/// assert!(groups.contains(groups::sales_user));
/// assert!(!groups.contains(groups::auditor));
/// assert_eq!(unknown, ["gardener"]);
/// ```
///
/// # Errors
///
/// A name declared twice, an unknown or repeated implication, a cycle, and a group that implies
/// two built-in groups which exclude each other do not compile.
///
/// ```compile_fail
/// guard_runtime::define_groups! {
///     pub mod groups {
///         chicken: egg,
///         egg: chicken,
///     }
/// }
/// # fn main() {}
/// ```
#[proc_macro]
pub fn define_groups(input: TokenStream) -> TokenStream {
    names::declare(input.into(), Sort::Group).into()
}

/// Declares the roles of an application, with the permissions that each has by default.
///
/// A role's permissions stand in braces, as in [`macro@requires_scope`]; `*` stands for all
/// resources of a scope, for all verbs of a resource, or for both. They are global or of one scope
/// of projects, and are compared with the declaration of the scopes, which is looked up as
/// `crate::scopes` unless `scopes = path` says otherwise.
///
/// The module holds one unit struct per role and `SCHEMA`, which knows them by name.
///
/// ```
/// guard_runtime::define_scopes! {
///     pub mod scopes {
///         admin { configuration: GET | UPDATE, users: GET }
///         project(project_id) { root: GET | UPDATE, models: GET | CREATE }
///     }
/// }
///
/// guard_runtime::define_roles! {
///     /// What a user may be entrusted with.
///     pub mod roles {
///         /// Runs the place.
///         administrator { admin.* = * },
///         /// Reads a project, and changes its settings.
///         maintainer { project.* = GET, project.root = UPDATE },
///         /// Edits pages: a role that gates name, without permissions.
///         editor,
///     }
/// }
///
/// # fn main() {
/// use guard_runtime::Role;
///
/// let (roles, unknown) = roles::SCHEMA.set(["editor", "maintainer"]);
/// assert!(roles.contains(roles::editor) && unknown.is_empty());
/// assert!(roles.permissions().contains(scopes::project::models::GET));
/// assert_eq!(roles::administrator::ROLE.permissions().len(), 3);
/// # }
/// ```
///
/// # Errors
///
/// A name declared twice, a permission that is not declared, and a role that mixes global
/// permissions with those of projects do not compile.
///
/// ```compile_fail
/// guard_runtime::define_roles! { pub mod roles { editor, editor } }
/// # fn main() {}
/// ```
#[proc_macro]
pub fn define_roles(input: TokenStream) -> TokenStream {
    names::declare(input.into(), Sort::Role).into()
}

#[doc = include_str!("../docs/model_access.md")]
#[proc_macro_attribute]
pub fn model_access(args: TokenStream, item: TokenStream) -> TokenStream {
    model::attribute(args.into(), item.into()).into()
}

#[doc = include_str!("../docs/define_env.md")]
#[proc_macro]
pub fn define_env(input: TokenStream) -> TokenStream {
    env::declare(input.into()).into()
}

#[doc = include_str!("../docs/admin_site.md")]
#[proc_macro_attribute]
pub fn admin_site(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::Site, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/admin_app.md")]
#[proc_macro_attribute]
pub fn admin_app(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::App, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/page_group.md")]
#[proc_macro_attribute]
pub fn page_group(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::Group, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/model_page.md")]
#[proc_macro_attribute]
pub fn model_page(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::ModelPage, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/form_page.md")]
#[proc_macro_attribute]
pub fn form_page(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::FormPage, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/plain_page.md")]
#[proc_macro_attribute]
pub fn plain_page(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::PlainPage, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/link_page.md")]
#[proc_macro_attribute]
pub fn link_page(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::Link, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/access_page.md")]
#[proc_macro_attribute]
pub fn access_page(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::AccessPage, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/page_action.md")]
#[proc_macro_attribute]
pub fn page_action(args: TokenStream, item: TokenStream) -> TokenStream {
    admin::attribute(admin::Kind::Action, args.into(), item.into()).into()
}

/// Not public API: the macro that goes by the name of a declaration of attributes ends here.
#[doc(hidden)]
#[proc_macro]
pub fn __resolve_env(input: TokenStream) -> TokenStream {
    env::resolve(input.into()).into()
}

/// Not public API: what an attribute says that asks no declaration.
#[doc(hidden)]
#[proc_macro]
pub fn __model_access(input: TokenStream) -> TokenStream {
    model::unasked(input.into()).into()
}

/// Not public API: what a model is told by a declaration that is not sound.
#[doc(hidden)]
#[proc_macro]
pub fn __closed_model(input: TokenStream) -> TokenStream {
    model::closed_answer(input.into()).into()
}

/// Not public API: all gates of one handler, below its other attributes.
#[doc(hidden)]
#[proc_macro_attribute]
pub fn __gates(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::expand_merged(args.into(), item.into()).into()
}

/// Not public API: the macro that goes by the name of a declaration ends here.
#[doc(hidden)]
#[proc_macro]
pub fn __resolve_names(input: TokenStream) -> TokenStream {
    names::resolve(input.into()).into()
}

/// Not public API: the macro that goes by the name of a declaration of scopes ends here.
#[doc(hidden)]
#[proc_macro]
pub fn __resolve_scopes(input: TokenStream) -> TokenStream {
    scope::resolve(input.into()).into()
}
