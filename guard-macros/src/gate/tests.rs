//! What the attributes make of a handler, as a reader would see it. Bless with
//! `INSTA_UPDATE=always cargo test -p guard-macros`.
#![allow(clippy::expect_used, clippy::needless_pass_by_value, reason = "tests")]

use proc_macro2::TokenStream;
use quote::quote;

use super::{Kind, expand_merged, merge};
use crate::names::{Sort, declare};
use crate::{env, scope};

fn show(tokens: TokenStream) -> String {
    match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => format!("{error}: {tokens}"),
    }
}

#[test]
fn a_plain_gate() {
    let handler = quote! {
        pub async fn handler<T>(Path(id): Path<u32>, #[allow(unused)] mut body: T) -> String
        where
            T: FromRequest + 'static,
        {
            #![allow(unused)]
            use std::fmt::Write;
            id.to_string()
        }
    };
    insta::assert_snapshot!(show(merge(Kind::RequiresUser, TokenStream::new(), handler)));
}

#[test]
fn gates_sink_below_the_route() {
    let handler = quote! {
        #[get("/orders")]
        #[requires_role(editor)]
        async fn orders() -> &'static str {
            "orders"
        }
    };
    let args = quote!(any(sales, support), groups = crate::access::groups);
    insta::assert_snapshot!(show(merge(Kind::RequiresGroup, args, handler)));
}

#[test]
fn gates_at_the_bottom() {
    let args = quote! {
        { requires_internal, requires_group(any(sales, support)) } { "GET" "/orders" } { makes_type }
    };
    let handler = quote! {
        async fn orders() -> &'static str {
            "orders"
        }
    };
    insta::assert_snapshot!(show(expand_merged(args, handler)));
}

#[test]
fn a_mistake_in_the_signature() {
    let handler = quote! {
        fn handler(&self) -> String {
            self.name.clone()
        }
    };
    insta::assert_snapshot!(show(merge(Kind::NoAuth, TokenStream::new(), handler)));
}

#[test]
fn a_declaration() {
    let groups = quote! {
        /// Groups.
        mod groups {
            /// Sells.
            sales: core_internal,
            r#type: sales,
        }
    };
    insta::assert_snapshot!(declared("groups", declare(groups, Sort::Group)));
}

#[test]
fn a_gate_of_permissions() {
    let args = quote! {
        {
            requires_scope,
            requires_scope(
                any(admin.tools = [GET, UPDATE], project.root = GET),
                admin.configuration,
                scopes = crate::acl::scopes
            )
        } {} {}
    };
    let handler = quote! {
        async fn tools() -> &'static str {
            "tools"
        }
    };
    insta::assert_snapshot!(show(expand_merged(args, handler)));
}

#[test]
fn a_declaration_of_permissions() {
    let scopes = quote! {
        /// Scopes.
        pub mod scopes {
            /// Administration. Of everything.
            admin {
                /// Tools.
                tools: UPDATE | GET,
                r#type: DELETE,
            }
            project(project_id) inherits admin.tools { root: GET }
        }
    };
    insta::assert_snapshot!(declared("scopes", scope::declare(scopes)));
}

#[test]
fn a_declaration_of_roles_with_permissions() {
    let roles = quote! {
        mod roles {
            /// Runs the place.
            administrator { admin.* = *, user.tokens = [GET, CREATE] },
            editor,
            scopes = super::acl::scopes,
        }
    };
    insta::assert_snapshot!(declared("roles", declare(roles, Sort::Role)));
}

#[test]
fn a_declaration_of_attributes() {
    let attributes = quote! {
        /// What rules may ask.
        pub mod attributes {
            /// The sales region.
            region: String,
            team_ids: [i64],
            level: Option<Level>,
        }
    };
    insta::assert_snapshot!(declared("attributes", env::declare(attributes)));
}

/// A declaration, in which the name of the hidden macro depends on the place.
fn declared(name: &str, tokens: TokenStream) -> String {
    let shown = show(tokens);
    let start = shown.find(&format!("macro_rules! __guard_{name}_"));
    let hidden = &shown[start.expect("a hidden macro") + "macro_rules! ".len()..];
    let hidden = hidden.split([' ', ';']).next().unwrap_or_default();
    shown.replace(hidden, &format!("__guard_{name}"))
}
