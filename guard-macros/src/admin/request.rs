//! What stands in the parentheses of an attribute: options, each once.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::parse::Parser;
use syn::{LitInt, LitStr, Path};

use super::Kind;
use super::kind::is_list;
use crate::diagnostics::Errors;
use crate::diagnostics::admin::{option as say, value as say_value};
use crate::tokens::{flatten, split_at_commas, text_at};

/// The options of one attribute, as they are written.
pub(crate) struct Request {
    pub(crate) kind: Kind,
    options: Vec<Given>,
    /// Options that were likely meant where there is an unknown one.
    meant: Vec<&'static str>,
}

/// One option.
struct Given {
    word: Ident,
    content: Content,
}

enum Content {
    /// What stands behind the `=`, and where that is.
    Value(TokenStream, Span),
    /// What stands in the parentheses.
    List(Group),
    /// That is reported.
    Mistaken,
}

impl Request {
    /// What can be read of it; every mistake is noted.
    pub(crate) fn parse(kind: Kind, args: TokenStream, errors: &mut Errors) -> Self {
        let mut request = Self {
            kind,
            options: Vec::new(),
            meant: Vec::new(),
        };
        for (item, end) in split_at_commas(flatten(args)) {
            let Some(TokenTree::Ident(word)) = item.first() else {
                let at = item.first().map_or(end, TokenTree::span);
                errors.push(say::expected_option(at, kind));
                continue;
            };
            if !kind.options().iter().any(|it| word == it) {
                request.meant.extend(say::meant(word, kind));
                errors.push(say::unknown(word, kind));
            } else if request.find(&word.to_string()).is_some() {
                errors.push(say::twice(word));
            } else {
                let (word, content) = (word.clone(), content(word, &item, end, errors));
                request.options.push(Given { word, content });
            }
        }
        request
    }

    fn find(&self, word: &str) -> Option<&Given> {
        self.options.iter().find(|it| it.word == word)
    }

    /// Where the option stands, if it does.
    pub(crate) fn place(&self, word: &str) -> Option<Span> {
        self.find(word).map(|it| it.word.span())
    }

    /// Notes what it needs and does not have.
    pub(crate) fn check_needs(&self, errors: &mut Errors) {
        for word in self.kind.needs() {
            if self.find(word).is_none() && !self.meant.contains(word) {
                errors.push(say::missing(word, self.kind));
            }
        }
    }

    fn value(&self, word: &str) -> Option<(TokenStream, Span)> {
        match &self.find(word)?.content {
            Content::Value(tokens, at) => Some((tokens.clone(), *at)),
            _ => None,
        }
    }

    /// What stands in the parentheses of the option.
    pub(crate) fn list(&self, word: &str) -> Option<&Group> {
        match &self.find(word)?.content {
            Content::List(group) => Some(group),
            _ => None,
        }
    }

    /// `title = "Invoices"`
    pub(crate) fn text(&self, word: &str, errors: &mut Errors) -> Option<LitStr> {
        let (tokens, at) = self.value(word)?;
        let text = syn::parse2::<LitStr>(tokens).ok();
        let text = text.filter(|it| !it.value().trim().is_empty());
        if text.is_none() {
            errors.push(say_value::expected_text(at, word));
        }
        text
    }

    /// `under = crate::Office`
    pub(crate) fn path(&self, word: &str, errors: &mut Errors) -> Option<Path> {
        let (tokens, at) = self.value(word)?;
        let path = Path::parse_mod_style.parse2(tokens).ok();
        if path.is_none() {
            errors.push(say_value::expected_path(at, word));
        }
        path
    }

    /// `order = 10`
    pub(crate) fn number(&self, word: &str, errors: &mut Errors) -> Option<i32> {
        let (tokens, at) = self.value(word)?;
        let number = syn::parse2::<LitInt>(tokens);
        let number = number.and_then(|it| it.base10_parse()).ok();
        if number.is_none() {
            errors.push(say_value::expected_number(at, word));
        }
        number
    }

    /// `target = chosen`
    pub(crate) fn word(&self, word: &str, errors: &mut Errors) -> Option<Ident> {
        let (tokens, at) = self.value(word)?;
        let name = syn::parse2::<Ident>(tokens).ok();
        if name.is_none() {
            errors.push(say_value::expected_word(at, word));
        }
        name
    }
}

fn content(word: &Ident, item: &[TokenTree], end: Span, errors: &mut Errors) -> Content {
    let is_list = is_list(&word.to_string());
    match item {
        [_, TokenTree::Punct(equals), value @ ..] if equals.as_char() == '=' && !is_list => {
            let at = value.first().map_or(end, TokenTree::span);
            Content::Value(value.iter().cloned().collect(), at)
        }
        [_, TokenTree::Group(group), after @ ..]
            if group.delimiter() == Delimiter::Parenthesis && is_list =>
        {
            if let Some(token) = after.first() {
                let (found, _) = text_at(item, 2);
                errors.push(say::leftover(token.span(), &found, word));
            }
            Content::List(group.clone())
        }
        _ => {
            errors.push(say::misused(word, is_list));
            Content::Mistaken
        }
    }
}
