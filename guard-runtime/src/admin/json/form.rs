//! Form pages.

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use futures_core::future::LocalBoxFuture;

use super::body::{self, Members};
use super::{answered, asked};
use crate::admin::state::Served;

pub(super) fn submit(
    page: Served,
    request: HttpRequest,
    payload: Payload,
) -> LocalBoxFuture<'static, HttpResponse> {
    answered(async move {
        let (object, env) = asked::form(&page).await?;
        let Members(entered) = match body::json(&request, payload).await {
            Ok(entered) => entered,
            Err(answer) => return Ok(answer),
        };
        let done = object.submit(&env, &page.state.db, entered).await?;
        Ok(HttpResponse::Ok().json(done))
    })
}
