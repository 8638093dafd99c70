//! Permissions as paths into the module that declares them.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::Permissions;
use crate::handler::detached;
use crate::tokens::is_name;

impl Permissions {
    /// What it names in the module at `path`, or as much of the way there as could be read: an
    /// editor completes it.
    pub(crate) fn paths(&self, path: &Path) -> Vec<TokenStream> {
        let scope = &self.scope;
        // A keyword is no path, and was reported.
        if !is_name(scope) {
            return Vec::new();
        }
        let Some(resource) = self.resource.as_ref().filter(|it| is_name(it)) else {
            return vec![quote!(#path::#scope)];
        };
        let (mut scope, mut resource) = (scope.clone(), resource.clone());
        let mut paths = Vec::new();
        for verb in self.listed().iter().filter(|verb| is_name(verb)) {
            paths.push(quote!(#path::#scope::#resource::#verb));
            (scope, resource) = (detached(&scope), detached(&resource));
        }
        if paths.is_empty() {
            paths.push(quote!(#path::#scope::#resource));
        }
        paths
    }
}
