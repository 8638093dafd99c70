//! Reads the expression in a gate, and notes what it should not say.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use super::Expr;
use super::known::Names;
use super::repeat::note_repeat;
use crate::diagnostics::Errors;
use crate::diagnostics::argument::{self as say, Leftover};
use crate::names::Sort;
use crate::scope::Permissions;
use crate::tokens::{is_punct, name_at, split_at_commas, text_at};

/// How deep combinations nest at most: far below where the compiler stops.
const MOST_DEPTH: usize = 16;

fn parse_items(
    tokens: TokenStream,
    is_any: bool,
    depth: usize,
    names: &Names<'_>,
    errors: &mut Errors,
) -> Vec<Expr> {
    let items = split_at_commas(tokens);
    let mut parts = Vec::new();
    for (item, end) in items {
        let part = parse_item(&item, end, depth, names, errors);
        note_repeat(&parts, part.as_ref(), is_any, names.sort, errors);
        parts.extend(part);
    }
    parts
}

/// One item of a list. Every mistake is noted.
pub(crate) fn parse_item(
    item: &[TokenTree],
    end: Span,
    depth: usize,
    names: &Names<'_>,
    errors: &mut Errors,
) -> Option<Expr> {
    let sort = names.sort;
    if sort == Sort::Permission && !combines(item) {
        let permissions = Permissions::parse(item, end, false, errors)?;
        names.check_permissions(&permissions, errors);
        return Some(Expr::Permissions(permissions));
    }
    let (name, rest) = match item {
        [TokenTree::Ident(name), rest @ ..] if *name != "_" => (name, rest),
        _ => {
            errors.push(not_a_name(item, end, sort));
            return None;
        }
    };
    if name == "not" && !rest.is_empty() {
        errors.push(say::a_negation(name.span(), sort));
        return None;
    }
    let combines = name == "any" || name == "all";
    match rest {
        [] if combines => {
            errors.push(say::empty_combination(name, sort));
            None
        }
        [] => {
            names.check(name, errors);
            Some(Expr::Name(name.clone()))
        }
        [TokenTree::Group(group), after @ ..] if group.delimiter() == Delimiter::Parenthesis => {
            let parsed = combination(name, group, depth, names, errors);
            if let [leftover, ..] = after {
                note_leftover(
                    item,
                    leftover.span(),
                    2,
                    &format!("{name}(…)"),
                    sort,
                    errors,
                );
            }
            parsed
        }
        [TokenTree::Punct(first), TokenTree::Punct(second), ..]
            if first.as_char() == ':' && second.as_char() == ':' =>
        {
            errors.push(say::a_path(name.span(), sort, last_name(item)));
            None
        }
        [leftover, ..] if combines => {
            errors.push(say::not_in_parentheses(leftover.span(), name, sort));
            None
        }
        [leftover, ..] => {
            // `sales-manager` is one name, misspelt.
            if !["-", ".", ":"].contains(&text_at(item, 1).0.as_str()) {
                names.check(name, errors);
            }
            note_leftover(item, leftover.span(), 1, &name.to_string(), sort, errors);
            Some(Expr::Name(name.clone()))
        }
    }
}

/// What stands where a name should.
fn not_a_name(item: &[TokenTree], end: Span, sort: Sort) -> syn::Error {
    match item.first() {
        None => say::expected_name(end, sort),
        Some(TokenTree::Literal(literal)) => {
            let text = literal.to_string();
            let name = text
                .strip_prefix('"')
                .and_then(|text| text.strip_suffix('"'))
                .filter(|name| syn::parse_str::<Ident>(name).is_ok());
            say::a_literal(literal.span(), sort, name)
        }
        Some(TokenTree::Punct(bang)) if bang.as_char() == '!' => say::a_negation(bang.span(), sort),
        Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {
            say::a_path(colon.span(), sort, last_name(item))
        }
        Some(TokenTree::Group(group)) => say::a_group_of_tokens(group.span_open(), sort),
        Some(other) => say::expected_name(other.span(), sort),
    }
}

fn last_name(item: &[TokenTree]) -> Option<&Ident> {
    name_at(item, item.len().checked_sub(1)?)
}

fn note_leftover(
    item: &[TokenTree],
    at: Span,
    index: usize,
    after: &str,
    sort: Sort,
    errors: &mut Errors,
) {
    let (found, length) = text_at(item, index);
    // `sales support` and `sales or support`: the word itself, or the one after it.
    let is_operator = ["or", "and"].contains(&found.as_str());
    let next = match name_at(item, index) {
        // A permission is more than one word.
        _ if sort == Sort::Permission => None,
        Some(name) if !is_operator => Some(name),
        _ => name_at(item, index + length),
    };
    let next = next.map(Ident::to_string);
    let leftover = Leftover {
        at,
        found: &found,
        after,
        next: next.as_deref(),
    };
    errors.push(say::leftover(&leftover, sort));
}

fn combination(
    name: &Ident,
    group: &Group,
    depth: usize,
    names: &Names<'_>,
    errors: &mut Errors,
) -> Option<Expr> {
    if name != "any" && name != "all" {
        errors.push(say::unknown_combination(name));
        return None;
    }
    if group.stream().is_empty() {
        errors.push(say::empty_combination(name, names.sort));
        return None;
    }
    if depth == MOST_DEPTH {
        errors.push(say::too_deep(name, MOST_DEPTH));
        return None;
    }
    let is_any = name == "any";
    let parts = parse_items(group.stream(), is_any, depth + 1, names, errors);
    Some(if is_any {
        Expr::Any(parts)
    } else {
        Expr::All(parts)
    })
}

/// Whether an item of a list of permissions is something else: `any(…)`.
fn combines(item: &[TokenTree]) -> bool {
    match item {
        [TokenTree::Ident(_), TokenTree::Group(group), ..]
            if group.delimiter() == Delimiter::Parenthesis =>
        {
            true
        }
        [TokenTree::Ident(word), next @ ..] => {
            let is_word = ["any", "all", "not"].iter().any(|it| word == it);
            is_word && !is_punct(next.first(), '.')
        }
        _ => false,
    }
}
