//! Servers that models may be linked to.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::requires_scope;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QueryOrder, Set};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::Shared;
use crate::app::data::git_server;
use crate::app::failure::Failure;

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GitServer {
    name: String,
    url: String,
}

// Everybody who has signed in may know them, so the table has no permission for this.
#[requires_scope]
#[utoipa::path(tag = "git servers", responses((status = 200, body = [git_server::Model])))]
#[get("/api/git-servers")]
pub(crate) async fn list_git_servers(
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<git_server::Model>>, Failure> {
    let servers = git_server::Entity::find().order_by_asc(git_server::Column::Id);
    Ok(web::Json(servers.all(&shared.db).await?))
}

#[requires_scope(admin.git_servers = CREATE)]
#[utoipa::path(tag = "git servers", responses((status = 201, body = git_server::Model)))]
#[post("/api/git-servers")]
pub(crate) async fn add_git_server(
    new: web::Json<GitServer>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    new.check()?;
    let GitServer { name, url } = new.into_inner();
    let server = git_server::ActiveModel {
        name: Set(name),
        url: Set(url),
        ..Default::default()
    };
    Ok(HttpResponse::Created().json(server.insert(&shared.db).await?))
}

#[requires_scope(admin.git_servers = UPDATE)]
#[utoipa::path(tag = "git servers", responses((status = 200, body = git_server::Model)))]
#[patch("/api/git-servers/{id}")]
pub(crate) async fn change_git_server(
    id: web::Path<i64>,
    new: web::Json<GitServer>,
    shared: web::Data<Shared>,
) -> Result<web::Json<git_server::Model>, Failure> {
    new.check()?;
    let server = git_server::Entity::find_by_id(*id).one(&shared.db).await?;
    let mut server = server.ok_or(Failure::NotFound)?.into_active_model();
    let GitServer { name, url } = new.into_inner();
    (server.name, server.url) = (Set(name), Set(url));
    Ok(web::Json(server.update(&shared.db).await?))
}

#[requires_scope(admin.git_servers = DELETE)]
#[utoipa::path(tag = "git servers", responses((status = 204)))]
#[delete("/api/git-servers/{id}")]
pub(crate) async fn remove_git_server(
    id: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let deleted = git_server::Entity::delete_by_id(*id)
        .exec(&shared.db)
        .await?;
    Failure::deleted(deleted.rows_affected)
}

impl GitServer {
    fn check(&self) -> Result<(), Failure> {
        Failure::check_text("name", &self.name, 80)?;
        Failure::check_text("url", &self.url, 300)?;
        if !self.url.starts_with("https://") {
            return Err(Failure::input("`url` begins with `https://`"));
        }
        Ok(())
    }
}
