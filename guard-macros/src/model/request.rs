//! What stands in the parentheses of `#[model_access(…)]`.

use proc_macro2::{Delimiter, Ident, Punct, Span, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{LitStr, Path, parse_quote};

use super::field_rule::{FieldRule, Way};
use super::grant::{Grant, Restriction};
use super::relation::Relation;
use crate::diagnostics::Errors;
use crate::diagnostics::model::request as say;
use crate::tokens::{split_at_commas, text_at};

/// What is declared, as it is written.
pub(crate) struct Request {
    pub(crate) table: Option<LitStr>,
    /// Whether it was to be named, if only with a mistake.
    pub(crate) tries_table: bool,
    /// Where the groups are declared.
    pub(crate) groups: Place,
    /// Where the attributes of the env are.
    pub(crate) env: Place,
    pub(crate) nobody: Option<Span>,
    pub(crate) grants: Vec<Grant>,
    pub(crate) restrictions: Vec<Restriction>,
    pub(crate) fields: Vec<FieldRule>,
    pub(crate) relations: Vec<Relation>,
    /// Whether a relation could not be read, so that it is not known which there are.
    pub(crate) misses_relations: bool,
    /// Whether something was to be granted, if only with a mistake.
    pub(crate) tries_to_grant: bool,
}

/// The module of a declaration.
pub(crate) struct Place {
    pub(crate) path: Path,
    /// Whether that is what the user means, so that it may be asked.
    pub(crate) is_known: bool,
    is_set: bool,
}

impl Place {
    fn new(path: Path) -> Self {
        Self {
            path,
            is_known: true,
            is_set: false,
        }
    }

    fn set(&mut self, key: &Ident, equals: &Punct, value: &[TokenTree], errors: &mut Errors) {
        if std::mem::replace(&mut self.is_set, true) {
            errors.push(say::setting_twice(key));
            return;
        }
        let tokens = value.iter().cloned().collect::<TokenStream>();
        if let Ok(path) = Path::parse_mod_style.parse2(tokens) {
            self.path = path;
        } else {
            self.is_known = false;
            let at = value.first().map_or(equals.span(), TokenTree::span);
            errors.push(say::expected_path(at, key));
        }
    }
}

impl Request {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(args: TokenStream, errors: &mut Errors) -> Self {
        let mut request = Self {
            table: None,
            tries_table: false,
            groups: Place::new(parse_quote!(crate::groups)),
            env: Place::new(parse_quote!(crate::attributes)),
            nobody: None,
            grants: Vec::new(),
            restrictions: Vec::new(),
            fields: Vec::new(),
            relations: Vec::new(),
            misses_relations: false,
            tries_to_grant: false,
        };
        for (item, end) in split_at_commas(args) {
            request.add(&item, end, errors);
        }
        request
    }

    fn add(&mut self, item: &[TokenTree], end: Span, errors: &mut Errors) {
        match item {
            [TokenTree::Ident(word)] if word == "nobody" => {
                if self.nobody.replace(word.span()).is_some() {
                    errors.push(say::setting_twice(word));
                }
            }
            [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
                if equals.as_char() == '=' =>
            {
                self.set(key, equals, value, errors);
            }
            [TokenTree::Ident(word), TokenTree::Group(group), after @ ..]
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                self.add_list(word, group.stream(), errors);
                if let Some(token) = after.first() {
                    let (found, _) = text_at(item, 2);
                    errors.push(say::leftover(token.span(), &found, word));
                }
            }
            [TokenTree::Ident(word), ..] => self.note_unknown(word, errors),
            item => {
                let at = item.first().map_or(end, TokenTree::span);
                errors.push(say::expected_item(at));
            }
        }
    }

    fn set(&mut self, key: &Ident, equals: &Punct, value: &[TokenTree], errors: &mut Errors) {
        match key.to_string().as_str() {
            "groups" => self.groups.set(key, equals, value, errors),
            "env" => self.env.set(key, equals, value, errors),
            "table" if self.tries_table => errors.push(say::setting_twice(key)),
            "table" => {
                self.tries_table = true;
                let tokens = value.iter().cloned().collect::<TokenStream>();
                let at = value.first().map_or(equals.span(), TokenTree::span);
                let text = syn::parse2::<LitStr>(tokens).ok();
                let is_sound = |it: &LitStr| !it.value().is_empty() && it.suffix().is_empty();
                self.table = text.filter(is_sound);
                if self.table.is_none() {
                    errors.push(say::expected_table(at));
                }
            }
            _ => errors.push(say::unknown_setting(key)),
        }
    }

    fn add_list(&mut self, word: &Ident, inner: TokenStream, errors: &mut Errors) {
        match word.to_string().as_str() {
            "grant" => {
                self.tries_to_grant = true;
                self.grants.extend(Grant::parse(word, inner, errors));
            }
            "restrict" => {
                let restriction = Restriction::parse(word, inner, errors);
                self.restrictions.extend(restriction);
            }
            "related" => {
                let relation = Relation::parse(word, inner, errors);
                self.misses_relations |= relation.is_none();
                self.relations.extend(relation);
            }
            "read" => self.add_fields(Way::Read, word, inner, errors),
            "write" => self.add_fields(Way::Write, word, inner, errors),
            "filled" => self.add_fields(Way::Filled, word, inner, errors),
            _ => self.note_unknown(word, errors),
        }
    }

    /// It may be meant as a grant.
    fn note_unknown(&mut self, word: &Ident, errors: &mut Errors) {
        self.tries_to_grant = true;
        errors.push(say::unknown_item(word));
    }

    fn add_fields(&mut self, way: Way, word: &Ident, inner: TokenStream, errors: &mut Errors) {
        let rule = FieldRule::parse(way, word, inner, errors);
        self.fields.extend(rule);
    }
}
