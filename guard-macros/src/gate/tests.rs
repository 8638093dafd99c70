//! What the attributes make of a handler, as a reader would see it. Bless with
//! `INSTA_UPDATE=always cargo test -p guard-macros`.
#![allow(clippy::expect_used, clippy::needless_pass_by_value, reason = "tests")]

use proc_macro2::TokenStream;
use quote::quote;

use super::{Kind, expand_merged, merge};
use crate::names::{Sort, declare};

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
    let shown = show(declare(groups, Sort::Group));
    // The name of the hidden macro depends on the place.
    let start = shown.find("__guard_groups_").expect("a hidden macro");
    let name = shown[start..].split([' ', ';']).next().unwrap_or_default();
    insta::assert_snapshot!(shown.replace(name, "__guard_groups"));
}
