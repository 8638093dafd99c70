//! Many records at once, and custom actions.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use futures_core::future::LocalBoxFuture;
use serde::Deserialize;
use serde_json::json;

use super::body::{self, Members};
use super::{Asked, answered, asked};
use crate::admin::Action;
use crate::admin::state::Served;

type Answer = LocalBoxFuture<'static, HttpResponse>;

/// Which records, and what is to be changed of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Changes {
    keys: Vec<String>,
    changes: Members,
}

/// Which records.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Keys {
    keys: Vec<String>,
}

/// Which records, and what was entered into the form.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    #[serde(default)]
    keys: Vec<String>,
    #[serde(default)]
    form: Members,
}

pub(super) fn update(page: Served, request: HttpRequest, payload: Payload) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Update).await?;
        let Changes { keys, changes } = match body::json(&request, payload).await {
            Ok(changes) => changes,
            Err(answer) => return Ok(answer),
        };
        let Members(entered) = changes;
        let updated = object.update(&env, &page.state.db, &keys, entered).await?;
        Ok(HttpResponse::Ok().json(json!({ "updated": updated })))
    })
}

pub(super) fn delete(page: Served, request: HttpRequest, payload: Payload) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Delete).await?;
        let Keys { keys } = match body::json(&request, payload).await {
            Ok(keys) => keys,
            Err(answer) => return Ok(answer),
        };
        let deleted = object.delete(&env, &page.state.db, &keys).await?;
        Ok(HttpResponse::Ok().json(json!({ "deleted": deleted })))
    })
}

pub(super) fn run(
    page: Served,
    name: &'static str,
    request: HttpRequest,
    payload: Payload,
) -> Answer {
    answered(async move {
        let (_, object, env) = asked::action(&page, name).await?;
        let Run { keys, form } = match body::json(&request, payload).await {
            Ok(run) => run,
            Err(answer) => return Ok(answer),
        };
        let done = object.run(&env, &page.state.db, &keys, form.0).await?;
        Ok(HttpResponse::Ok().json(done))
    })
}
