//! The text of macros, in which functions are not parsed yet.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{Expr, Meta};

use super::imports::Imports;
use super::path::segments;
use super::seen::At;
use super::vocabulary::{Word, word};

/// What stands in the text of a macro.
#[derive(Default)]
pub(super) struct Found {
    pub(super) routes: Vec<HiddenRoute>,
    /// The arguments of `.to(…)`.
    pub(super) registered: Vec<Expr>,
}

/// A route attribute in a macro, with no gate beside it.
pub(super) struct HiddenRoute {
    /// The attribute.
    pub(super) text: String,
    /// The function below it, if that is to be seen.
    pub(super) handler: Option<String>,
    pub(super) at: At,
}

/// Looks through the text of a macro. A gate counts if it stands in the same row of attributes.
pub(super) fn look(tokens: &TokenStream, file: &str, imports: &Imports) -> Found {
    let mut found = Found::default();
    look_into(tokens, file, imports, &mut found);
    found
}

fn look_into(tokens: &TokenStream, file: &str, imports: &Imports, found: &mut Found) {
    let tokens = tokens.clone().into_iter().collect::<Vec<_>>();
    let mut rest = tokens.as_slice();
    let (mut route, mut gated) = (None, false);
    loop {
        rest = match rest {
            [] => break,
            [TokenTree::Punct(sign), TokenTree::Group(group), after @ ..]
                if sign.as_char() == '#' && group.delimiter() == Delimiter::Bracket =>
            {
                match attribute(group.stream(), imports) {
                    Some(Word::Gate) => gated = true,
                    Some(Word::Route) if route.is_none() => {
                        route = Some(HiddenRoute {
                            text: group.stream().to_string(),
                            handler: None,
                            at: At::new(file, sign.span()),
                        });
                    }
                    _ => {}
                }
                after
            }
            // `$(#[$attributes])*` stands between attributes.
            [TokenTree::Punct(sign), TokenTree::Group(group), after @ ..]
                if sign.as_char() == '$' =>
            {
                look_into(&group.stream(), file, imports, found);
                after
            }
            [TokenTree::Punct(sign), after @ ..] if "*?+".contains(sign.as_char()) => after,
            [
                TokenTree::Punct(dot),
                TokenTree::Ident(name),
                TokenTree::Group(group),
                ..,
            ] if dot.as_char() == '.'
                && name == "to"
                && group.delimiter() == Delimiter::Parenthesis =>
            {
                found.registered.extend(syn::parse2::<Expr>(group.stream()));
                rest.get(2..).unwrap_or_default()
            }
            [token, after @ ..] => {
                if let Some(mut route) = route.take().filter(|_| !gated) {
                    route.handler = function_name(rest);
                    found.routes.push(route);
                }
                gated = false;
                if let TokenTree::Group(group) = token {
                    look_into(&group.stream(), file, imports, found);
                }
                after
            }
        };
    }
}

fn attribute(tokens: TokenStream, imports: &Imports) -> Option<Word> {
    // Of arguments only the parentheses count: in a macro they may be variables.
    let meta = syn::parse2::<Meta>(tokens).ok()?;
    let word = word(&imports.resolve(segments(meta.path())))?;
    match (word, &meta) {
        (Word::Route, Meta::List(_)) | (Word::Gate, _) => Some(word),
        (Word::Route, meta) => meta.path().is_ident("routes").then_some(word),
    }
}

/// `pub async fn name(…)`
fn function_name(tokens: &[TokenTree]) -> Option<String> {
    let upto = tokens.iter().take(6);
    let mut after = upto.skip_while(|token| !matches!(token, TokenTree::Ident(it) if it == "fn"));
    after.next()?;
    match after.next()? {
        TokenTree::Ident(name) => Some(name.to_string()),
        _ => None,
    }
}
