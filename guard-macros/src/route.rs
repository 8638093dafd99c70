//! The route attributes of actix-web on a handler.

use syn::parse::{ParseStream, Result};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprLit, Lit, LitStr, MetaNameValue, ReturnType, Token};

use crate::handler::Handler;

/// A method and a path that a route attribute registers.
pub(crate) struct Route {
    pub(crate) method: String,
    pub(crate) path: LitStr,
}

const METHODS: [&str; 10] = [
    "get", "post", "put", "delete", "head", "connect", "options", "trace", "patch", "query",
];

/// The routes in sight: those of route attributes that stand below ours.
pub(crate) fn routes(handler: &Handler) -> Vec<Route> {
    let attrs = handler.attrs.iter();
    attrs.filter_map(routes_of).flatten().collect()
}

/// Whether the route attributes make a type of the handler's name. Where they fail, they do not.
pub(crate) fn makes_type(handler: &Handler) -> bool {
    let routes = || handler.attrs.iter().filter(|attr| is_route(attr));
    routes().next().is_some()
        && routes().all(|attr| routes_of(attr).is_some_and(|it| !it.is_empty()))
        && !matches!(handler.sig.output, ReturnType::Default)
}

fn is_route(attr: &Attribute) -> bool {
    name_of(attr).is_some_and(|name| name == "route" || METHODS.contains(&name.as_str()))
}

fn name_of(attr: &Attribute) -> Option<String> {
    Some(attr.path().segments.last()?.ident.to_string())
}

/// What one route attribute registers, or nothing if it is none or says what actix-web refuses.
fn routes_of(attr: &Attribute) -> Option<Vec<Route>> {
    if !is_route(attr) {
        return None;
    }
    let name = name_of(attr)?;
    let (path, settings) = attr.parse_args_with(arguments).ok()?;
    let mut methods = METHODS
        .contains(&name.as_str())
        .then(|| name.to_uppercase())
        .into_iter()
        .collect::<Vec<_>>();
    for (key, value) in settings {
        match key.as_str() {
            "method" if name == "route" => methods.push(value),
            "name" | "guard" | "wrap" => {}
            _ => return None,
        }
    }
    let route = |method| Route {
        method,
        path: path.clone(),
    };
    Some(methods.into_iter().map(route).collect())
}

/// `"/path", method = "GET", guard = "…"`
fn arguments(input: ParseStream<'_>) -> Result<(LitStr, Vec<(String, String)>)> {
    let path = input.parse::<LitStr>()?;
    if input.is_empty() {
        return Ok((path, Vec::new()));
    }
    input.parse::<Token![,]>()?;
    let settings = Punctuated::<MetaNameValue, Token![,]>::parse_terminated(input)?;
    let settings = settings.into_iter().map(|setting| match setting.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(value),
            ..
        }) => Ok((setting.path.require_ident()?.to_string(), value.value())),
        _ => Err(input.error("expected a string")),
    });
    Ok((path, settings.collect::<Result<_>>()?))
}
