//! The entries of a schema: scopes and their resources.

use super::parse::split;
use super::{PermissionSet, Scopes, Verb};

/// One scope: a named tree of permissions, global or of each project.
#[derive(Debug)]
pub struct ScopeEntry {
    /// The name.
    pub name: &'static str,
    /// The first sentence of its doc comment, or the name.
    pub title: &'static str,
    /// The rest of its doc comment.
    pub description: &'static str,
    /// The path parameter that says which project; `None` for a global scope.
    pub param: Option<&'static str>,
    /// Global resources whose verbs count on every resource of this scope.
    pub(crate) inherits: &'static [(&'static str, &'static str)],
    /// The resources, in the order of declaration.
    pub resources: &'static [ResourceEntry],
}

/// One resource of a scope.
#[derive(Clone, Copy, Debug)]
pub struct ResourceEntry {
    /// The name.
    pub name: &'static str,
    /// The first sentence of its doc comment, or the name.
    pub title: &'static str,
    /// The rest of its doc comment.
    pub description: &'static str,
    /// A bit for each verb it offers.
    pub(crate) verbs: u8,
    /// The position of the permission of its first verb.
    pub(crate) first: u32,
}

impl ScopeEntry {
    pub(crate) const fn new(
        name: &'static str,
        title: &'static str,
        description: &'static str,
        param: Option<&'static str>,
        inherits: &'static [(&'static str, &'static str)],
        resources: &'static [ResourceEntry],
    ) -> Self {
        Self {
            name,
            title,
            description,
            param,
            inherits,
            resources,
        }
    }

    /// The global resources whose verbs count on every resource of this scope, as
    /// (scope, resource).
    #[must_use]
    pub fn inherits(&self) -> &'static [(&'static str, &'static str)] {
        self.inherits
    }

    /// Whether a text is one of its permissions.
    pub(super) fn declares(&self, text: &str) -> bool {
        let Some([scope, resource, verb]) = split(text) else {
            return false;
        };
        let mut resources = self.resources.iter();
        let found = resources.find(|it| it.name == resource);
        let offers =
            |it: &ResourceEntry| Verb::named(verb).is_some_and(|verb| it.verbs & verb.bit() != 0);
        scope == self.name && found.is_some_and(offers)
    }

    /// Whether these global permissions give this verb on every resource that offers it.
    pub(crate) fn inherits_verb(
        &self,
        schema: &'static Scopes,
        verb: Verb,
        from: &PermissionSet,
    ) -> bool {
        self.inherits.iter().any(|(scope, resource)| {
            let permission = schema.get(scope, resource, verb);
            permission.is_some_and(|permission| from.contains(permission))
        })
    }
}

impl ResourceEntry {
    pub(crate) const fn new(
        name: &'static str,
        title: &'static str,
        description: &'static str,
        verbs: u8,
        first: u32,
    ) -> Self {
        Self {
            name,
            title,
            description,
            verbs,
            first,
        }
    }

    /// The verbs it offers, in the order in which they are shown.
    pub fn verbs(&self) -> impl Iterator<Item = Verb> + use<> {
        let offered = self.verbs;
        let verbs = Verb::ALL.into_iter();
        verbs.filter(move |verb| offered & verb.bit() != 0)
    }

    pub(super) fn position(&self, verb: Verb) -> Option<u32> {
        let before = self.verbs & (verb.bit() - 1);
        (self.verbs & verb.bit() != 0).then(|| self.first + before.count_ones())
    }
}
