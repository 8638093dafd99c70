//! Where models are kept: everybody in the project sees the address, and who may change it sees more.

use actix_web::{HttpResponse, delete, get, post, web};
use guard_runtime::{Env, requires_scope};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::models;
use crate::app::data::git_link;
use crate::app::failure::Failure;
use crate::app::{Shared, journal};
use crate::scopes;

/// The password is never shown.
#[derive(Serialize, ToSchema)]
pub(crate) struct GitLink {
    id: i64,
    model_id: i64,
    url: String,
    branch: String,
    /// For those who may change the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<String>,
}

/// It holds a password, so it has no `Debug`.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewGitLink {
    model_id: i64,
    url: String,
    branch: String,
    username: String,
    password: String,
}

#[requires_scope(project.git_model_links = GET)]
#[utoipa::path(tag = "git links", responses((status = 200, body = [GitLink])))]
#[get("/api/projects/{project_id}/git-links")]
pub(crate) async fn list_git_links(
    env: Env,
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<GitLink>>, Failure> {
    let links = git_link::Entity::find()
        .filter(git_link::Column::ProjectId.eq(*project))
        .order_by_asc(git_link::Column::Id);
    let links = links.all(&shared.db).await?.into_iter();
    let all = env
        .may_in(scopes::project::git_model_links::UPDATE, *project)
        .await?;
    Ok(web::Json(
        links.map(|link| GitLink::of(link, all)).collect(),
    ))
}

#[requires_scope(project.git_model_links = CREATE)]
#[utoipa::path(tag = "git links", responses((status = 201, body = GitLink)))]
#[post("/api/projects/{project_id}/git-links")]
pub(crate) async fn add_git_link(
    env: Env,
    project: web::Path<i64>,
    new: web::Json<NewGitLink>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let new = new.into_inner();
    for (field, text) in [
        ("url", &new.url),
        ("branch", &new.branch),
        ("username", &new.username),
        ("password", &new.password),
    ] {
        Failure::check_text(field, text, 300)?;
    }
    // Also refuses a model of another project.
    let model = models::find(*project, new.model_id, &shared).await?;
    let link = git_link::ActiveModel {
        project_id: Set(*project),
        model_id: Set(model.id),
        url: Set(new.url),
        branch: Set(new.branch),
        username: Set(new.username),
        password: Set(new.password),
        ..Default::default()
    };
    let link = link.insert(&shared.db).await?;
    journal::note(
        &shared.db,
        &env,
        Some(*project),
        format!("linked model {}", model.id),
    )
    .await?;
    Ok(HttpResponse::Created().json(GitLink::of(link, true)))
}

#[requires_scope(project.git_model_links = DELETE)]
#[utoipa::path(tag = "git links", responses((status = 204)))]
#[delete("/api/projects/{project_id}/git-links/{id}")]
pub(crate) async fn remove_git_link(
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, id) = path.into_inner();
    let deleted = git_link::Entity::delete_many()
        .filter(git_link::Column::Id.eq(id))
        .filter(git_link::Column::ProjectId.eq(project))
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}

impl GitLink {
    fn of(link: git_link::Model, all: bool) -> Self {
        Self {
            id: link.id,
            model_id: link.model_id,
            url: link.url,
            branch: link.branch,
            username: all.then_some(link.username),
        }
    }
}
