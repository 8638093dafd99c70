//! Projects themselves.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError, delete, get, patch, post, web};
use guard_runtime::{Env, Id, ProjectDirectory, Visibility, requires_scope};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::data::project;
use crate::app::failure::Failure;
use crate::app::{PROJECT, Shared, journal};
use crate::scopes;

#[derive(Serialize, ToSchema)]
pub(crate) struct Project {
    id: i64,
    name: String,
    description: String,
    visibility: Seen,
}

/// Who may know of a project without being a member: who works here, or nobody.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Seen {
    Internal,
    Private,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewProject {
    name: String,
    description: String,
    visibility: Seen,
}

/// The projects that the caller may look at, within the limits of the credentials.
#[requires_scope]
#[utoipa::path(tag = "projects", responses((status = 200, body = [Project])))]
#[get("/api/projects")]
pub(crate) async fn list_projects(
    env: Env,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<Project>>, Failure> {
    let projects = project::Entity::find().order_by_asc(project::Column::Id);
    let mut seen = Vec::new();
    for project in projects.all(&shared.db).await? {
        // Asked of each, so that the list shows what reading one by one would.
        match env.may_in(scopes::project::root::GET, project.id).await {
            Ok(true) => seen.push(shown(project, &env, &shared).await?),
            Ok(false) => {}
            Err(denied) if denied.status_code() == StatusCode::NOT_FOUND => {}
            Err(denied) => return Err(denied.into()),
        }
    }
    Ok(web::Json(seen))
}

/// Who creates a project is its manager.
#[requires_scope(any(user.projects = CREATE, admin.projects = CREATE))]
#[utoipa::path(tag = "projects", responses((status = 201, body = Project)))]
#[post("/api/projects")]
pub(crate) async fn create_project(
    env: Env,
    new: web::Json<NewProject>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    new.check()?;
    let project = project::ActiveModel {
        name: Set(new.name),
        description: Set(new.description),
        ..Default::default()
    };
    let project = project.insert(&shared.db).await?;
    // A project that the guard does not know of is seen by nobody, so this order is the safe one.
    shared
        .projects
        .create(PROJECT, project.id, new.visibility.into())
        .await?;
    shared
        .projects
        .add_member(PROJECT, project.id, env.uid().clone(), "manager")
        .await?;
    journal::note(&shared.db, &env, Some(project.id), "created the project").await?;
    Ok(HttpResponse::Created().json(shown(project, &env, &shared).await?))
}

#[requires_scope(project.root = GET)]
#[utoipa::path(tag = "projects", responses((status = 200, body = Project)))]
#[get("/api/projects/{project_id}")]
pub(crate) async fn read_project(
    env: Env,
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Project>, Failure> {
    let project = project::Entity::find_by_id(*id).one(&shared.db).await?;
    let project = project.ok_or(Failure::NotFound)?;
    Ok(web::Json(shown(project, &env, &shared).await?))
}

#[requires_scope(project.root = UPDATE)]
#[utoipa::path(tag = "projects", responses((status = 200, body = Project)))]
#[patch("/api/projects/{project_id}")]
pub(crate) async fn change_project(
    env: Env,
    id: web::Path<i64>,
    new: web::Json<NewProject>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Project>, Failure> {
    let new = new.into_inner();
    new.check()?;
    let project = project::Entity::find_by_id(*id).one(&shared.db).await?;
    let mut project = project.ok_or(Failure::NotFound)?.into_active_model();
    project.name = Set(new.name);
    project.description = Set(new.description);
    let project = project.update(&shared.db).await?;
    shared
        .projects
        .set_visibility(PROJECT, *id, new.visibility.into())
        .await?;
    journal::note(&shared.db, &env, Some(*id), "changed the project").await?;
    Ok(web::Json(shown(project, &env, &shared).await?))
}

#[requires_scope(project.root = DELETE)]
#[utoipa::path(tag = "projects", responses((status = 204)))]
#[delete("/api/projects/{project_id}")]
pub(crate) async fn delete_project(
    env: Env,
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    shared.projects.delete(PROJECT, *id).await?;
    let deleted = project::Entity::delete_by_id(*id).exec(&shared.db).await?;
    let answer = Failure::deleted(deleted.rows_affected)?;
    journal::note(&shared.db, &env, Some(*id), "deleted the project").await?;
    Ok(answer)
}

async fn shown(project: project::Model, env: &Env, shared: &Shared) -> Result<Project, Failure> {
    let id = Id::from(project.id);
    let found = shared.projects.find(PROJECT, &id, env.user()).get().await;
    let found = found.map_err(|_| Failure::Broken("a project cannot be read".to_owned()))?;
    Ok(Project {
        id: project.id,
        name: project.name,
        description: project.description,
        visibility: match found.map(|it| it.visibility()) {
            Some(Visibility::Internal) => Seen::Internal,
            Some(Visibility::Private) | None => Seen::Private,
        },
    })
}

impl NewProject {
    fn check(&self) -> Result<(), Failure> {
        Failure::check_text("name", &self.name, 80)?;
        Failure::check_text("description", &self.description, 2000)
    }
}

impl From<Seen> for Visibility {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Internal => Self::Internal,
            Seen::Private => Self::Private,
        }
    }
}
