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

#[doc = include_str!("../docs/requires_internal.md")]
#[proc_macro_attribute]
pub fn requires_internal(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresInternal, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/requires_user.md")]
#[proc_macro_attribute]
pub fn requires_user(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresUser, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/allows_public.md")]
#[proc_macro_attribute]
pub fn allows_public(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::AllowsPublic, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/no_auth.md")]
#[proc_macro_attribute]
pub fn no_auth(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::NoAuth, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/requires_group.md")]
#[proc_macro_attribute]
pub fn requires_group(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresGroup, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/requires_role.md")]
#[proc_macro_attribute]
pub fn requires_role(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresRole, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/requires_scope.md")]
#[proc_macro_attribute]
pub fn requires_scope(args: TokenStream, item: TokenStream) -> TokenStream {
    gate::merge(Kind::RequiresScope, args.into(), item.into()).into()
}

#[doc = include_str!("../docs/define_scopes.md")]
#[proc_macro]
pub fn define_scopes(input: TokenStream) -> TokenStream {
    scope::declare(input.into()).into()
}

#[doc = include_str!("../docs/define_groups.md")]
#[proc_macro]
pub fn define_groups(input: TokenStream) -> TokenStream {
    names::declare(input.into(), Sort::Group).into()
}

#[doc = include_str!("../docs/define_roles.md")]
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
