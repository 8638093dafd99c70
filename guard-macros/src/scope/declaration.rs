//! What `define_scopes!` is given.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::Attribute;

use super::read;
use super::verb::bit;
use crate::diagnostics::{Errors, schema as say};

/// `project(project_id) inherits admin.projects { … }`
pub(super) struct Scope {
    pub(super) attrs: Vec<Attribute>,
    pub(super) name: Ident,
    /// The path parameter that says which project.
    pub(super) param: Option<Param>,
    pub(super) inherits: Vec<Inherited>,
    pub(super) resources: Vec<Resource>,
}

/// What stands in the parentheses of a scope of projects.
pub(super) enum Param {
    Named(Ident),
    /// That is reported.
    Mistaken,
}

/// `admin.projects`
pub(super) struct Inherited {
    pub(super) scope: Ident,
    pub(super) resource: Ident,
}

/// `configuration: GET | UPDATE`
pub(super) struct Resource {
    pub(super) attrs: Vec<Attribute>,
    pub(super) name: Ident,
    /// As written.
    pub(super) verbs: Vec<Ident>,
}

impl Scope {
    pub(super) fn is_global(&self) -> bool {
        self.param.is_none()
    }

    /// All scopes of a module. Every mistake is noted.
    pub(super) fn parse_all(content: TokenStream, errors: &mut Errors) -> Vec<Self> {
        let mut scopes = Vec::new();
        let mut head = Vec::new();
        for token in content {
            match token {
                TokenTree::Group(body) if body.delimiter() == Delimiter::Brace => {
                    scopes.extend(read::scope(&head, &body, errors));
                    head.clear();
                }
                TokenTree::Punct(comma)
                    if comma.as_char() == ',' && head.is_empty() && !scopes.is_empty() =>
                {
                    errors.push(say::between_scopes(comma.span()));
                }
                token => head.push(token),
            }
        }
        if let Some(rest) = head.first() {
            let no_body = read::name_of(&head);
            errors.push(say::expected_scope(rest.span(), no_body.as_ref()));
        }
        scopes
    }
}

impl Resource {
    /// A bit for each verb it offers.
    pub(super) fn mask(&self) -> u8 {
        let bits = self.verbs.iter().filter_map(bit);
        bits.fold(0, |mask, bit| mask | bit)
    }
}
