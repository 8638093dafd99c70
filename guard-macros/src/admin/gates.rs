//! The gates of a part of the tree: those above its struct, and those in its options.

use proc_macro2::{Group, TokenStream};
use quote::quote;
use syn::{Attribute, Meta, parse_quote};

use super::Kind;
use super::request::Request;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::gate as say;
use crate::gate::{self, check_combination, demanded, receipt};
use crate::handler::first_span;
use crate::tokens::split_at_commas;

/// Gates, with what the compiler is to be told of their attributes.
#[derive(Default)]
pub(crate) struct Gates {
    pub(crate) requests: Vec<gate::Request>,
    /// Attributes that were taken off, so that their imports are used.
    pub(crate) receipts: TokenStream,
}

impl Gates {
    /// Takes the gates off a struct.
    pub(crate) fn take(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Self {
        let mut gates = Self::default();
        attrs.retain(|attr| match gate::Kind::of(attr.path()) {
            Some(kind) => {
                let request = gate::Request::of_attribute(kind, attr, errors);
                gates.requests.push(request);
                gates.receipts.extend(receipt(kind, attr.path()));
                false
            }
            None => true,
        });
        gates
    }

    /// Notes what contradicts the others, or the place.
    pub(crate) fn check(&self, request: &Request, errors: &mut Errors) {
        check_combination(&self.requests, 0, errors);
        let is_open = request.kind == Kind::Site || request.place("independent").is_some();
        check_open(&self.requests, 0, is_open, errors);
        if request.kind == Kind::Site && !self.has_base() {
            let outside = |it: &&gate::Request| {
                let groups = demanded(it);
                groups
                    .iter()
                    .any(|it| it == "core_portal" || it == "core_public")
            };
            if let Some(outside) = self.requests.iter().find(outside) {
                errors.push(say::internal_by_default(outside.span));
            }
        }
    }

    /// Whether one of them says who may enter the site at all.
    pub(crate) fn has_base(&self) -> bool {
        self.requests.iter().any(|it| {
            matches!(
                it.kind,
                gate::Kind::AllowsPublic | gate::Kind::RequiresUser | gate::Kind::RequiresInternal
            )
        })
    }

    /// The gates in `crud(…)` and `pages(…)`, which add up with those above.
    pub(crate) fn read(&mut self, list: &Group, errors: &mut Errors) -> Vec<gate::Request> {
        let above = self.requests.len();
        for (item, end) in split_at_commas(list.stream()) {
            let at = item.first().map_or(end, proc_macro2::TokenTree::span);
            let Ok(meta) = syn::parse2::<Meta>(item.into_iter().collect()) else {
                errors.push(say::expected_gate(at));
                continue;
            };
            let Some(kind) = gate::Kind::of(meta.path()) else {
                errors.push(say::unknown_gate(first_span(meta.path()), meta.path()));
                continue;
            };
            let attr = parse_quote!(#[#meta]);
            let request = gate::Request::of_attribute(kind, &attr, errors);
            self.requests.push(request);
        }
        if list.stream().is_empty() {
            errors.push(say::no_gates(list.span_open()));
        }
        check_combination(&self.requests, above, errors);
        check_open(&self.requests, above, false, errors);
        self.requests.split_off(above)
    }
}

/// What lets people in lets nobody in where others are asked as well. Of gates that contradict it more
/// has been said.
fn check_open(requests: &[gate::Request], checked: usize, is_open: bool, errors: &mut Errors) {
    let is_contradicted = requests.iter().any(|it| !it.kind.is_open());
    for request in requests.iter().skip(checked) {
        if request.kind == gate::Kind::NoAuth {
            errors.push(say::no_auth(request.span));
        } else if request.kind == gate::Kind::AllowsPublic && !is_open && !is_contradicted {
            errors.push(say::opens_nothing(request.span));
        }
    }
}

/// Gates as a constant list. What is checked per project has no place in it.
pub(crate) fn list<'a>(
    requests: impl IntoIterator<Item = &'a gate::Request>,
    base: bool,
) -> TokenStream {
    let base = base.then(|| {
        quote!(<::guard_runtime::__private::Internal as ::guard_runtime::Require>::REQUIREMENT,)
    });
    let types = requests.into_iter().map(gate::Request::global_type);
    quote!(&[#base #(<#types as ::guard_runtime::Require>::REQUIREMENT),*])
}

/// What editors read the names in gates from.
pub(crate) fn named<'a>(requests: impl Iterator<Item = &'a gate::Request>) -> Option<TokenStream> {
    let paths = requests.flat_map(gate::Request::paths).collect::<Vec<_>>();
    (!paths.is_empty()).then(|| {
        quote! {
            const _: fn(::guard_runtime::__private::Named<(#(#paths,)*)>) = |_| {};
        }
    })
}
