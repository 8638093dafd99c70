//! Roles: those that are defined at run time, and who has which.

use actix_web::{HttpResponse, delete, get, put, web};
use guard_runtime::sql::SaveRoleError;
use guard_runtime::{Env, RoleDefinition, StoredRole, Verb, requires_scope};
use sea_orm::EntityTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::app::data::user;
use crate::app::failure::Failure;
use crate::app::{Shared, journal};
use crate::scopes::{self, admin::projects};

#[derive(Serialize, ToSchema)]
pub(crate) struct Role {
    name: String,
    title: String,
    description: String,
    /// The scope whose members may have it; a global role has none.
    scope: Option<&'static str>,
    permissions: Vec<String>,
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewRole {
    title: String,
    permissions: Vec<String>,
}

#[requires_scope]
#[utoipa::path(tag = "roles", responses((status = 200, body = [Role])))]
#[get("/api/roles")]
pub(crate) async fn list_roles(shared: web::Data<Shared>) -> web::Json<Vec<Role>> {
    web::Json(shared.catalog.iter().map(|it| Role::of(&it)).collect())
}

/// Defines a role, or defines it anew: nobody gives what they do not have.
#[requires_scope(admin.configuration = UPDATE)]
#[utoipa::path(tag = "roles", responses((status = 200, body = Role)))]
#[put("/api/roles/{name}")]
pub(crate) async fn define_role(
    env: Env,
    name: web::Path<String>,
    new: web::Json<NewRole>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Role>, Failure> {
    let (name, new) = (name.into_inner(), new.into_inner());
    let (permissions, _) = scopes::SCHEMA.set(new.permissions.iter().map(String::as_str));
    for permission in permissions.global().iter() {
        env.require(permission)?;
    }
    // Members have the role already, the caller perhaps among them: so who may do this in all projects.
    for permission in permissions.of_projects().iter() {
        match permission.verb() {
            Verb::Get => env.require(projects::GET)?,
            Verb::Create => env.require(projects::CREATE)?,
            Verb::Update => env.require(projects::UPDATE)?,
            Verb::Delete => env.require(projects::DELETE)?,
        }
    }
    Failure::check_text("title", &new.title, 80)?;
    let role = StoredRole::new(name.as_str(), new.permissions).titled(new.title);
    shared.roles.save(role).await.map_err(|error| match error {
        SaveRoleError::Role(error) => Failure::input(error.to_string()),
        SaveRoleError::Store(error) => error.into(),
        error => Failure::Broken(error.to_string()),
    })?;
    journal::note(&shared.db, &env, None, format!("defined the role `{name}`")).await?;
    let role = shared.catalog.get(&name).ok_or(Failure::NotFound)?;
    Ok(web::Json(Role::of(&role)))
}

/// Deletes a role that was defined at run time, and takes it from everybody.
#[requires_scope(admin.configuration = UPDATE)]
#[utoipa::path(tag = "roles", responses((status = 204)))]
#[delete("/api/roles/{name}")]
pub(crate) async fn delete_role(
    env: Env,
    name: web::Path<String>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let role = shared.catalog.get(&name).ok_or(Failure::NotFound)?;
    if role.role().is_some() {
        return Err(Failure::input("the role is one of the program's own"));
    }
    shared.roles.withdraw(&name).await?;
    shared.roles.delete(&name).await?;
    journal::note(&shared.db, &env, None, format!("deleted the role `{name}`")).await?;
    Ok(HttpResponse::NoContent().finish())
}

#[requires_scope(admin.users = UPDATE)]
#[utoipa::path(tag = "users", responses((status = 204)))]
#[put("/api/users/{id}/roles/{role}")]
pub(crate) async fn give_role(
    env: Env,
    path: web::Path<(i64, String)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (id, role) = path.into_inner();
    let user = user::Entity::find_by_id(id).one(&shared.db).await?;
    user.ok_or(Failure::NotFound)?;
    let definition = shared.catalog.get(&role).ok_or(Failure::NotFound)?;
    if definition.project_scope().is_some() {
        return Err(Failure::input("that is a role of members of projects"));
    }
    for permission in definition.permissions().iter() {
        env.require(permission)?;
    }
    shared.roles.assign(id, &role).await?;
    journal::note(
        &shared.db,
        &env,
        None,
        format!("gave account {id} the role `{role}`"),
    )
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

#[requires_scope(admin.users = UPDATE)]
#[utoipa::path(tag = "users", responses((status = 204)))]
#[delete("/api/users/{id}/roles/{role}")]
pub(crate) async fn take_role(
    env: Env,
    path: web::Path<(i64, String)>,
    shared: web::Data<Shared>,
) -> Result<HttpResponse, Failure> {
    let (id, role) = path.into_inner();
    let had = shared.roles.unassign(id, &role).await?;
    let answer = Failure::deleted(u64::from(had))?;
    journal::note(
        &shared.db,
        &env,
        None,
        format!("took the role `{role}` from account {id}"),
    )
    .await?;
    Ok(answer)
}

impl Role {
    fn of(role: &RoleDefinition) -> Self {
        Self {
            name: role.name().to_owned(),
            title: role.title().to_owned(),
            description: role.description().to_owned(),
            scope: role.project_scope().map(|it| it.name),
            permissions: role.permissions().to_strings(),
        }
    }
}
