//! Members of projects.

use actix_web::{HttpResponse, delete, get, patch, post, web};
use guard_runtime::sql::Added;
use guard_runtime::{Env, Id, requires_scope};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::data::user;
use crate::app::failure::Failure;
use crate::app::{PROJECT, Shared, journal};

#[derive(Serialize, ToSchema)]
pub(crate) struct Member {
    #[schema(value_type = i64)]
    user_id: Id,
    roles: Vec<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewMember {
    user_id: i64,
    role: String,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MemberRole {
    role: String,
}

#[requires_scope(project.project_users = GET)]
#[utoipa::path(tag = "members", responses((status = 200, body = [Member])))]
#[get("/api/projects/{project_id}/users")]
pub(crate) async fn list_members(
    project: web::Path<i64>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Vec<Member>>, Failure> {
    let members = shared
        .projects
        .members(PROJECT, *project)
        .await?
        .into_iter();
    let members = members.map(|it| Member {
        user_id: it.user,
        roles: it.roles,
    });
    Ok(web::Json(members.collect()))
}

#[requires_scope(project.project_users = CREATE)]
#[utoipa::path(tag = "members", responses((status = 201, body = Member), (status = 409)))]
#[post("/api/projects/{project_id}/users")]
pub(crate) async fn add_member(
    env: Env,
    project: web::Path<i64>,
    new: web::Json<NewMember>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let NewMember { user_id, role } = new.into_inner();
    may_give(&env, *project, &role, &shared).await?;
    let user = user::Entity::find_by_id(user_id).one(&shared.db).await?;
    user.ok_or_else(|| Failure::input("there is no such user"))?;
    let user_id = Id::from(user_id);
    if roles_of(&user_id, *project, &shared).await?.is_some() {
        return Err(Failure::conflict("the user is a member already"));
    }
    let added = shared
        .projects
        .add_member(PROJECT, *project, user_id.clone(), &role)
        .await?;
    if added == Added::NoProject {
        return Err(Failure::NotFound);
    }
    journal::note(
        &shared.db,
        &env,
        Some(*project),
        format!("added user {user_id}"),
    )
    .await?;
    let roles = vec![role];
    Ok(HttpResponse::Created().json(Member { user_id, roles }))
}

#[requires_scope(project.project_users = UPDATE)]
#[utoipa::path(tag = "members", responses((status = 200, body = Member)))]
#[patch("/api/projects/{project_id}/users/{user_id}")]
pub(crate) async fn change_member(
    env: Env,
    path: web::Path<(i64, i64)>,
    new: web::Json<MemberRole>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Member>, Failure> {
    let (project, user_id) = path.into_inner();
    let (user_id, role) = (Id::from(user_id), new.into_inner().role);
    may_give(&env, project, &role, &shared).await?;
    let before = roles_of(&user_id, project, &shared).await?;
    let before = before.ok_or(Failure::NotFound)?;
    // The new role first: in between they have both, and never none.
    shared
        .projects
        .add_member(PROJECT, project, user_id.clone(), &role)
        .await?;
    for old in before.iter().filter(|old| **old != role) {
        shared
            .projects
            .remove_role(PROJECT, project, user_id.clone(), old)
            .await?;
    }
    journal::note(
        &shared.db,
        &env,
        Some(project),
        format!("changed user {user_id}"),
    )
    .await?;
    let roles = vec![role];
    Ok(web::Json(Member { user_id, roles }))
}

#[requires_scope(project.project_users = DELETE)]
#[utoipa::path(tag = "members", responses((status = 204)))]
#[delete("/api/projects/{project_id}/users/{user_id}")]
pub(crate) async fn remove_member(
    env: Env,
    path: web::Path<(i64, i64)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (project, user_id) = path.into_inner();
    let removed = shared
        .projects
        .remove_member(PROJECT, project, user_id)
        .await?;
    let answer = Failure::deleted(u64::from(removed))?;
    journal::note(
        &shared.db,
        &env,
        Some(project),
        format!("removed user {user_id}"),
    )
    .await?;
    Ok(answer)
}

/// Nobody gives what they may not do there themselves.
async fn may_give(env: &Env, project: i64, role: &str, shared: &Shared) -> Result<(), Failure> {
    let role = shared.catalog.get(role);
    let role = role.filter(|role| role.project_scope().is_some_and(|it| it.name == PROJECT));
    let role = role.ok_or_else(|| Failure::input("there is no such role of members"))?;
    for permission in role.permissions().iter() {
        env.require_in(permission, project).await?;
    }
    Ok(())
}

async fn roles_of(
    user: &Id,
    project: i64,
    shared: &Shared,
) -> Result<Option<Vec<String>>, Failure> {
    let mut members = shared.projects.members(PROJECT, project).await?.into_iter();
    Ok(members.find(|it| it.user == *user).map(|it| it.roles))
}
