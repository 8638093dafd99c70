//! The names that a gate may use.

use proc_macro2::Ident;

use crate::diagnostics::{Errors, unknown_name};
use crate::names::{Declared, Sort};
use crate::scope::{self, Permissions};
use crate::tokens::is_same;

/// What is known of names while an expression is parsed.
pub(crate) struct Names<'a> {
    pub(super) sort: Sort,
    declared: Option<&'a str>,
}

impl<'a> Names<'a> {
    /// Names stand in the text of [`Declared`] groups or roles, or of permissions; without it,
    /// every name is taken.
    pub(crate) fn new(sort: Sort, declared: Option<&'a str>) -> Self {
        Self { sort, declared }
    }

    pub(super) fn check(&self, name: &Ident, errors: &mut Errors) {
        let Some(declared) = self.declared else {
            return;
        };
        let known = || {
            Declared(declared)
                .names()
                .chain(self.sort.built_in().iter().copied())
        };
        let text = name.to_string();
        if !known().any(|known| is_same(&text, known)) {
            errors.push(unknown_name(name, self.sort, &known().collect::<Vec<_>>()));
        }
    }

    pub(super) fn check_permissions(&self, permissions: &Permissions, errors: &mut Errors) {
        if let Some(declared) = self.declared {
            permissions.find(scope::Declared(declared), errors);
        }
    }
}
