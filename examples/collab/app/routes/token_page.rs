//! The pages for personal access tokens: those of the library, with the names of our projects.

use actix_web::ResponseError;
use actix_web::http::StatusCode;
use guard_runtime::routes::Routes;
use guard_runtime::tokens::{AccessTokens, ProjectChoice, ProjectChoices, StoreError, TokenPage};
use guard_runtime::{Answer, Env};
use sea_orm::{DatabaseConnection, EntityTrait, QueryOrder};

use crate::app::PROJECT;
use crate::app::data::project;
use crate::app::permissions::scopes::{self, admin, user};

pub(super) fn register(routes: &mut Routes<'_>, tokens: &AccessTokens, db: &DatabaseConnection) {
    let page = TokenPage::new("/tokens", tokens)
        .own(
            user::tokens::GET,
            user::tokens::CREATE,
            user::tokens::DELETE,
        )
        .all(
            admin::personal_access_tokens::GET,
            admin::personal_access_tokens::DELETE,
        )
        .projects(Projects(db.clone()))
        .home("/", "Collab");
    routes.service(page);
}

struct Projects(DatabaseConnection);

impl ProjectChoices for Projects {
    fn list<'a>(&'a self, env: &'a Env) -> Answer<'a, Result<Vec<ProjectChoice>, StoreError>> {
        Answer::later(async move {
            let Some(scope) = scopes::SCHEMA.scope(PROJECT) else {
                return Ok(Vec::new());
            };
            let projects = project::Entity::find().order_by_asc(project::Column::Name);
            let projects = projects.all(&self.0).await.map_err(StoreError::new)?;
            let mut seen = Vec::new();
            for project in projects {
                // Those that the caller may know of, as any route of a project would say.
                match env.project_scope(scope, project.id).await {
                    Ok(_) => seen.push(ProjectChoice {
                        scope: PROJECT.to_owned(),
                        id: project.id.into(),
                        title: project.name,
                    }),
                    Err(denied) if denied.status_code() == StatusCode::NOT_FOUND => {}
                    Err(denied) => return Err(StoreError::new(denied)),
                }
            }
            Ok(seen)
        })
    }
}
