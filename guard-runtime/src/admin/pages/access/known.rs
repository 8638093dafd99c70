//! What can be named in a question, to be offered in forms.

use std::sync::Arc;

use super::Access;
use crate::model::{ModelEntry, models};
use crate::role::{RoleCatalog, RoleDefinition};
use crate::scope::Scopes;

impl Access {
    pub(super) fn permissions(&self) -> Vec<String> {
        let scopes = self.vocabulary.permission_schema().into_iter();
        let all = scopes.flat_map(Scopes::permissions);
        all.map(|it| it.to_string()).collect()
    }

    pub(super) fn groups(&self) -> Vec<&'static str> {
        self.vocabulary
            .groups()
            .entries()
            .map(|it| it.name)
            .collect()
    }

    pub(super) fn role_names(&self) -> Vec<String> {
        let roles = self.vocabulary.role_catalog().into_iter();
        let names = roles.flat_map(|it| {
            it.iter()
                .map(|role| role.name().to_owned())
                .collect::<Vec<_>>()
        });
        names.collect()
    }

    /// The roles that members of projects of a scope may have.
    pub(super) fn member_roles(&self, scope: &str) -> Vec<Arc<RoleDefinition>> {
        let roles = self.vocabulary.role_catalog().into_iter();
        let roles = roles.flat_map(RoleCatalog::iter);
        roles.filter(|it| it.is_for_members(scope)).collect()
    }

    pub(super) fn models() -> Vec<&'static str> {
        let mut names = models()
            .into_iter()
            .map(ModelEntry::name)
            .collect::<Vec<_>>();
        names.sort_unstable();
        // Two of one name cannot be asked about.
        let is_alone = |name: &&str| names.iter().filter(|it| *it == name).count() == 1;
        names.iter().copied().filter(is_alone).collect()
    }
}

/// What can be done with a record.
pub(super) const OPS: [&str; 4] = ["create", "read", "update", "delete"];
