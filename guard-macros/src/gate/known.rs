//! The names that a gate may use.

use proc_macro2::Ident;

use crate::diagnostics::{Errors, unknown_name};
use crate::names::Sort;

/// What is known of names while an expression is parsed.
pub(crate) struct Names<'a> {
    pub(super) sort: Sort,
    declared: Option<&'a str>,
}

impl<'a> Names<'a> {
    /// Declared names are separated by blanks; without them, every name is taken.
    pub(crate) fn new(sort: Sort, declared: Option<&'a str>) -> Self {
        Self { sort, declared }
    }

    pub(super) fn check(&self, name: &Ident, errors: &mut Errors) {
        let Some(declared) = self.declared else {
            return;
        };
        let known = || {
            declared
                .split_ascii_whitespace()
                .chain(self.sort.built_in().iter().copied())
        };
        let text = name.to_string();
        let plain = text.strip_prefix("r#").unwrap_or(&text);
        let is_known = known().any(|known| known == text || known == plain);
        if !is_known {
            errors.push(unknown_name(name, self.sort, &known().collect::<Vec<_>>()));
        }
    }
}
