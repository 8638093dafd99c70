//! `related(contact: super::contact::Model, contact_id == id)`.

use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use syn::Path;
use syn::parse::Parser;

use crate::diagnostics::Errors;
use crate::diagnostics::model::relation as say;
use crate::tokens::{is_name, is_punct, split_at_commas};

/// How the rows of another model are related to ours.
pub(crate) struct Relation {
    pub(crate) name: Ident,
    /// The other model.
    pub(crate) of: Path,
    /// Whether there may be several rows.
    pub(crate) many: bool,
    pub(crate) ours: Ident,
    pub(crate) theirs: Ident,
}

impl Relation {
    pub(crate) fn parse(word: &Ident, inner: TokenStream, errors: &mut Errors) -> Option<Self> {
        let items = split_at_commas(inner);
        let ((target, _), (condition, _)) = match items.as_slice() {
            [target, condition] => (target, condition),
            [_, _, (more, end), ..] => {
                errors.push(say::more(more.first().map_or(*end, TokenTree::span)));
                return None;
            }
            _ => {
                errors.push(say::expected(word.span()));
                return None;
            }
        };
        let named = named(target, word.span(), errors);
        let joined = joined(condition, word.span(), errors);
        let ((name, of, many), (ours, theirs)) = (named?, joined?);
        Some(Self {
            name,
            of,
            many,
            ours,
            theirs,
        })
    }
}

/// `lines: [super::order_line::Model]`
fn named(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<(Ident, Path, bool)> {
    let (name, after) = match item {
        [TokenTree::Ident(name), TokenTree::Punct(colon), after @ ..]
            if is_name(name) && colon.as_char() == ':' && !is_punct(after.first(), ':') =>
        {
            (name, after)
        }
        item => {
            errors.push(say::expected(item.first().map_or(end, TokenTree::span)));
            return None;
        }
    };
    let (path, many) = match after {
        [TokenTree::Group(group)] if group.delimiter() == Delimiter::Bracket => {
            (group.stream(), true)
        }
        after => (after.iter().cloned().collect(), false),
    };
    let path = Path::parse_mod_style.parse2(path).ok();
    // What is made of it stands outside of the struct's own code.
    let Some(path) = path.filter(|it| !it.is_ident("Self")) else {
        let at = after.first().map_or(name.span(), TokenTree::span);
        errors.push(say::expected_model(at, name));
        return None;
    };
    Some((name.clone(), path, many))
}

/// `contact_id == id`
fn joined(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<(Ident, Ident)> {
    match item {
        [
            TokenTree::Ident(ours),
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            TokenTree::Ident(theirs),
        ] if is_name(ours)
            && is_name(theirs)
            && one.as_char() == '='
            && one.spacing() == Spacing::Joint
            && two.as_char() == '=' =>
        {
            Some((ours.clone(), theirs.clone()))
        }
        item => {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_join(at));
            None
        }
    }
}
