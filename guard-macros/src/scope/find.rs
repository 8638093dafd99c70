//! Compares permissions that are named with those declared.

use proc_macro2::{Ident, Span};

use super::declared::{DeclaredResource, DeclaredScope};
use super::verb::{bit, of_mask};
use super::{Choice, Declared, Permissions};
use crate::diagnostics::admin::gate::per_project;
use crate::diagnostics::{Errors, undeclared as say};

impl Permissions {
    /// The positions of all it names. What is not declared is noted.
    pub(crate) fn find(&self, declared: Declared<'_>, errors: &mut Errors) -> Vec<u32> {
        if let Choice::Mistaken = self.resource {
            return Vec::new();
        }
        let Some(scope) = declared.scope(&self.scope) else {
            let known = declared.scopes().map(|it| it.name).collect::<Vec<_>>();
            errors.push(say::unknown_scope(&self.scope, &known));
            return Vec::new();
        };
        match &self.resource {
            Choice::Named(resource) => self.find_in(declared, scope, resource, errors),
            Choice::Every(at) => self.find_in_every(scope, *at, errors),
            Choice::Mistaken => Vec::new(),
        }
    }

    /// Notes that they are checked per project, if they are.
    pub(crate) fn check_global(&self, declared: Declared<'_>, errors: &mut Errors) {
        let scope = declared.scope(&self.scope);
        if let Some(scope) = scope.filter(|it| !it.is_global) {
            errors.push(per_project(&self.scope, scope.name));
        }
    }

    fn find_in(
        &self,
        declared: Declared<'_>,
        scope: DeclaredScope<'_>,
        name: &Ident,
        errors: &mut Errors,
    ) -> Vec<u32> {
        let Some(resource) = scope.resource(name) else {
            let other = declared.scopes().find(|it| it.resource(name).is_some());
            errors.push(if let Some(other) = other {
                say::resource_of_another_scope(scope.name, name, other.name)
            } else {
                let known = scope.resources().map(|it| it.name).collect::<Vec<_>>();
                say::unknown_resource(scope.name, name, &known)
            });
            return Vec::new();
        };
        if let Choice::Every(_) = self.verbs {
            return resource.positions().collect();
        }
        let of = format!("{}.{}", scope.name, resource.name);
        let mut positions = Vec::new();
        for verb in self.listed() {
            match bit(verb).map(|bit| resource.position(bit)) {
                Some(Some(position)) => positions.push(position),
                Some(None) => {
                    let offered = of_mask(resource.verbs).collect::<Vec<_>>();
                    errors.push(say::verb_not_offered(&of, verb, &offered));
                }
                // That it is none was noted where it was read.
                None => {}
            }
        }
        positions
    }

    fn find_in_every(&self, scope: DeclaredScope<'_>, at: Span, errors: &mut Errors) -> Vec<u32> {
        if scope.resources().next().is_none() {
            errors.push(say::no_resources(at, scope.name));
            return Vec::new();
        }
        if let Choice::Every(_) = self.verbs {
            let positions = scope.resources().flat_map(DeclaredResource::positions);
            return positions.collect();
        }
        let mut positions = Vec::new();
        for verb in self.listed() {
            let Some(bit) = bit(verb) else { continue };
            let before = positions.len();
            positions.extend(scope.resources().filter_map(|it| it.position(bit)));
            if positions.len() == before {
                let offered = scope.resources().fold(0, |all, it| all | it.verbs);
                let offered = of_mask(offered).collect::<Vec<_>>();
                errors.push(say::nothing_offers(scope.name, verb, &offered));
            }
        }
        positions
    }
}
