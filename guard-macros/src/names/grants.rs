//! The permissions of a role: `administrator { admin.* = *, user.tokens = [GET, CREATE] }`.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::{Path, parse_quote};

use super::declaration::Declaration;
use crate::diagnostics::Errors;
use crate::scope::Permissions;
use crate::tokens::split_at_commas;

/// Leaves the items that could be read; every mistake is noted.
pub(super) fn read(body: TokenStream, errors: &mut Errors) -> TokenStream {
    let mut sound = TokenStream::new();
    let mut above = Vec::new();
    for (item, end) in split_at_commas(body) {
        let mut mistakes = Errors::default();
        let permissions = Permissions::parse(&item, end, true, &mut mistakes);
        if let Some(permissions) = permissions {
            let others = above.iter().collect::<Vec<_>>();
            permissions.note_repeat(&others, false, &mut mistakes);
            above.push(permissions);
        }
        if mistakes.is_empty() {
            sound.extend(quote!(#(#item)* ,));
        }
        errors.append(mistakes);
    }
    sound
}

/// How the module of a declaration comes to that of the scopes.
pub(super) struct Way {
    /// From inside the module.
    pub(super) path: Path,
    /// What has to stand beside it: a path of the user's holds where the user writes it.
    pub(super) import: Option<TokenStream>,
}

impl Way {
    /// Nothing where no role has permissions: there may be no scopes then.
    pub(super) fn of(declaration: &Declaration) -> Option<Self> {
        if declaration.entries.iter().all(|it| it.grants.is_empty()) {
            return None;
        }
        let path = declaration.scopes.clone();
        let path = path.unwrap_or_else(|| parse_quote!(crate::scopes));
        let first = path.segments.first().map(|it| &it.ident);
        if path.leading_colon.is_some() || first.is_some_and(|first| first == "crate") {
            return Some(Self { path, import: None });
        }
        let name = &declaration.module.name;
        let alias: Ident = format_ident!("__guard_scopes_of_{name}", span = Span::call_site());
        Some(Self {
            import: Some(quote! {
                #[doc(hidden)]
                #[allow(unused_imports)]
                use #path as #alias;
            }),
            path: parse_quote!(super::#alias),
        })
    }

    /// The expression that stands for these items.
    pub(super) fn grants(&self, items: &TokenStream) -> TokenStream {
        let path = &self.path;
        quote!(#path! { role { #path } { #items } })
    }
}
