//! Attributes with tokens too many, too few or in the wrong place.
#![allow(clippy::expect_used, reason = "tests")]

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::quote;

use super::access::Declarations;
use super::attribute;
use super::question::Written;

const KNOWN: Declarations<'static> = Declarations {
    groups: Some("sales_user:core_internal sales_manager:sales_user"),
    env: Some("region:String team_ids:[i64"),
};

fn item() -> TokenStream {
    quote! {
        #[derive(Clone, serde::Serialize)]
        struct Invoice {
            id: i64,
            number: String,
            company_id: i32,
            level: u8,
            team_id: Option<i64>,
            archived: bool,
            stage: Stage,
        }
    }
}

/// What is wrong with the attribute; what is made of it must be code in any case.
fn mistakes(args: &TokenStream) -> String {
    for made in [
        attribute(args.clone(), item()),
        Written::made(Written::new(args.clone(), item()).read(KNOWN)),
    ] {
        let parsed = syn::parse2::<syn::File>(made.clone());
        assert!(parsed.is_ok(), "{args}\n{made}");
    }
    let access = Written::new(args.clone(), item()).read(KNOWN);
    let errors = access.errors.into_compile_error();
    errors.map(|it| it.to_string()).unwrap_or_default()
}

fn rule(rule: &str) -> String {
    let rule = rule.parse::<TokenStream>().expect("tokens");
    mistakes(&quote!(nobody, restrict(#rule)))
}

#[test]
fn what_is_made_is_code_whatever_is_written() {
    let args = quote! {
        table = "invoice",
        groups = crate::groups,
        env = crate::attributes,
        grant(sales_user, CRU, where company_id == env.cid && !(number != "x" || archived)),
        restrict(UD, env.cids.contains(company_id)),
        restrict([-1, 2].contains(id) || number.starts_with(env.region) || team_id.is_none()),
        restrict(contact.blocked && lines.any(quantity >= 2)),
        read(sales_manager, number),
        write(none, team_id),
        filled(stage),
        related(contact: super::contact::Model, id == id),
        related(lines: [Line], id == order_id),
    };
    let mut refused = 0;
    let all = mutations(&args.into_iter().collect::<Vec<_>>());
    for args in &all {
        refused += usize::from(!mistakes(&args.iter().cloned().collect()).is_empty());
    }
    assert!(refused > 900, "{refused} of {}", all.len());
}

/// The tokens with one of them missing, twice, before its neighbour or in place of another.
fn mutations(tokens: &[TokenTree]) -> Vec<Vec<TokenTree>> {
    let others = quote!(r#id where "x" == ());
    let others = others.into_iter().collect::<Vec<_>>();
    let mut all = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let with = |replaced: &[TokenTree], more: usize| {
            let after = tokens.iter().skip(place + more);
            let before = tokens.iter().take(place);
            before.chain(replaced).chain(after).cloned().collect()
        };
        all.push(with(&[], 1));
        all.push(with(std::slice::from_ref(token), 0));
        if let Some(next) = tokens.get(place + 1) {
            all.push(with(&[next.clone(), token.clone()], 2));
        }
        for other in &others {
            all.push(with(std::slice::from_ref(other), 1));
        }
        if let TokenTree::Group(group) = token {
            for delimiter in [Delimiter::Bracket, Delimiter::Brace, Delimiter::None] {
                all.push(with(&[Group::new(delimiter, group.stream()).into()], 1));
            }
            for inner in mutations(&group.stream().into_iter().collect::<Vec<_>>()) {
                let inner = Group::new(group.delimiter(), inner.into_iter().collect());
                all.push(with(&[inner.into()], 1));
            }
        }
    }
    all
}

#[test]
fn nothing_that_is_written_is_passed_over() {
    for text in [
        "#[cfg(any())] archived",
        "archived && #[cfg(any())] archived",
        "team_id.is_none::<u8>()",
        "[1, 2].contains::<u8>(id)",
        "lines.any::<u8>(id == 3)",
        "number == \"x\"suffix",
        "[\"x\"suffix].contains(number)",
        "(env).team_ids.contains(id)",
        "env.region.starts_with(\"n\")",
        "\"north\".starts_with(\"n\")",
        "[1, 2].contains(3)",
        "[\"a\"].contains(\"a\")",
        "level == 256",
        "level != -1",
        "[1, 256].contains(level)",
        "company_id < 2147483648",
        "!archived == archived",
        "archived == !archived",
        "archived as bool",
        "id == 1 as i64",
        "id == id == id",
        "id == { 1 }",
        "<Invoice>::archived",
        "::archived",
        "archived::<u8>",
        "if archived { true } else { false }",
        "return archived",
        "id == 1; archived",
        "id == 1, archived, archived",
    ] {
        assert_ne!(rule(text), "", "{text}");
    }
    for text in [
        "level == 255 || level == 0",
        "[0, 255].contains(level)",
        "company_id == -2147483648",
        "[1, 2].contains(env.uid)",
        "env.cids.contains(3)",
        "env.region == \"north\"",
    ] {
        assert_eq!(rule(text), "", "{text}");
    }
}

/// A rule of which a `macro_rules!` was given a part stands in invisible brackets.
#[test]
fn what_a_macro_is_given_stays_together() {
    let part = quote!(archived || id == 1);
    let part = Group::new(Delimiter::None, part);
    for (args, same) in [
        (
            quote!(nobody, restrict(#part && id == 2)),
            quote!(nobody, restrict((archived || id == 1) && id == 2)),
        ),
        (
            quote!(grant(core_internal, R, where id == 2 && #part)),
            quote!(grant(core_internal, R, where id == 2 && (archived || id == 1))),
        ),
    ] {
        let made = |args| Written::made(Written::new(args, item()).read(KNOWN)).to_string();
        assert_eq!(made(args), made(same));
    }
}

#[test]
fn names_may_be_raw() {
    let args = quote! {
        grant(core_internal, R, where r#type.r#loop == 1 && id == env.uid),
        read(none, id),
        related(r#type: Other, id == r#loop),
    };
    let item = quote!(
        struct r#struct {
            id: i64,
        }
    );
    let made = attribute(args, item).to_string();
    assert!(
        made.contains("structView") && made.contains("row_of_type"),
        "{made}"
    );
}
