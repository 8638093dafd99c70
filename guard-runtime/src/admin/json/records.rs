//! The list, and one record: read, create, update, delete.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::body::{self, Members};
use super::{Asked, answered, key, shown};
use crate::admin::state::Served;
use crate::admin::{Action, ListRequest};

type Answer = futures_core::future::LocalBoxFuture<'static, HttpResponse>;

pub(super) fn list(page: Served, request: HttpRequest) -> Answer {
    answered(async move {
        let asked = Asked::whether(page, Action::List).await?;
        let list = ListRequest::parse(request.query_string())?;
        if list.is_filtered() {
            asked.and(Action::Filter).await?;
        }
        let Asked { page, object, env } = asked;
        let listed = object.list(&env, &page.state.db, &list).await?;
        Ok(HttpResponse::Ok().json(shown::list(object, &list, listed)))
    })
}

pub(super) fn read(page: Served, request: HttpRequest) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Read).await?;
        let record = object.read(&env, &page.state.db, &key(&request)).await?;
        Ok(HttpResponse::Ok().json(shown::record(object, record)))
    })
}

pub(super) fn create(page: Served, request: HttpRequest, payload: Payload) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Create).await?;
        let Members(entered) = match body::json(&request, payload).await {
            Ok(entered) => entered,
            Err(answer) => return Ok(answer),
        };
        let created = object.create(&env, &page.state.db, entered).await?;
        // Who may create may not be one who may read: then it is stored, and that is all that is said.
        let created = created.map(|it| shown::record(object, it));
        Ok(HttpResponse::Created().json(json!({ "record": created })))
    })
}

pub(super) fn update(page: Served, request: HttpRequest, payload: Payload) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Update).await?;
        let Members(entered) = match body::json(&request, payload).await {
            Ok(entered) => entered,
            Err(answer) => return Ok(answer),
        };
        let keys = [key(&request)];
        object.update(&env, &page.state.db, &keys, entered).await?;
        Ok(HttpResponse::NoContent().finish())
    })
}

pub(super) fn delete(page: Served, request: HttpRequest) -> Answer {
    answered(async move {
        let Asked { page, object, env } = Asked::whether(page, Action::Delete).await?;
        object
            .delete(&env, &page.state.db, &[key(&request)])
            .await?;
        Ok(HttpResponse::NoContent().finish())
    })
}
