//! Pages that are a form.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::html;

use super::form::{Form, Frame, Mistaken, as_entered};
use super::layout::{done, heading, layout};
use super::visit::Visit;
use super::{Later, body};
use crate::admin::asked;
use crate::admin::state::Served;
use crate::pages::page as answer;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (object, env) = asked::form(&page).await?;
        let initial = object.initial(&env, &page.state.db).await?;
        let form = Form::of_page(object.fields(), &initial);
        Ok(shown(&page, &request, StatusCode::OK, &form).await)
    })
}

pub(super) fn submit(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (object, env) = asked::form(&page).await?;
        let pairs = body::form(&request, payload).await?;
        let entered = as_entered(pairs.clone());
        match object.submit(&env, &page.state.db, entered).await {
            Ok(said) => {
                let visit = Visit::new(&page.state, Some(page.node), &request).await;
                let (title, path) = (page.node.title(), page.href());
                let main = done(&visit, title, said.message(), (&path, "Back to the form"));
                Ok(answer(StatusCode::OK, layout(&visit, title, &main)))
            }
            Err(error) => {
                let mistaken = Mistaken::of(error)?;
                let form = Form::of_page(object.fields(), &[]).with(&pairs);
                let form = form.refused(mistaken.errors);
                Ok(shown(&page, &request, mistaken.status, &form).await)
            }
        }
    })
}

async fn shown(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    form: &Form,
) -> HttpResponse {
    let node = page.node;
    let frame = Frame {
        action: page.href(),
        button: node.title(),
        keys: &[],
        field: None,
        back: page.state.path.to_owned(),
    };
    let main = html! {
        (heading(None, node.title(), None))
        @if !node.description().is_empty() { p.lead { (node.description()) } }
        (form.view(&frame))
    };
    let visit = Visit::new(&page.state, Some(node), request).await;
    answer(status, layout(&visit, node.title(), &main))
}
