//! The caller's own account.

use actix_web::{get, web};
use guard_runtime::{EnvError, Id, env_ctx, requires_user};
use serde::Serialize;

use crate::app::failure::Failure;

#[derive(Serialize)]
pub(super) struct Profile {
    id: Id,
    name: String,
    groups: Vec<&'static str>,
    roles: Vec<&'static str>,
    companies: Vec<Id>,
    contact_id: Option<Id>,
}

#[requires_user]
#[get("/api/my-profile")]
pub(super) async fn my_profile() -> Result<web::Json<Profile>, Failure> {
    Ok(web::Json(profile()?))
}

/// Nothing is passed along: below a gate the env is at hand.
fn profile() -> Result<Profile, EnvError> {
    let env = env_ctx::get()?;
    Ok(Profile {
        id: env.uid().clone(),
        name: env.user().name().to_owned(),
        groups: env.user().groups().names(),
        roles: env.user().roles().names(),
        companies: env.cids().to_vec(),
        contact_id: env.contact_id().cloned(),
    })
}
