//! What the attribute makes of a struct, as a reader would see it, and what it never makes. Bless
//! with `INSTA_UPDATE=always cargo test -p guard-macros`.
#![allow(clippy::expect_used, clippy::needless_pass_by_value, reason = "tests")]

use proc_macro2::TokenStream;
use quote::quote;

use super::access::{Access, Declarations};
use super::question::Written;
use super::{attribute, closed_answer};

fn show(tokens: TokenStream) -> String {
    match syn::parse2(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => format!("{error}: {tokens}"),
    }
}

fn invoice() -> TokenStream {
    quote! {
        /// What a customer owes.
        #[derive(Clone, DeriveEntityModel, serde::Serialize)]
        #[sea_orm(table_name = "invoice")]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct Invoice {
            #[sea_orm(primary_key)]
            pub id: i64,
            salesperson_id: i64,
            #[sea_orm(column_name = "contact")]
            contact_id: Option<i64>,
            stage: Stage,
            /// What is earned.
            #[serde(rename = "profit")]
            margin: i64,
        }
    }
}

fn args() -> TokenStream {
    quote! {
        grant(sales_manager, CRUD),
        grant(sales_user, RU, where salesperson_id == env.uid && !(stage == "done" || contact_id.is_none())),
        restrict(D, contact.company_id == env.cid),
        restrict(env.regions.contains(stage) && lines.any(quantity > 2)),
        read(sales_manager, margin),
        filled(salesperson_id),
        related(contact: super::contact::Model, contact_id == id),
        related(lines: [Line], id == invoice_id),
    }
}

#[test]
fn a_model() {
    insta::assert_snapshot!(show(attribute(args(), invoice())));
}

#[test]
fn a_model_when_all_is_known() {
    let known = Declarations {
        groups: Some("sales_user:core_internal sales_manager:sales_user"),
        env: Some("regions:[Stage"),
    };
    let written = Written::new(args(), invoice());
    insta::assert_snapshot!(show(Written::made(written.read(known))));
}

#[test]
fn a_model_of_groups_with_a_mistake() {
    let (args, item) = (args(), invoice());
    let asked = quote!(model { crate::groups } {} { #args } { #item });
    let closed = closed_answer(asked).to_string();
    assert!(closed.contains("ModelAccess for Invoice"), "{closed}");
    assert!(!closed.contains("grant"), "{closed}");
}

/// A rule that means nothing is reported, and by what is wrong with it: where it were not, its grant
/// would be one of all rows.
#[test]
fn what_is_not_understood_is_reported() {
    const OPERANDS: &str = "id; stage; note; price; nothing; env; env.uid; env.cids; env.nothing; \
        env.0; contact; contact.id; lines; lines.id; nothing.id; id.id; contact.id.id; 1; -1; 1.5; \
        \"a\"; 'a'; true; None; Some(id); [1, 2]; []; [id]; id + 1; id as i64; f(id); m!(id); { id }; \
        |id| id; 0..1; &id; *id; id?; (id, id); a::b";
    const FORMS: &str = "{}; !{}; ({}); {} == {}; {} < {}; {} && {}; {} | {}; {} = {}; {}.is_none(); \
        {}.is_some(1); {}.contains({}); {}.starts_with({}); {}.any({}); {}.len(); {}.len() == 1; \
        lines.any({} == {}); {}.f({}) == {}";
    let item = quote! {
        struct Invoice {
            id: i64,
            stage: Stage,
            note: Option<String>,
            price: f64,
        }
    };
    let (mut understood, mut refused) = (0, 0);
    for form in FORMS.split("; ") {
        for left in OPERANDS.split("; ") {
            for right in OPERANDS.split("; ") {
                let rule = form.replacen("{}", left, 1).replacen("{}", right, 1);
                let rule = rule.replace("{}", "id");
                let tokens = rule.parse::<TokenStream>().expect("tokens");
                let args = quote! {
                    grant(core_internal, R, where #tokens),
                    related(contact: Contact, id == id),
                    related(lines: [Line], id == id),
                };
                let known = Declarations {
                    groups: None,
                    env: Some("region:String"),
                };
                let access = Access::read(args, item.clone(), known);
                let sound = access.granted.iter().all(Option::is_some);
                let is_known = access.request.grants.len() == 1;
                let errors = access.errors.into_compile_error();
                let errors = errors.map(|it| it.to_string()).unwrap_or_default();
                assert!(!errors.contains("could not be understood"), "{rule}");
                assert_eq!(errors.is_empty(), sound && is_known, "{rule}: {errors}");
                if errors.is_empty() {
                    understood += 1;
                } else {
                    refused += 1;
                }
            }
        }
    }
    assert!(
        understood > 500 && refused > 10_000,
        "{understood} {refused}"
    );
}
