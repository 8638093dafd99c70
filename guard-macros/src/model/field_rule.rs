//! `read(sales_manager, cost_cents)`, `write(none, number)`, `filled(created_on)`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};

use super::grant;
use crate::diagnostics::Errors;
use crate::diagnostics::model::fields as say;
use crate::tokens::{is_name, split_at_commas};

/// What is said of some fields.
pub(crate) struct FieldRule {
    pub(crate) way: Way,
    /// Nobody, if there is none.
    pub(crate) group: Option<Ident>,
    pub(crate) fields: Vec<Ident>,
}

/// How fields are used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Read,
    Write,
    /// By the application's own code.
    Filled,
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Filled => "filled",
        }
    }
}

impl FieldRule {
    pub(crate) fn parse(
        way: Way,
        word: &Ident,
        inner: TokenStream,
        errors: &mut Errors,
    ) -> Option<Self> {
        let mut items = split_at_commas(inner);
        let first = (way != Way::Filled && !items.is_empty()).then(|| items.remove(0));
        let group = match first.as_ref().map(|(item, end)| (item.as_slice(), end)) {
            None => None,
            Some(([TokenTree::Ident(none)], _)) if none == "none" => None,
            Some((item, end)) => Some(grant::group(item, *end, errors)?),
        };
        if items.is_empty() {
            errors.push(say::names_none(word.span(), way, group.as_ref()));
            return None;
        }
        let fields = items.iter();
        let fields = fields.filter_map(|(item, end)| field(item, *end, errors));
        Some(Self {
            way,
            group,
            fields: fields.collect(),
        })
    }
}

fn field(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Ident> {
    match item {
        [TokenTree::Ident(name)] if is_name(name) => Some(name.clone()),
        item => {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_field(at, item));
            None
        }
    }
}
