//! `salesperson_id == env.uid`, before it is known what it means.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::Expr;

use crate::diagnostics::Errors;
use crate::diagnostics::model::rule as say;
use crate::tokens::is_punct;

/// A rule as it is written.
pub(crate) struct Written {
    pub(crate) expr: Expr,
    /// Two rules of the same text are the same rule.
    pub(crate) text: String,
    /// What it asks of the env, also where it makes no sense.
    pub(crate) env: Vec<Ident>,
}

impl Written {
    pub(crate) fn parse(tokens: &[TokenTree], end: Span, errors: &mut Errors) -> Option<Self> {
        let stream = tokens.iter().cloned().collect::<TokenStream>();
        if tokens.is_empty() {
            errors.push(say::expected(end));
            return None;
        }
        if let Some(hash) = hash(stream.clone()) {
            errors.push(say::attribute(hash));
            return None;
        }
        let (text, env) = (text(stream.clone()), env_names(stream.clone()));
        match syn::parse2(stream) {
            Ok(expr) => Some(Self { expr, text, env }),
            Err(error) => {
                errors.push(say::unreadable(tokens, &error));
                None
            }
        }
    }
}

/// The same however it is spaced.
fn text(tokens: TokenStream) -> String {
    let words = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => format!("{:?}{{{}}} ", group.delimiter(), text(group.stream())),
        token => format!("{token} "),
    });
    words.collect()
}

/// Where an attribute begins: it would be passed over.
fn hash(tokens: TokenStream) -> Option<Span> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => hash(group.stream()),
        token => is_punct(Some(&token), '#').then(|| token.span()),
    })
}

/// The names after `env.`, wherever they stand.
fn env_names(tokens: TokenStream) -> Vec<Ident> {
    let mut names = Vec::new();
    let mut before = [None, None];
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            names.extend(env_names(group.stream()));
        }
        if let ([Some(TokenTree::Ident(env)), dot], TokenTree::Ident(name)) = (&before, &token)
            && env == "env"
            && is_punct(dot.as_ref(), '.')
        {
            names.push(name.clone());
        }
        let [_, last] = before;
        before = [last, Some(token)];
    }
    names
}
