//! A token to be stored.

use guard_runtime::tokens::{StoredToken, TokenProject};

pub(crate) const READ: &str = "admin.configuration:GET";

/// One that may do something in these projects.
pub(crate) fn token(id: &str, owner: i64, projects: &[(&str, i64)]) -> StoredToken {
    let projects = projects.iter().map(|(scope, project)| TokenProject {
        scope: (*scope).to_owned(),
        project: (*project).into(),
        permissions: vec!["project.root:GET".to_owned()],
    });
    StoredToken {
        id: id.to_owned(),
        digest: "d1".to_owned(),
        owner: owner.into(),
        title: String::new(),
        description: String::new(),
        created_at: 0,
        expires_at: i64::MAX,
        last_used_at: None,
        revoked_at: None,
        permissions: vec![READ.to_owned()],
        projects: projects.collect(),
        used: Vec::new(),
    }
}
