//! A role that is in force.

use super::kind::Kind;
use super::{RoleMistake, RoleRef, Roles, StoredRole};
use crate::scope::{PermissionSet, ScopeEntry, Scopes};

/// A role of a [`RoleCatalog`](super::RoleCatalog), with its permissions as bits.
#[derive(Clone, Debug)]
pub struct RoleDefinition {
    name: String,
    title: String,
    description: String,
    permissions: PermissionSet,
    kind: Kind,
    declared: Option<RoleRef>,
}

impl RoleDefinition {
    /// A role as it is declared in code.
    pub(super) fn declared(role: RoleRef) -> Self {
        let stored = StoredRole {
            name: role.name().to_owned(),
            title: String::new(),
            description: role.description().to_owned(),
            permissions: Vec::new(),
        };
        let (definition, mistake) = Self::of(stored, role.permissions(), Some(role));
        if let Some(mistake) = mistake {
            tracing::error!(role = role.name(), %mistake, "a declared role grants nothing");
        }
        definition
    }

    /// The role that a text describes, as far as it does, and what is wrong with it.
    pub(super) fn read(
        stored: StoredRole,
        roles: &'static Roles,
        scopes: &'static Scopes,
    ) -> (Self, Vec<RoleMistake>) {
        let declared = roles.get(&stored.name);
        let mut mistakes = Vec::new();
        if declared.is_none() && !is_name(&stored.name) {
            mistakes.push(RoleMistake::Name(stored.name.clone()));
        }
        let (permissions, wrong) = scopes.set(stored.permissions.iter().map(String::as_str));
        let wrong = wrong.into_iter();
        mistakes.extend(wrong.map(|(text, error)| RoleMistake::Permission(text, error)));
        let (definition, more) = Self::of(stored, permissions, declared);
        mistakes.extend(more);
        (definition, mistakes)
    }

    fn of(
        stored: StoredRole,
        permissions: PermissionSet,
        declared: Option<RoleRef>,
    ) -> (Self, Option<RoleMistake>) {
        let expected = declared.map_or(Kind::Any, |it| Kind::of(&it.permissions()));
        let found = Kind::of(&permissions);
        let (kind, mistake) = match (expected, found) {
            (_, Kind::Nowhere) => (found, Some(RoleMistake::Mixed(Kind::all_of(&permissions)))),
            // What it was declared as contradicts itself, so that is no standard.
            (Kind::Any | Kind::Nowhere, found) => (found, None),
            (expected, Kind::Any) => (expected, None),
            (expected, found) if expected.is(found) => (found, None),
            (expected, found) => {
                let (declared, found) = (expected.to_string(), found.to_string());
                (Kind::Nowhere, Some(RoleMistake::Kind { declared, found }))
            }
        };
        let definition = Self {
            name: stored.name,
            title: stored.title,
            description: stored.description,
            permissions: match kind {
                Kind::Nowhere => PermissionSet::default(),
                _ => permissions,
            },
            kind,
            declared,
        };
        (definition, mistake)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What people call it: the name if nothing else was said.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.title.is_empty() {
            &self.name
        } else {
            &self.title
        }
    }

    /// What it is for.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// What it may do.
    #[must_use]
    pub fn permissions(&self) -> &PermissionSet {
        &self.permissions
    }

    /// The scope in whose projects it counts; `None` if it is global, or may do nothing.
    #[must_use]
    pub fn project_scope(&self) -> Option<&'static ScopeEntry> {
        match self.kind {
            Kind::Of(scope) => Some(scope),
            _ => None,
        }
    }

    /// The role as it is declared in code, if it is: what gates may name.
    #[must_use]
    pub fn role(&self) -> Option<RoleRef> {
        self.declared
    }

    /// The role as text, to be stored: [`RoleCatalog::load`](super::RoleCatalog::load) reads it.
    #[must_use]
    pub fn to_stored(&self) -> StoredRole {
        StoredRole {
            name: self.name.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            permissions: self.permissions.to_strings(),
        }
    }

    /// Whether it may be given to users.
    pub(super) fn is_for_users(&self) -> bool {
        matches!(self.kind, Kind::Any | Kind::Global)
    }

    /// Whether it may be given to members of projects of this scope.
    pub(crate) fn is_for_members(&self, scope: &str) -> bool {
        match self.kind {
            Kind::Any => true,
            Kind::Of(of) => of.name == scope,
            Kind::Global | Kind::Nowhere => false,
        }
    }
}

/// Names stand in logs, addresses and forms.
fn is_name(name: &str) -> bool {
    let mut bytes = name.bytes();
    name.len() <= 64
        && bytes.next().is_some_and(|it| it.is_ascii_alphabetic())
        && bytes.all(|it| it.is_ascii_alphanumeric() || it == b'_' || it == b'-')
}
