//! The attributes of a function: which are routes, which are gates.

use proc_macro2::TokenStream;
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Attribute, Meta, Token};

use super::imports::Imports;
use super::path::segments;
use super::vocabulary::{Word, word};

/// What a function's attributes tell.
#[derive(Default)]
pub(super) struct Marks {
    pub(super) routes: Vec<RouteMark>,
    /// The condition of each gate, if it has one.
    gates: Vec<Option<String>>,
}

/// A route attribute.
pub(super) struct RouteMark {
    /// As it is written.
    pub(super) text: String,
    condition: Option<String>,
}

impl Marks {
    pub(super) fn of(attributes: &[Attribute], imports: &Imports) -> Self {
        let mut marks = Self::default();
        for attribute in attributes {
            marks.add(&attribute.meta, None, imports);
        }
        marks
    }

    fn add(&mut self, meta: &Meta, condition: Option<&str>, imports: &Imports) {
        if meta.path().is_ident("cfg_attr") {
            self.add_conditional(meta, condition, imports);
            return;
        }
        let path = segments(meta.path());
        let path = if meta.path().leading_colon.is_some() {
            path
        } else {
            imports.resolve(path)
        };
        let condition = condition.map(str::to_owned);
        match word(&path) {
            Some(Word::Gate) => self.gates.push(condition),
            Some(Word::Route) if is_route(meta, &path) => self.routes.push(RouteMark {
                text: text_of(meta),
                condition,
            }),
            _ => {}
        }
    }

    /// `cfg_attr(feature = "web", get("/"), requires_user)`
    fn add_conditional(&mut self, meta: &Meta, outer: Option<&str>, imports: &Imports) {
        let Meta::List(list) = meta else { return };
        let parser = Punctuated::<Meta, Token![,]>::parse_terminated;
        let Ok(parts) = parser.parse2(list.tokens.clone()) else {
            return;
        };
        let mut parts = parts.into_iter();
        let Some(predicate) = parts.next() else {
            return;
        };
        let condition = format!("{} {}", outer.unwrap_or_default(), text_of(&predicate));
        for meta in parts {
            self.add(&meta, Some(&condition), imports);
        }
    }

    /// Whether it has a gate, whatever is configured.
    pub(super) fn is_gated(&self) -> bool {
        self.gates.iter().any(Option::is_none)
    }

    /// Whether it has a gate, but only under some condition.
    pub(super) fn is_gated_sometimes(&self) -> bool {
        !self.gates.is_empty()
    }

    /// The first route that stands without a gate.
    pub(super) fn ungated_route(&self) -> Option<&RouteMark> {
        let is_gated = |route: &RouteMark| {
            let mut gates = self.gates.iter();
            gates.any(|gate| gate.is_none() || *gate == route.condition)
        };
        self.routes.iter().find(|route| !is_gated(route))
    }
}

/// `routes` takes no arguments, the others a path first. What other crates call `get` takes none.
fn is_route(meta: &Meta, path: &[String]) -> bool {
    let from_actix = path.first().is_some_and(|it| it.starts_with("actix_web"));
    match meta {
        Meta::Path(_) => path.last().is_some_and(|name| name == "routes"),
        Meta::List(list) => {
            let first = list.tokens.clone().into_iter().next();
            from_actix || matches!(first, Some(proc_macro2::TokenTree::Literal(_)))
        }
        Meta::NameValue(_) => false,
    }
}

/// The attribute as it stands in the file.
fn text_of(meta: &Meta) -> String {
    let written = meta.span().source_text();
    written.unwrap_or_else(|| fallback(meta))
}

fn fallback(meta: &Meta) -> String {
    let tokens = match meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    };
    format!("{}({tokens})", segments(meta.path()).join("::"))
}
