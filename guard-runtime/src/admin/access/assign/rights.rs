//! What somebody has, compared with what is asked for.

use super::AssignmentRules;
use crate::User;
use crate::admin::access::implied::holds;
use crate::env::Env;
use crate::gate::registry;
use crate::group::{Group as _, GroupRef, groups};
use crate::role::RoleDefinition;
use crate::scope::PermissionSet;

impl AssignmentRules {
    /// Whether the actor is in the group, or counts as if.
    pub(super) fn has_group(&self, env: &Env, group: GroupRef) -> bool {
        let mine = env.user().groups();
        if holds(mine, group) {
            return true;
        }
        // Who works here is more than a customer or a guest, and cannot be one.
        let external = [groups::core_portal::GROUP, groups::core_public::GROUP];
        if external.contains(&group) && env.user().is_internal() {
            return true;
        }
        let counts = self.counts.iter();
        let mut counts = counts.filter(|(of, _)| holds(mine, *of));
        counts.any(|(_, as_one_of)| holds(&as_one_of.closure(), group))
    }

    /// What the actor lacks of a role: permissions, or the role itself where its permissions do not say
    /// what it opens.
    pub(super) fn lacks_of_role(env: &Env, role: &RoleDefinition) -> Vec<String> {
        let held = env.permissions();
        let mut lacking = role.permissions().difference(held).to_strings();
        // Of two schemas, so that none can be taken from the other.
        if lacking.is_empty() && !role.permissions().is_subset(held) {
            lacking = role.permissions().to_strings();
        }
        let is_mine = role
            .role()
            .is_some_and(|it| env.user().roles().holds(it) == Ok(true));
        // Asked now and not before: a site and the scopes of an application note their gates when they are made.
        let is_named = || role.role().is_some_and(registry::names_role);
        if !is_mine && (role.permissions().is_empty() || is_named()) {
            lacking.push(format!("role:{}", role.name()));
        }
        lacking
    }

    /// What a user has and the actor has not: groups, roles and permissions, within the limits of the
    /// actor's credentials. What cannot be compared counts.
    pub(super) fn excess(&self, env: &Env, user: &User) -> Vec<String> {
        let mut excess = Vec::new();
        for name in user.groups().names() {
            let group = self.vocabulary.groups.get(name);
            // One of another declaration may have the same name.
            let same = group.filter(|it| holds(user.groups(), *it));
            if !same.is_some_and(|it| self.has_group(env, it)) {
                excess.push(format!("group:{name}"));
            }
        }
        let catalog = self.vocabulary.roles.as_ref();
        for name in user.roles().names() {
            let role = catalog.and_then(|it| it.get(name));
            let is_same = |role: &RoleDefinition| {
                let declared = role.role();
                declared.is_some_and(|it| user.roles().holds(it) == Ok(true))
            };
            let same = role.filter(|it| is_same(it));
            if !same.is_some_and(|it| Self::lacks_of_role(env, &it).is_empty()) {
                excess.push(format!("role:{name}"));
            }
        }
        excess.extend(beyond(&user.permissions(), env.permissions()));
        excess.sort();
        excess.dedup();
        excess
    }
}

/// What of the first set is not in the second one.
pub(super) fn beyond(theirs: &PermissionSet, mine: &PermissionSet) -> Vec<String> {
    if theirs.is_subset(mine) {
        return Vec::new();
    }
    let rest = theirs.difference(mine).to_strings();
    // Of two schemas: nothing can be taken away.
    if rest.is_empty() {
        return theirs.to_strings();
    }
    rest
}
