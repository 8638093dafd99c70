//! Tokens put together from their rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::parts::{PERMISSION, PROJECT, PROJECT_PERMISSION, Part, Row};
use crate::Id;
use crate::sql::entity::token;
use crate::tokens::{StoredToken, TokenProject};

/// The tokens, oldest first.
pub(super) fn tokens(rows: Vec<Row>) -> Vec<StoredToken> {
    let mut tokens = Vec::new();
    let mut parts = HashMap::<String, Vec<Part>>::new();
    for row in rows {
        match row {
            Row::Token(token) => tokens.push(token),
            Row::Part(part) => parts.entry(part.id.clone()).or_default().push(part),
        }
    }
    // Not by the database: how it sorts text depends on its settings.
    tokens.sort_by(|one, other| (one.created_at, &one.id).cmp(&(other.created_at, &other.id)));
    let tokens = tokens.into_iter().map(|row| {
        let parts = parts.remove(&row.id).unwrap_or_default();
        token(row, parts)
    });
    tokens.collect()
}

fn token(row: token::Model, parts: Vec<Part>) -> StoredToken {
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
