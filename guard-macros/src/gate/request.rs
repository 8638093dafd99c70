//! One gate as its attribute states it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Attribute, Meta, Path, parse_quote};

use super::arguments::Arguments;
use super::{Expr, Kind, gate_type};
use crate::diagnostics::{Errors, argument as say};
use crate::handler::first_span;
use crate::names::Sort;

/// `requires_group(sales, groups = crate::access::groups)`
pub(crate) struct Request {
    pub(crate) kind: Kind,
    /// Where the attribute's name stands.
    pub(crate) span: Span,
    /// As written.
    args: TokenStream,
    demand: Demand,
}

/// What it demands.
enum Demand {
    /// What its kind says.
    Kind,
    /// Names that are compared with the declaration there, which reports their mistakes.
    Declared { path: Path, expr: Expr },
    /// Names that every application has.
    BuiltIn { sort: Sort, expr: Expr },
    /// Nothing that could be read; that is reported.
    Mistaken,
}

impl Request {
    /// From the arguments of the attribute that the compiler called.
    pub(crate) fn of_call(kind: Kind, args: TokenStream, errors: &mut Errors) -> Self {
        Self::parse(kind, Span::call_site(), args, errors)
    }

    /// From an attribute further down on the same handler.
    pub(crate) fn of_attribute(kind: Kind, attr: &Attribute, errors: &mut Errors) -> Self {
        let span = first_span(attr.path());
        match &attr.meta {
            Meta::Path(_) => Self::parse(kind, span, TokenStream::new(), errors),
            Meta::List(list) => Self::parse(kind, span, list.tokens.clone(), errors),
            Meta::NameValue(value) => {
                errors.push(match kind.sort() {
                    Some(_) => say::not_a_list(value.eq_token.span, kind),
                    None => say::takes_no_arguments(value.eq_token.span, kind),
                });
                Self {
                    kind,
                    span,
                    args: TokenStream::new(),
                    demand: Demand::Mistaken,
                }
            }
        }
    }

    fn parse(kind: Kind, span: Span, args: TokenStream, errors: &mut Errors) -> Self {
        let demand = match (kind.sort(), args.clone().into_iter().next()) {
            (None | Some(Sort::Permission), None) => Demand::Kind,
            (Some(sort), _) => Demand::parse(kind, sort, span, &args, errors),
            (None, Some(token)) => {
                errors.push(say::takes_no_arguments(token.span(), kind));
                Demand::Kind
            }
        };
        Self {
            kind,
            span,
            args,
            demand,
        }
    }

    /// The gate as a type. Names are compared with their declaration by the macro that goes by its
    /// name; one of two such types suffices to report mistakes, the other is quiet.
    pub(crate) fn gate_type(&self, loud: bool) -> TokenStream {
        self.type_in(if loud { "loud" } else { "quiet" })
    }

    /// The same where there is no project: permissions that are checked per project are mistakes as
    /// well.
    pub(crate) fn global_type(&self) -> TokenStream {
        self.type_in("global")
    }

    fn type_in(&self, voice: &str) -> TokenStream {
        match (self.kind, &self.demand) {
            (Kind::NoAuth, _) => quote!(::guard_runtime::__private::NoAuth),
            (Kind::AllowsPublic, _) => quote!(::guard_runtime::__private::Public),
            (Kind::RequiresUser, _) => quote!(::guard_runtime::__private::User),
            (Kind::RequiresInternal, _) => quote!(::guard_runtime::__private::Internal),
            (Kind::RequiresScope, Demand::Kind) => quote!(::guard_runtime::__private::SignedIn),
            (_, Demand::BuiltIn { sort, expr }) => {
                gate_type(expr, *sort, &parse_quote!(::guard_runtime::groups))
            }
            (_, Demand::Declared { path, .. }) => {
                let voice = Ident::new(voice, Span::call_site());
                let args = &self.args;
                quote!(#path! { { #path } { #args } #voice })
            }
            (_, Demand::Kind | Demand::Mistaken) => {
                quote!(::guard_runtime::__private::Unresolved)
            }
        }
    }

    /// As it was written, for the attribute that all gates of a handler become.
    pub(crate) fn tokens(&self) -> TokenStream {
        let kind = Ident::new(&self.kind.to_string(), Span::call_site());
        let args = &self.args;
        quote!(#kind(#args))
    }

    /// The names it demands, where they could be read.
    pub(crate) fn expr(&self) -> Option<&Expr> {
        match &self.demand {
            Demand::Declared { expr, .. } | Demand::BuiltIn { expr, .. } => Some(expr),
            Demand::Kind | Demand::Mistaken => None,
        }
    }

    /// The names as plain paths, which editors follow.
    pub(crate) fn paths(&self) -> Vec<TokenStream> {
        let path = match &self.demand {
            Demand::Declared { path, .. } => path.clone(),
            _ => parse_quote!(::guard_runtime::groups),
        };
        let paths = self.expr().map(|expr| expr.paths(&path));
        paths.unwrap_or_default()
    }

    /// Whether one of the two is superfluous.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.args.to_string() == other.args.to_string()
    }
}

impl Demand {
    fn parse(kind: Kind, sort: Sort, span: Span, args: &TokenStream, errors: &mut Errors) -> Self {
        let arguments = Arguments::parse(args.clone(), sort, None);
        if arguments.is_empty() {
            errors.push(say::names_nothing(span, kind));
            return Self::Mistaken;
        }
        let all_built_in = arguments.expr.is_built_in(sort);
        if arguments.errors.is_empty() || (arguments.path_is_known && !all_built_in) {
            let expr = arguments.expr;
            return if all_built_in {
                Self::BuiltIn { sort, expr }
            } else {
                let path = arguments.path;
                Self::Declared { path, expr }
            };
        }
        errors.append(arguments.errors);
        Self::Mistaken
    }
}
