//! A handler function, split at its signature.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::parse::{Parse, ParseStream, Parser, Result};
use syn::{Attribute, Signature, Visibility};

/// A function whose body stays opaque: it costs nothing to parse, and one that is only half typed
/// still expands, so that the editor keeps its completions.
pub(crate) struct Handler {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    pub(crate) body: Group,
}

impl Parse for Handler {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let sig = input.parse()?;
        match (body(input.parse()?), input.is_empty()) {
            (Some(body), true) => Ok(Self {
                attrs,
                vis,
                sig,
                body,
            }),
            _ => Err(input.error("expected a function body")),
        }
    }
}

/// The braces of a body; one that a `macro_rules!` was given stands in invisible brackets.
fn body(token: TokenTree) -> Option<Group> {
    let TokenTree::Group(group) = token else {
        return None;
    };
    match group.delimiter() {
        Delimiter::Brace => Some(group),
        Delimiter::None => {
            let mut inner = group.stream().into_iter();
            match (inner.next(), inner.next()) {
                (Some(token), None) => body(token),
                _ => None,
            }
        }
        _ => None,
    }
}

impl ToTokens for Handler {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.attrs);
        self.vis.to_tokens(tokens);
        self.sig.to_tokens(tokens);
        self.body.to_tokens(tokens);
    }
}

impl Handler {
    /// Puts items before the body's own statements.
    pub(crate) fn prepend(&mut self, items: &TokenStream) {
        let (inner, body) = self.split_body();
        self.replace_body(quote!(#inner #items #body));
    }

    /// Puts a `let` before the body's own statements.
    pub(crate) fn bind(&mut self, statement: &TokenStream) {
        let (inner, body) = self.split_body();
        self.replace_body(if begins_with_item(&body) {
            // Clippy wants items before statements.
            quote!(#inner #statement { #body })
        } else {
            quote!(#inner #statement #body)
        });
    }

    /// Puts the body's statements into a block of their own.
    pub(crate) fn enclose(&mut self) {
        let (inner, body) = self.split_body();
        self.replace_body(quote!(#inner { #body }));
    }

    pub(crate) fn replace_body(&mut self, body: TokenStream) {
        let span = self.body.span();
        self.body = Group::new(Delimiter::Brace, body);
        self.body.set_span(span);
    }

    /// The body's inner attributes, and what follows them.
    fn split_body(&self) -> (TokenStream, TokenStream) {
        let split = |input: ParseStream<'_>| {
            let inner = input.call(Attribute::parse_inner)?;
            Ok((quote!(#(#inner)*), input.parse()?))
        };
        // A body that cannot be split has a broken inner attribute, which rustc reports.
        split
            .parse2(self.body.stream())
            .unwrap_or_else(|_| (TokenStream::new(), self.body.stream()))
    }
}

/// Whether the first statement of a body is an item. A block that begins with an attribute, or with
/// a word that may begin an item as well, counts: the answer only chooses between two ways to write
/// the same.
fn begins_with_item(body: &TokenStream) -> bool {
    const WORDS: [&str; 15] = [
        "async",
        "const",
        "enum",
        "extern",
        "fn",
        "impl",
        "macro_rules",
        "mod",
        "pub",
        "static",
        "struct",
        "trait",
        "type",
        "unsafe",
        "use",
    ];
    match body.clone().into_iter().next() {
        Some(TokenTree::Ident(word)) => WORDS.iter().any(|item| word == item),
        Some(TokenTree::Punct(hash)) => hash.as_char() == '#',
        _ => false,
    }
}

pub(crate) fn first_span(tokens: &impl ToTokens) -> Span {
    tokens
        .to_token_stream()
        .into_iter()
        .next()
        .map_or_else(Span::call_site, |token| token.span())
}

/// The name with a span of ours: a name of the user's that is used a second time must not answer
/// to the editor's renaming of the first.
pub(crate) fn detached(name: &Ident) -> Ident {
    let mut name = name.clone();
    name.set_span(Span::call_site());
    name
}

/// The same of all tokens.
pub(crate) fn detached_all(tokens: TokenStream) -> TokenStream {
    let detach = |token| match token {
        TokenTree::Group(group) => {
            TokenTree::Group(Group::new(group.delimiter(), detached_all(group.stream())))
        }
        mut token => {
            token.set_span(Span::call_site());
            token
        }
    };
    tokens.into_iter().map(detach).collect()
}
