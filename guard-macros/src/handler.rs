//! A handler function, split at its signature.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote};
use syn::parse::{Parse, ParseStream, Parser, Result};
use syn::{Attribute, FnArg, LitStr, Pat, ReturnType, Safety, Signature, Type, Visibility};

use crate::diagnostics::{self as say, Errors};

/// How many extractors actix-web hands to a function.
const MOST_EXTRACTORS: usize = 16;

/// A function whose body stays opaque: it costs nothing to parse, and one that is only half typed
/// still expands, so that the editor keeps its completions.
pub(crate) struct Handler {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) sig: Signature,
    body: Group,
}

/// One parameter: `web::Path(id): web::Path<u32>`.
pub(crate) struct Extractor {
    pub(crate) attrs: Vec<Attribute>,
    pub(crate) pat: Pat,
    pub(crate) ty: Type,
}

/// A method and a path that a route attribute registers.
pub(crate) struct Route {
    pub(crate) method: String,
    pub(crate) path: LitStr,
}

impl Parse for Handler {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        let sig = input.parse()?;
        let body = input.parse::<Group>()?;
        if body.delimiter() == Delimiter::Brace && input.is_empty() {
            Ok(Self {
                attrs,
                vis,
                sig,
                body,
            })
        } else {
            Err(input.error("expected a function body"))
        }
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
    /// The parameters, or what makes this function no handler.
    pub(crate) fn extractors(&self) -> std::result::Result<Vec<Extractor>, Errors> {
        let mut errors = Errors::default();
        if self.sig.asyncness.is_none() && !returns_future(&self.sig.output) {
            errors.push(say::not_async(self.sig.fn_token.span));
        }
        if let Safety::Unsafe(token) = &self.sig.safety {
            errors.push(say::unsafe_handler(token.span));
        }
        if let Some(variadic) = &self.sig.variadic {
            errors.push(say::variadic(first_span(variadic)));
        }
        let mut extractors = Vec::new();
        for argument in &self.sig.inputs {
            match argument {
                FnArg::Receiver(receiver) => {
                    errors.push(say::has_receiver(receiver.self_token.span));
                }
                FnArg::Typed(typed) => {
                    let conditional = |attr: &&Attribute| {
                        attr.path().is_ident("cfg") || attr.path().is_ident("cfg_attr")
                    };
                    if let Some(attr) = typed.attrs.iter().find(conditional) {
                        errors.push(say::conditional_extractor(first_span(attr)));
                    }
                    if extractors.len() == MOST_EXTRACTORS {
                        errors.push(say::too_many_extractors(
                            first_span(&typed.pat),
                            MOST_EXTRACTORS,
                        ));
                    }
                    extractors.push(Extractor {
                        attrs: typed.attrs.clone(),
                        pat: (*typed.pat).clone(),
                        ty: (*typed.ty).clone(),
                    });
                }
            }
        }
        if errors.is_empty() {
            Ok(extractors)
        } else {
            Err(errors)
        }
    }

    /// The routes in sight: those of route attributes that stand below ours.
    pub(crate) fn routes(&self) -> Vec<Route> {
        self.attrs.iter().flat_map(routes_of).collect()
    }

    /// Puts statements before the body's own.
    pub(crate) fn prepend(&mut self, statements: &TokenStream) {
        let split = |input: ParseStream<'_>| {
            Ok((
                input.call(Attribute::parse_inner)?,
                input.parse::<TokenStream>()?,
            ))
        };
        // A body that cannot be split has a broken inner attribute, which rustc reports.
        let (inner, body) = split
            .parse2(self.body.stream())
            .unwrap_or_else(|_| (Vec::new(), self.body.stream()));
        let span = self.body.span();
        self.body = Group::new(Delimiter::Brace, quote!(#(#inner)* #statements #body));
        self.body.set_span(span);
    }
}

/// Whether an attribute is one of actix-web's route attributes.
pub(crate) fn is_route(attr: &Attribute) -> bool {
    const ROUTES: [&str; 12] = [
        "get", "post", "put", "delete", "head", "connect", "options", "trace", "patch", "query",
        "route", "routes",
    ];
    attr.path()
        .segments
        .last()
        .is_some_and(|segment| ROUTES.iter().any(|route| segment.ident == route))
}

fn routes_of(attr: &Attribute) -> Vec<Route> {
    if !is_route(attr) {
        return Vec::new();
    }
    let split = |input: ParseStream<'_>| {
        let path = input.parse::<LitStr>()?;
        input.parse::<TokenStream>().map(|rest| (path, rest))
    };
    let (Some(name), Ok((path, settings))) = (
        attr.path().segments.last().map(|it| it.ident.to_string()),
        attr.parse_args_with(split),
    ) else {
        return Vec::new();
    };
    let methods = match name.as_str() {
        "route" => methods_in(settings),
        name => vec![name.to_uppercase()],
    };
    methods
        .into_iter()
        .map(|method| Route {
            method,
            path: path.clone(),
        })
        .collect()
}

/// The methods of `method = "GET", method = "HEAD"`.
fn methods_in(settings: TokenStream) -> Vec<String> {
    let tokens = settings.into_iter().collect::<Vec<_>>();
    tokens
        .windows(3)
        .filter_map(|window| match window {
            [TokenTree::Ident(key), TokenTree::Punct(_), value] if key == "method" => {
                syn::parse2::<LitStr>(value.clone().into()).ok()
            }
            _ => None,
        })
        .map(|method| method.value())
        .collect()
}

/// `-> impl Future<…>`, `-> LocalBoxFuture<…>`, `-> Ready<…>`: a handler without `async`.
fn returns_future(output: &ReturnType) -> bool {
    fn mentions(tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Ident(name) => {
                let name = name.to_string();
                name.ends_with("Future") || name == "Ready"
            }
            TokenTree::Group(group) => mentions(group.stream()),
            _ => false,
        })
    }
    mentions(output.to_token_stream())
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
    Ident::new(&name.to_string(), Span::call_site())
}
