//! One gate as its attribute states it.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, Path, parse_quote};

use super::Kind;
use super::expr::{Expr, gate_type, split_at_commas};
use crate::diagnostics::{self as say, Errors};
use crate::handler::first_span;
use crate::names::Sort;

/// `requires_group(sales, groups = crate::access::groups)`
pub(crate) struct Request {
    pub(crate) kind: Kind,
    /// Where the attribute's name stands.
    pub(crate) span: Span,
    pub(crate) names: Option<Named>,
}

/// The names a gate demands, and where they are declared.
pub(crate) struct Named {
    pub(crate) sort: Sort,
    pub(crate) expr: Expr,
    /// The expression as written.
    tokens: TokenStream,
    path: Path,
}

impl Request {
    /// From the arguments of the attribute that the compiler called.
    pub(crate) fn of_call(kind: Kind, args: TokenStream, errors: &mut Errors) -> Self {
        Self::parse(kind, Span::call_site(), args, errors)
    }

    /// From an attribute further down on the same handler.
    pub(crate) fn of_attribute(kind: Kind, attr: &Attribute, errors: &mut Errors) -> Self {
        let span = first_span(attr.path());
        let args = match &attr.meta {
            Meta::Path(_) => TokenStream::new(),
            Meta::List(list) => list.tokens.clone(),
            Meta::NameValue(value) => {
                errors.push(match kind.sort() {
                    Some(_) => say::not_a_list(value.eq_token.span, kind),
                    None => say::takes_no_arguments(value.eq_token.span, kind),
                });
                return Self {
                    kind,
                    span,
                    names: None,
                };
            }
        };
        Self::parse(kind, span, args, errors)
    }

    fn parse(kind: Kind, span: Span, args: TokenStream, errors: &mut Errors) -> Self {
        let names = match kind.sort() {
            Some(sort) => Named::parse(kind, sort, span, args, errors),
            None => {
                if let Some(token) = args.into_iter().next() {
                    errors.push(say::takes_no_arguments(token.span(), kind));
                }
                None
            }
        };
        Self { kind, span, names }
    }

    /// The gate as a type. Names are compared with their declaration by the macro that goes by its
    /// name; one of two such types suffices to report mistakes, the other is quiet.
    pub(crate) fn gate_type(&self, loud: bool) -> TokenStream {
        match self.kind {
            Kind::NoAuth => quote!(::guard_runtime::__private::NoAuth),
            Kind::AllowsPublic => quote!(::guard_runtime::__private::Public),
            Kind::RequiresUser => quote!(::guard_runtime::__private::User),
            Kind::RequiresInternal => quote!(::guard_runtime::__private::Internal),
            Kind::RequiresGroup | Kind::RequiresRole => match &self.names {
                Some(named) => named.gate_type(loud),
                None => quote!(::guard_runtime::__private::Unresolved),
            },
        }
    }

    /// As it was written, for the attribute that all gates of a handler become.
    pub(crate) fn tokens(&self) -> TokenStream {
        let kind = proc_macro2::Ident::new(&self.kind.to_string(), Span::call_site());
        match &self.names {
            None => quote!(#kind),
            Some(Named {
                sort, tokens, path, ..
            }) => {
                let setting = setting(*sort);
                let comma = (!tokens.is_empty()).then(|| quote!(,));
                quote!(#kind(#tokens #comma #setting = #path))
            }
        }
    }
}

fn setting(sort: Sort) -> proc_macro2::Ident {
    quote::format_ident!("{}s", sort.name())
}

impl Named {
    fn parse(
        kind: Kind,
        sort: Sort,
        span: Span,
        args: TokenStream,
        errors: &mut Errors,
    ) -> Option<Self> {
        let mut path = None;
        let mut kept = Vec::new();
        let setting = setting(sort);
        for (item, end) in split_at_commas(args) {
            match item.as_slice() {
                [TokenTree::Ident(key), TokenTree::Punct(equals), value @ ..]
                    if equals.as_char() == '=' =>
                {
                    if *key != setting {
                        errors.push(say::unknown_setting(key, sort));
                    } else if path.is_some() {
                        errors.push(say::setting_twice(key));
                    } else {
                        let value = value.iter().cloned().collect::<TokenStream>();
                        let parsed = syn::parse::Parser::parse2(Path::parse_mod_style, value);
                        path =
                            errors.ok(parsed.map_err(|_| say::expected_path(equals.span(), sort)));
                    }
                }
                _ => kept.push((item, end)),
            }
        }
        let separated = kept.iter().map(|(item, _)| quote!(#(#item)*));
        let tokens = quote!(#(#separated),*);
        if kept.is_empty() {
            if errors.is_empty() {
                errors.push(say::names_nothing(span, kind));
            }
            return None;
        }
        // An empty item between two commas is seen here, not in what is carried on.
        let before = errors.is_empty();
        let expr = Expr::parse_list(trailing_comma(&kept), sort, errors);
        if before && errors.is_empty() && sort == Sort::Group {
            expr.check_exclusive(errors);
        }
        Some(Self {
            sort,
            expr,
            tokens,
            path: path.unwrap_or_else(|| parse_quote!(crate::#setting)),
        })
    }

    /// Names that are all built in need no declaration.
    fn is_built_in(&self) -> bool {
        self.expr
            .names()
            .iter()
            .all(|name| self.sort.built_in().iter().any(|known| *name == known))
    }

    fn gate_type(&self, loud: bool) -> TokenStream {
        let Self {
            sort,
            expr,
            tokens,
            path,
        } = self;
        if self.is_built_in() {
            return gate_type(expr, *sort, &parse_quote!(::guard_runtime::groups));
        }
        let voice = if loud { quote!(loud) } else { quote!(quiet) };
        quote!(#path! { { #path } { #tokens } #voice })
    }

    /// The names as plain paths, which editors follow.
    pub(crate) fn paths(&self) -> Vec<TokenStream> {
        let path = &self.path;
        let names = self.expr.names().into_iter();
        names.map(|name| quote!(#path::#name)).collect()
    }
}

/// The items as a list in which each is followed by its own comma.
fn trailing_comma(items: &[(Vec<TokenTree>, Span)]) -> TokenStream {
    let mut tokens = TokenStream::new();
    for (item, end) in items {
        tokens.extend(item.iter().cloned());
        let mut comma = proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone);
        comma.set_span(*end);
        comma.to_tokens(&mut tokens);
    }
    tokens
}
