//! Permissions that are named twice.

use proc_macro2::Ident;
use syn::ext::IdentExt;

use super::{Choice, Permissions};
use crate::diagnostics::{Errors, permission as say};

impl Permissions {
    /// Notes what is named already; `above` is what stands before it in its list. In a list of
    /// which one suffices, only the same as a whole is a repetition.
    pub(crate) fn note_repeat(&self, above: &[&Self], is_any: bool, errors: &mut Errors) {
        let verbs = self.listed();
        for (position, verb) in verbs.iter().enumerate() {
            let is_repeated = above.iter().any(|other| {
                let theirs = other.listed();
                let is_whole = || {
                    verbs.len() == theirs.len() && verbs.iter().all(|verb| theirs.contains(verb))
                };
                self.has_resource_of(other)
                    && theirs.contains(verb)
                    && (!is_any || (position == 0 && is_whole()))
            });
            if is_repeated {
                errors.push(say::named_twice(verb, &self.scope, self.resource.as_ref()));
            }
        }
    }

    fn has_resource_of(&self, other: &Self) -> bool {
        let resources = self.resource.as_ref().zip(other.resource.as_ref());
        resources.is_some_and(|(one, two)| {
            self.scope.unraw() == other.scope.unraw() && one.unraw() == two.unraw()
        })
    }

    /// The verbs it names.
    pub(crate) fn listed(&self) -> &[Ident] {
        self.verbs.as_ref().map_or(&[], Vec::as_slice)
    }
}

impl<T> Choice<T> {
    pub(crate) fn as_ref(&self) -> Option<&T> {
        match self {
            Self::Named(named) => Some(named),
            Self::Every(_) | Self::Mistaken => None,
        }
    }
}
