//! One item of a list of permissions: `admin.configuration = [GET, UPDATE]`.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenTree};
use syn::Error;

use super::verb::bit;
use crate::diagnostics::{Errors, argument, permission as say, undeclared, wildcard};
use crate::names::Sort;
use crate::tokens::{is_punct, split_at_commas, text_at};

/// Permissions of one scope, as far as they could be read.
pub(crate) struct Permissions {
    pub(crate) scope: Ident,
    pub(crate) resource: Choice<Ident>,
    pub(crate) verbs: Choice<Vec<Ident>>,
}

/// What is named of what there is.
pub(crate) enum Choice<T> {
    Named(T),
    /// `*`
    Every(Span),
    /// That is reported.
    Mistaken,
}

impl Permissions {
    /// With `wildcards`, `*` stands for all resources or verbs. Every mistake is noted.
    pub(crate) fn parse(
        item: &[TokenTree],
        end: Span,
        wildcards: bool,
        errors: &mut Errors,
    ) -> Option<Self> {
        let scope = match item.first() {
            Some(TokenTree::Ident(scope)) if scope != "_" => scope.clone(),
            first => {
                errors.push(not_a_scope(first, end, wildcards));
                return None;
            }
        };
        let mut permissions = Self {
            scope,
            resource: Choice::Mistaken,
            verbs: Choice::Mistaken,
        };
        let read = permissions.read(item, end, wildcards, errors);
        errors.ok(read);
        Some(permissions)
    }

    fn read(
        &mut self,
        item: &[TokenTree],
        end: Span,
        wildcards: bool,
        errors: &mut Errors,
    ) -> Result<(), Error> {
        let (scope, scope_span) = (self.scope.to_string(), self.scope.span());
        let at = |index: usize| item.get(index).map_or(end, TokenTree::span);
        if !is_punct(item.get(1), '.') {
            return Err(match item.get(1) {
                None => say::scope_alone(&self.scope),
                Some(_) if is_assignment(item, 1) => say::no_resource(scope_span, &scope, item),
                Some(_) => say::unexpected(at(1), &text_at(item, 1).0, &scope, item),
            });
        }
        let of = match item.get(2) {
            Some(TokenTree::Ident(name)) if name != "_" => {
                self.resource = Choice::Named(name.clone());
                format!("{scope}.{name}")
            }
            star if is_punct(star, '*') => {
                if wildcards {
                    self.resource = Choice::Every(at(2));
                } else {
                    errors.push(wildcard::resource(at(2), &scope));
                }
                format!("{scope}.*")
            }
            _ => return Err(say::no_resource(at(2), &scope, item)),
        };
        match item.get(3) {
            None => return Err(say::no_verb(at(2), &of, item)),
            Some(_) if is_assignment(item, 3) => {}
            Some(_) => return Err(say::unexpected(at(3), &text_at(item, 3).0, &of, item)),
        }
        let verbs = match item.get(4) {
            None => return Err(say::no_verb(end, &of, item)),
            Some(TokenTree::Ident(verb)) if verb != "_" => {
                let (next, _) = text_at(item, 5);
                if next == "::" || next == "(…)" {
                    return Err(say::not_a_verb(
                        at(4),
                        &format!("{verb}{next}"),
                        item,
                        wildcards,
                    ));
                }
                if bit(verb).is_none() {
                    errors.push(undeclared::unknown_verb(verb));
                }
                self.verbs = Choice::Named(vec![verb.clone()]);
                verb.to_string()
            }
            Some(TokenTree::Group(list)) if list.delimiter() == Delimiter::Bracket => {
                self.verbs = Choice::Named(verb_list(list, item, wildcards, errors));
                "[…]".to_owned()
            }
            star if is_punct(star, '*') => {
                if wildcards {
                    self.verbs = Choice::Every(at(4));
                } else {
                    errors.push(wildcard::verb(at(4), &of));
                }
                "*".to_owned()
            }
            Some(_) => return Err(say::not_a_verb(at(4), &text_at(item, 4).0, item, wildcards)),
        };
        match item.get(5) {
            Some(_) => {
                let (found, _) = text_at(item, 5);
                Err(say::after_verb(at(5), &found, &verbs, item, wildcards))
            }
            None => Ok(()),
        }
    }
}

/// Whether `=` stands there, and no longer operator.
fn is_assignment(item: &[TokenTree], index: usize) -> bool {
    // `=*` is two tokens that stand close together.
    is_punct(item.get(index), '=') && !["==", "=>"].contains(&text_at(item, index).0.as_str())
}

fn verb_list(list: &Group, item: &[TokenTree], wildcards: bool, errors: &mut Errors) -> Vec<Ident> {
    let mut verbs = Vec::<Ident>::new();
    let items = split_at_commas(list.stream());
    if items.is_empty() {
        errors.push(say::empty_list(list.span(), item));
    }
    for (one, end) in items {
        let verb = match one.first() {
            Some(TokenTree::Ident(verb)) => verb,
            other => {
                let at = other.map_or(end, TokenTree::span);
                errors.push(say::not_a_verb(at, &text_at(&one, 0).0, item, wildcards));
                continue;
            }
        };
        if let Some(after) = one.get(1) {
            let (found, _) = text_at(&one, 1);
            errors.push(say::between_verbs(
                after.span(),
                &found,
                verb,
                item,
                wildcards,
            ));
            continue;
        }
        if bit(verb).is_none() {
            errors.push(undeclared::unknown_verb(verb));
        } else if verbs.contains(verb) {
            errors.push(say::verb_twice(verb));
            continue;
        }
        verbs.push(verb.clone());
    }
    verbs
}

/// What stands where a scope should.
fn not_a_scope(first: Option<&TokenTree>, end: Span, wildcards: bool) -> Error {
    let sort = Sort::Permission;
    match first {
        Some(TokenTree::Literal(literal)) => say::a_literal(literal),
        Some(TokenTree::Group(group)) => argument::a_group_of_tokens(group.span_open(), sort),
        Some(bang) if is_punct(Some(bang), '!') => argument::a_negation(bang.span(), sort),
        Some(star) if is_punct(Some(star), '*') => wildcard::scope(star.span(), wildcards),
        Some(other) => say::expected_permission(other.span()),
        None => say::expected_permission(end),
    }
}
