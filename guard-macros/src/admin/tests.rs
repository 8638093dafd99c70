//! What the attributes make of a struct, as a reader would see it. Bless with
//! `INSTA_UPDATE=always cargo test -p guard-macros`.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Kind, attribute};
use crate::gate::{self, merge};

fn show(tokens: &TokenStream) -> String {
    match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => format!("{error}: {tokens}"),
    }
}

#[test]
fn a_gate_goes_below_the_attribute() {
    let item = quote! {
        /// Selling.
        #[admin_app(under = Office)]
        #[requires_user]
        struct Sales;
    };
    let moved = merge(gate::Kind::RequiresGroup, quote!(any(sales, support)), item);
    insta::assert_snapshot!(show(&moved));
}

#[test]
fn a_site() {
    let item = quote! {
        /// The back
        /// office.
        #[requires_group(sales, groups = crate::access::groups)]
        pub struct BackOffice;
    };
    insta::assert_snapshot!(show(&attribute(Kind::Site, quote!(path = "/admin"), item)));
}

#[test]
fn a_model_page() {
    let args = quote! {
        under = super::Sales,
        model = crate::invoice,
        order = -3,
        independent = "it is looked at by all",
        list(number, r#type),
        filter(status),
        sort(-created_on, number),
        label(total_cents = "Total"),
        choices(status = ["draft", "posted"]),
        only(list, read),
        crud(requires_scope(admin.invoices = GET)),
        pages(requires_internal),
    };
    let item = quote! {
        #[requires_user]
        struct Invoices;
    };
    insta::assert_snapshot!(show(&attribute(Kind::ModelPage, args, item)));
}

#[test]
fn an_action_with_a_form() {
    let item = quote! {
        #[derive(Deserialize)]
        struct MarkPaid {
            /// When.
            paid_on: Option<NaiveDate>,
            #[field(long, label = "Why")]
            reason: String,
        }
    };
    let args = quote!(on = Invoices, target = chosen, confirm = "Mark them?");
    insta::assert_snapshot!(show(&attribute(Kind::Action, args, item)));
}

#[test]
fn a_mistake() {
    let args = quote!(under = Office, modle = invoice, list(number));
    let item = quote! {
        #[requires_group(sales)]
        struct Invoices;
    };
    insta::assert_snapshot!(show(&attribute(Kind::ModelPage, args, item)));
}
