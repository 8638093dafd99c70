//! What `define_groups!` and `define_roles!` are given.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path};

use super::{Sort, grants};
use crate::diagnostics::{Errors, declaration as say, setting};
use crate::gate::{as_setting, parse_path};
use crate::module::Module;
use crate::tokens::{is_name, split_at_commas, text_at};

/// `pub mod groups { … }`
pub(crate) struct Declaration {
    pub(crate) module: Module,
    pub(crate) entries: Vec<Entry>,
    /// Where the permissions of roles are declared, if that is said.
    pub(crate) scopes: Option<Path>,
}

/// `sales_manager: sales_user + auditor`
pub(crate) struct Entry {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) name: Ident,
    pub(crate) implies: Vec<Ident>,
    /// The permissions of a role, as far as they can be read.
    pub(crate) grants: TokenStream,
}

impl Declaration {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(input: TokenStream, sort: Sort, errors: &mut Errors) -> Self {
        let module = Module::parse(input, sort, errors);
        let mut entries = Vec::new();
        let mut scopes = None;
        for (item, end) in split_at_commas(module.content.clone()) {
            match as_setting(&item, sort) {
                Some((key, equals, value)) if sort == Sort::Role && key == "scopes" => {
                    if scopes.is_some() {
                        errors.push(setting::setting_twice(key));
                    } else {
                        scopes = errors.ok(parse_path(equals, value, Sort::Permission));
                    }
                }
                _ => entries.extend(entry(&item, end, sort, errors)),
            }
        }
        Self {
            module,
            entries,
            scopes,
        }
    }
}

/// One item of the list, as far as it can be read.
fn entry(item: &[TokenTree], end: Span, sort: Sort, errors: &mut Errors) -> Option<Entry> {
    let parser = |input: ParseStream<'_>| {
        let attrs = input.call(Attribute::parse_outer)?;
        Ok((attrs, input.parse::<TokenStream>()?))
    };
    let (attrs, rest) = errors.ok(parser.parse2(item.iter().cloned().collect()))?;
    let rest = rest.into_iter().collect::<Vec<_>>();
    let (name, after) = match rest.as_slice() {
        [TokenTree::Ident(name), after @ ..] if is_name(name) => (name, after),
        [TokenTree::Literal(literal), ..] => {
            let name = syn::parse_str::<Ident>(literal.to_string().trim_matches('"')).ok();
            errors.push(say::quoted(literal.span(), sort, name.as_ref()));
            // It is known what is meant: who implies it makes no mistake.
            return name.map(|name| Entry::new(attrs, name));
        }
        [other, ..] => {
            errors.push(say::expected_declaration(other.span(), sort));
            return None;
        }
        [] => {
            errors.push(say::expected_declaration(end, sort));
            return None;
        }
    };
    let mut entry = Entry::new(attrs, name.clone());
    match after {
        [] => {}
        [TokenTree::Punct(colon), _, ..] if colon.as_char() == ':' && sort == Sort::Role => {
            errors.push(say::roles_imply_nothing(colon.span()));
        }
        [TokenTree::Punct(colon), list @ ..] if colon.as_char() == ':' => {
            entry.implies = implied(list, colon.span(), name, errors);
        }
        [TokenTree::Group(body), after @ ..] if sort == Sort::Role && is_braced(body) => {
            entry.grants = grants::read(body.stream(), errors);
            if let [next, ..] = after {
                let (found, _) = text_at(after, 0);
                errors.push(say::leftover(next.span(), &found, name, sort));
            }
        }
        [after, ..] => {
            let (found, _) = text_at(&rest, 1);
            errors.push(say::leftover(after.span(), &found, name, sort));
        }
    }
    Some(entry)
}

fn is_braced(body: &Group) -> bool {
    body.delimiter() == Delimiter::Brace
}

/// `sales_user + auditor`, behind the colon at `end`.
fn implied(list: &[TokenTree], mut end: Span, name: &Ident, errors: &mut Errors) -> Vec<Ident> {
    let mut implies = Vec::new();
    let mut list = list;
    while let [TokenTree::Ident(implied), rest @ ..] = list
        && is_name(implied)
    {
        implies.push(implied.clone());
        match rest {
            [] => return implies,
            [TokenTree::Punct(plus), rest @ ..] if plus.as_char() == '+' => {
                end = plus.span();
                list = rest;
            }
            [after, ..] => {
                let (found, _) = text_at(list, 1);
                errors.push(say::leftover(after.span(), &found, implied, Sort::Group));
                return implies;
            }
        }
    }
    let at = list.first().map_or(end, TokenTree::span);
    errors.push(say::implies_nothing(at, name));
    implies
}

impl Entry {
    fn new(attrs: Vec<Attribute>, name: Ident) -> Self {
        Self {
            attrs,
            name,
            implies: Vec::new(),
            grants: TokenStream::new(),
        }
    }
}
