//! Which project a path names, and what the caller may do there.

use actix_web::HttpRequest;

use super::super::super::Stop;
use super::super::Access;
use super::super::needs::lacks;
use crate::Id;
use crate::admin::access::Sources;
use crate::admin::model::key::{decoded, encoded};
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::env::Env;
use crate::scope::{ProjectScope, ScopeEntry, Visibility};

/// A project, as the caller meets it.
pub(super) struct Place {
    pub(super) scope: &'static ScopeEntry,
    pub(super) id: Id,
    pub(super) visibility: Visibility,
    /// What the caller may do there.
    pub(super) mine: ProjectScope,
}

impl Place {
    /// The one that a request names; 404 if there is none.
    pub(super) async fn find(
        page: &Served,
        request: &HttpRequest,
        env: &Env,
    ) -> Result<Self, Stop> {
        let access = Access::of(page)?;
        let sources = access.sources(page)?;
        access.needs_projects(page)?;
        let schema = access.vocabulary.permission_schema();
        let schema = schema.ok_or_else(|| lacks(page, "Vocabulary::scopes"))?;
        let part = |name| read(request.match_info().get(name).unwrap_or_default());
        let (Some(scope), Some(id)) = (part("scope"), part("project")) else {
            return Err(Denied::not_found().into());
        };
        let scope = schema.scope(&scope).filter(|it| it.param.is_some());
        let scope = scope.ok_or_else(Denied::not_found)?;
        let id = Id::from(&*id);
        let (visibility, mine) = at(&sources, env, scope, &id).await?;
        Ok(Self {
            scope,
            id,
            visibility,
            mine,
        })
    }

    /// What somebody else may do there.
    pub(super) async fn of(&self, sources: &Sources<'_>, env: &Env) -> Result<ProjectScope, Stop> {
        let (_, theirs) = at(sources, env, self.scope, &self.id).await?;
        Ok(theirs)
    }

    pub(super) fn href(&self, page: &Served) -> String {
        href(page, self.scope.name, &self.id)
    }

    /// A role there, as it stands in the log: the id as in a path, so that no project has a name that reads
    /// like two entries.
    pub(super) fn entry(&self, role: &str) -> String {
        let id = written(&self.id.as_text());
        format!("{}/{id}:{role}", self.scope.name)
    }
}

async fn at(
    sources: &Sources<'_>,
    env: &Env,
    scope: &'static ScopeEntry,
    id: &Id,
) -> Result<(Visibility, ProjectScope), Stop> {
    let found = sources.in_project(env, scope, id).await?;
    found.ok_or_else(|| Denied::not_found().into())
}

/// The path of the page of a project.
pub(super) fn href(page: &Served, scope: &str, id: &Id) -> String {
    let (scope, id) = (written(scope), written(&id.as_text()));
    format!("{}/{scope}/{id}", page.href())
}

/// An id may be empty, and a part of a path not. No other one is a tilde alone.
const EMPTY: &str = "~";

fn written(text: &str) -> String {
    if text.is_empty() {
        return EMPTY.to_owned();
    }
    encoded(text)
}

/// Each text has one part of a path, so two of them are two projects.
fn read(part: &str) -> Option<String> {
    if part == EMPTY {
        return Some(String::new());
    }
    let text = decoded(part).filter(|it| !it.is_empty())?;
    (encoded(&text) == part).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn each_id_has_one_path() {
        for (id, path) in [
            ("7", "7"),
            ("", "~"),
            ("..", "~2E~2E"),
            ("a/b%2F", "a~2Fb~252F"),
            ("~", "~7E"),
        ] {
            assert_eq!(written(id), path);
            assert_eq!(read(path).as_deref(), Some(id));
        }
        for path in ["", "..", "a%2Fb", "a b", "~7e", "~37", "~FF", "~00~"] {
            assert_eq!(read(path), None, "{path}");
        }
    }
}
