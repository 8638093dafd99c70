//! A token put together from its rows.

use std::collections::{BTreeMap, BTreeSet};

use super::parts::{PERMISSION, PROJECT, PROJECT_PERMISSION, Part};
use crate::Id;
use crate::sql::entity::token;
use crate::tokens::{StoredToken, TokenProject};

pub(super) fn token(row: token::Model, parts: Vec<Part>) -> StoredToken {
    let mut permissions = BTreeSet::new();
    let mut projects = BTreeMap::<_, BTreeSet<String>>::new();
    let mut used = BTreeSet::new();
    for part in parts {
        let project = (part.scope, Id::from(part.project.as_str()));
        match part.kind {
            PERMISSION => _ = permissions.insert(part.permission),
            PROJECT => _ = projects.entry(project).or_default(),
            PROJECT_PERMISSION => {
                projects.entry(project).or_default().insert(part.permission);
            }
            _ => _ = used.insert(part.permission),
        }
    }
    let projects = projects.into_iter();
    StoredToken {
        id: row.id,
        digest: row.digest,
        owner: Id::from(row.owner.as_str()),
        title: row.title,
        description: row.description,
        created_at: row.created_at,
        expires_at: row.expires_at,
        last_used_at: row.last_used_at,
        revoked_at: row.revoked_at,
        permissions: permissions.into_iter().collect(),
        projects: projects
            .map(|((scope, project), permissions)| TokenProject {
                scope,
                project,
                permissions: permissions.into_iter().collect(),
            })
            .collect(),
        used: used.into_iter().collect(),
    }
}
