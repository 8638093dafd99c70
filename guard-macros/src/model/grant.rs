//! `grant(sales_user, CRU, where salesperson_id == env.uid)`, `restrict(UD, status != "posted")`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};

use super::ops::Ops;
use super::written::Written;
use crate::diagnostics::model::grant as say;
use crate::diagnostics::{Errors, argument};
use crate::names::Sort;
use crate::tokens::split_at_commas;

/// Who may do what.
pub(crate) struct Grant {
    pub(crate) group: Ident,
    pub(crate) ops: Ops,
    pub(crate) rule: Option<Written>,
}

/// What holds for everybody.
pub(crate) struct Restriction {
    pub(crate) ops: Ops,
    pub(crate) rule: Written,
}

impl Grant {
    pub(crate) fn parse(word: &Ident, inner: TokenStream, errors: &mut Errors) -> Option<Self> {
        let items = split_at_commas(inner);
        let mut items = items.iter();
        let Some((group, end)) = items.next() else {
            errors.push(say::empty(word));
            return None;
        };
        let group = self::group(group, *end, errors);
        let ops = match items.next().map(|(item, end)| (item.as_slice(), end)) {
            Some(([TokenTree::Ident(ops)], _)) if ops != "where" => Ops::parse(ops, errors),
            Some((item, end)) => {
                let at = item.first().map_or(*end, TokenTree::span);
                errors.push(say::expected_ops(at, group.as_ref()));
                return None;
            }
            None => {
                errors.push(say::expected_ops(word.span(), group.as_ref()));
                return None;
            }
        };
        let mut is_sound = true;
        let mut rule = None;
        if let Some((item, end)) = items.next() {
            rule = condition(item, *end, errors);
            is_sound = rule.is_some();
        }
        if let Some((item, end)) = items.next() {
            let at = item.first().map_or(*end, TokenTree::span);
            errors.push(say::more(at));
        }
        Some(Self {
            group: group?,
            ops: ops?,
            rule,
        })
        .filter(|_| is_sound)
    }
}

/// A group alone.
pub(crate) fn group(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Ident> {
    match item {
        // That a keyword is no group says who knows the groups.
        [TokenTree::Ident(name)] => Some(name.clone()),
        [
            TokenTree::Ident(first),
            TokenTree::Punct(colon),
            ..,
            TokenTree::Ident(last),
        ] if colon.as_char() == ':' => {
            errors.push(argument::a_path(first.span(), Sort::Group, Some(last)));
            None
        }
        [TokenTree::Literal(literal), ..] => {
            let text = literal.to_string();
            let name = text.trim_matches('"');
            let name = syn::parse_str::<Ident>(name).ok().map(|_| name);
            errors.push(argument::a_literal(literal.span(), Sort::Group, name));
            None
        }
        item => {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_group(at));
            None
        }
    }
}

/// `where salesperson_id == env.uid`
fn condition(item: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Written> {
    match item {
        [TokenTree::Ident(word), rule @ ..] if word == "where" => {
            Written::parse(rule, word.span(), errors)
        }
        item => {
            let at = item.first().map_or(end, TokenTree::span);
            errors.push(say::expected_where(at, item));
            None
        }
    }
}

impl Restriction {
    pub(crate) fn parse(word: &Ident, inner: TokenStream, errors: &mut Errors) -> Option<Self> {
        let items = split_at_commas(inner);
        let (ops, rule) = match items.as_slice() {
            [] => {
                errors.push(say::restricts_nothing(word.span()));
                return None;
            }
            [(rule, end)] => (Some(Ops::all()), (rule, end)),
            [(ops, end), (rule, rule_end), more @ ..] => {
                if let Some((item, end)) = more.first() {
                    errors.push(say::more(item.first().map_or(*end, TokenTree::span)));
                }
                let ops = match ops.as_slice() {
                    [TokenTree::Ident(ops)] => Ops::parse(ops, errors),
                    item => {
                        let at = item.first().map_or(*end, TokenTree::span);
                        errors.push(say::restricts_other(at));
                        None
                    }
                };
                (ops, (rule, rule_end))
            }
        };
        let (rule, end) = rule;
        match rule.as_slice() {
            [TokenTree::Ident(only)] if items.len() == 1 && Ops::is_likely(only) => {
                errors.push(say::restricts_without_rule(only));
                return None;
            }
            [TokenTree::Ident(word), ..] if word == "where" => {
                errors.push(say::restricts_where(word.span()));
                return None;
            }
            _ => {}
        }
        let rule = Written::parse(rule, *end, errors)?;
        Some(Self { ops: ops?, rule })
    }
}
