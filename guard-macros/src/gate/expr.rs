//! The expression in a gate: `sales, any(support, all(audit, finance))`, or the same of permissions.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::Path;

use crate::diagnostics::{Errors, combination};
use crate::names::{EXCLUSIVE, Sort};
use crate::scope::{self, Permissions};
use crate::tokens::is_name;

/// A combination of names, or of permissions.
pub(crate) enum Expr {
    Name(Ident),
    /// All of one item, `admin.tools = [GET, UPDATE]`.
    Permissions(Permissions),
    All(Vec<Expr>),
    Any(Vec<Expr>),
}

impl Expr {
    /// What stands in it as plain paths into the module at `path`, in source order.
    pub(crate) fn paths(&self, path: &Path) -> Vec<TokenStream> {
        match self {
            // A keyword is no path, and was reported.
            Self::Name(name) if !is_name(name) => Vec::new(),
            Self::Name(name) => vec![quote!(#path::#name)],
            Self::Permissions(permissions) => permissions.paths(path),
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().flat_map(|part| part.paths(path)).collect()
            }
        }
    }

    /// Whether no declaration has to be asked for it.
    pub(crate) fn is_built_in(&self, sort: Sort) -> bool {
        match self {
            Self::Name(name) => sort.built_in().iter().any(|known| name == known),
            Self::Permissions(_) => false,
            Self::All(parts) | Self::Any(parts) => parts.iter().all(|part| part.is_built_in(sort)),
        }
    }

    /// Notes permissions that are checked per project.
    pub(crate) fn check_global(&self, declared: &str, errors: &mut Errors) {
        match self {
            Self::Name(_) => {}
            Self::Permissions(permissions) => {
                permissions.check_global(scope::Declared(declared), errors);
            }
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.check_global(declared, errors);
                }
            }
        }
    }

    /// Notes names that can never hold at the same time, `all(core_internal, core_portal)`.
    pub(crate) fn check_exclusive(&self, errors: &mut Errors) {
        let (Self::All(parts) | Self::Any(parts)) = self else {
            return;
        };
        if let Self::All(_) = self {
            let find = |wanted: &str| {
                parts.iter().position(|part| match part {
                    Self::Name(name) => name == wanted,
                    _ => false,
                })
            };
            for (one, other) in EXCLUSIVE {
                let last = find(one)
                    .zip(find(other))
                    .map(|(one, other)| one.max(other));
                if let Some(Self::Name(name)) = last.and_then(|last| parts.get(last)) {
                    errors.push(combination::never_both(name.span(), one, other));
                }
            }
        }
        for part in parts {
            part.check_exclusive(errors);
        }
    }
}

/// The gate as a type: `All<(InGroup<groups::sales>, Any<(…)>)>`.
pub(crate) fn gate_type(expr: &Expr, sort: Sort, path: &Path) -> TokenStream {
    match expr {
        Expr::Name(name) => {
            let marker = if sort == Sort::Group {
                quote!(InGroup)
            } else {
                quote!(HasRole)
            };
            quote!(::guard_runtime::__private::#marker<#path::#name>)
        }
        Expr::Permissions(permissions) => {
            let paths = permissions.paths(path).into_iter();
            let mut types = paths
                .map(|path| quote!(::guard_runtime::__private::HasPermission<#path>))
                .collect::<Vec<_>>();
            match (types.pop(), types.is_empty()) {
                (Some(only), true) => only,
                (last, _) => {
                    types.extend(last);
                    combine(false, types)
                }
            }
        }
        Expr::All(parts) | Expr::Any(parts) => match parts.as_slice() {
            [only] => gate_type(only, sort, path),
            parts => {
                let parts = parts.iter().map(|part| gate_type(part, sort, path));
                combine(matches!(expr, Expr::Any(_)), parts.collect())
            }
        },
    }
}

/// Combines types, in tuples of eight at most: the runtime knows no longer ones.
pub(crate) fn combine(any: bool, mut parts: Vec<TokenStream>) -> TokenStream {
    let combinator = if any { quote!(Any) } else { quote!(All) };
    while parts.len() > 8 {
        parts = parts
            .chunks(8)
            .map(|chunk| match chunk {
                [only] => only.clone(),
                chunk => quote!(::guard_runtime::__private::#combinator<(#(#chunk,)*)>),
            })
            .collect();
    }
    quote!(::guard_runtime::__private::#combinator<(#(#parts,)*)>)
}
