//! The declaration of all permissions of an application.

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use super::{Permission, PermissionSet, ResourceEntry, ScopeEntry, Verb};
use crate::bits::Bits;

/// All scopes, resources and verbs that an application declares: the `SCHEMA` of
/// [`define_scopes!`](crate::define_scopes).
///
/// Every permission is a bit whose position is fixed at compile time, in the order of declaration.
pub struct Scopes {
    module: &'static str,
    entries: &'static [ScopeEntry],
    index: OnceLock<Index>,
}

/// What is found out once.
struct Index {
    resources: HashMap<(&'static str, &'static str), &'static ResourceEntry>,
    global: Bits,
    /// Of each scope of projects and each verb, the permissions that offer it.
    offering: HashMap<(&'static str, u8), Bits>,
}

impl Scopes {
    pub(crate) const fn new(module: &'static str, entries: &'static [ScopeEntry]) -> Self {
        Self {
            module,
            entries,
            index: OnceLock::new(),
        }
    }

    /// The module that holds the declaration.
    #[must_use]
    pub fn module(&self) -> &'static str {
        self.module
    }

    /// All scopes, in the order of declaration.
    #[must_use]
    pub fn entries(&self) -> &'static [ScopeEntry] {
        self.entries
    }

    /// The scope of this name.
    #[must_use]
    pub fn scope(&self, name: &str) -> Option<&'static ScopeEntry> {
        self.entries.iter().find(|scope| scope.name == name)
    }

    /// Whether this very scope is one of them, and not only one of its name.
    pub(super) fn has(&self, scope: &ScopeEntry) -> bool {
        self.entries.iter().any(|it| std::ptr::eq(it, scope))
    }

    /// All permissions, in the order of declaration.
    pub fn permissions(&'static self) -> impl Iterator<Item = Permission> {
        let mut last = self
            .entries
            .iter()
            .rev()
            .filter_map(|it| it.resources.last());
        let end = last.next().map_or(0, |it| it.first + it.verbs.count_ones());
        (0..end).map(move |index| Permission::new(self, index))
    }

    /// The permission of these three names, if the resource offers the verb.
    #[must_use]
    pub fn get(&'static self, scope: &str, resource: &str, verb: Verb) -> Option<Permission> {
        let entry = self.index().resources.get(&(scope, resource))?;
        Some(Permission::new(self, entry.position(verb)?))
    }

    /// Whether there is such a resource, whatever it offers.
    pub(super) fn resource(&self, scope: &str, resource: &str) -> Option<&'static ResourceEntry> {
        self.index().resources.get(&(scope, resource)).copied()
    }

    /// Scope, resource and verb of a permission.
    pub(super) fn locate(
        &self,
        index: u32,
    ) -> Option<(&'static ScopeEntry, &'static ResourceEntry, Verb)> {
        let begins_by_then = |scope: &&ScopeEntry| {
            let first = scope.resources.first();
            first.is_some_and(|resource| resource.first <= index)
        };
        let scope = self.entries.iter().rev().find(begins_by_then)?;
        let position = scope.resources.partition_point(|it| it.first <= index);
        let resource = scope.resources.get(position.checked_sub(1)?)?;
        let rank = index - resource.first;
        let mut verbs = resource.verbs();
        let verb = verbs.nth(usize::try_from(rank).ok()?)?;
        Some((scope, resource, verb))
    }

    /// The permissions that are no project's.
    pub(crate) fn global(&self) -> &Bits {
        &self.index().global
    }

    /// The permissions of one scope of projects.
    pub(crate) fn of_scope(&self, scope: &ScopeEntry) -> Bits {
        let mut bits = Bits::default();
        for verb in Verb::ALL {
            if let Some(offering) = self.index().offering.get(&(scope.name, verb.bit())) {
                bits.union(offering);
            }
        }
        bits
    }

    /// What a scope of projects inherits from these global permissions.
    pub(crate) fn inherited(&'static self, scope: &ScopeEntry, from: &PermissionSet) -> Bits {
        let mut bits = Bits::default();
        for verb in Verb::ALL {
            if scope.inherits_verb(self, verb, from)
                && let Some(offering) = self.index().offering.get(&(scope.name, verb.bit()))
            {
                bits.union(offering);
            }
        }
        bits
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| {
            let mut index = Index {
                resources: HashMap::new(),
                global: Bits::default(),
                offering: HashMap::new(),
            };
            for scope in self.entries {
                for resource in scope.resources {
                    index
                        .resources
                        .insert((scope.name, resource.name), resource);
                    for verb in resource.verbs() {
                        let Some(position) = resource.position(verb) else {
                            continue;
                        };
                        if scope.param.is_none() {
                            index.global.set(position);
                        } else {
                            let offering = index.offering.entry((scope.name, verb.bit()));
                            offering.or_default().set(position);
                        }
                    }
                }
            }
            index
        })
    }
}

impl fmt::Debug for Scopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.entries.iter().map(|scope| scope.name))
            .finish()
    }
}
