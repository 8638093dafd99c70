//! The records of a page: one by one, and many at once.

pub(super) mod create;
pub(super) mod delete;
pub(super) mod many;
pub(super) mod one;
pub(super) mod update;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use maud::html;

use super::form::{Form, Frame};
use super::layout::{heading, layout};
use super::visit::Visit;
use crate::admin::asked::Asked;
use crate::pages::page;

/// A form of a page, below a heading that leads back.
async fn form_page(
    asked: &Asked,
    request: &HttpRequest,
    status: StatusCode,
    title: &str,
    form: &Form,
    frame: &Frame<'_>,
) -> HttpResponse {
    let page_of = &asked.page;
    let path = page_of.href();
    let main = html! {
        (heading(Some((&path, page_of.node.title())), title, None))
        (form.view(frame))
    };
    let visit = Visit::new(&page_of.state, Some(page_of.node), request).await;
    let title = match status {
        StatusCode::OK => title.to_owned(),
        _ => format!("To correct: {title}"),
    };
    page(status, layout(&visit, &title, &main))
}
