//! Custom actions: their forms, and what becomes of them.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::html;

use super::body::{self, Pairs, take};
use super::form::{ACTION, Form, Frame, Mistaken, as_entered};
use super::layout::{done, heading, layout};
use super::stop::Stop;
use super::visit::Visit;
use super::{Later, link};
use crate::admin::state::Served;
use crate::admin::{ActionWords, asked};
use crate::pages::page as answer;

pub(super) fn form(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (words, object, _) = asked::action(&page, name(&request)).await?;
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let pairs = pairs.map(|(name, value)| (name.into_owned(), value.into_owned()));
        let keys = take(&mut pairs.collect(), "key");
        let form = Form::of_action(object.fields());
        Ok(show(&page, &request, words, StatusCode::OK, &form, &keys).await)
    })
}

pub(super) fn run(page: Served, request: HttpRequest, payload: Payload) -> Later {
    Box::pin(async move {
        let (words, object, env) = asked::action(&page, name(&request)).await?;
        let mut pairs = body::form(&request, payload).await?;
        let keys = take(&mut pairs, "key");
        // Which field another button of the same form would change.
        take(&mut pairs, "field");
        let entered = as_entered(of_action(&pairs)?);
        match object.run(&env, &page.state.db, &keys, entered).await {
            Ok(said) => {
                let visit = Visit::new(&page.state, Some(page.node), &request).await;
                let path = match keys.as_slice() {
                    [only] => link::record(&page, only),
                    _ => page.href(),
                };
                let main = done(&visit, words.title, said.message(), (&path, "Back"));
                Ok(answer(StatusCode::OK, layout(&visit, words.title, &main)))
            }
            Err(error) => {
                let mistaken = Mistaken::of(error)?;
                let form = Form::of_action(object.fields()).with(&pairs);
                let form = form.refused(mistaken.errors);
                Ok(show(&page, &request, words, mistaken.status, &form, &keys).await)
            }
        }
    })
}

fn name(request: &HttpRequest) -> &str {
    request.match_info().get("action").unwrap_or_default()
}

/// The fields of the action, by their own names.
fn of_action(pairs: &Pairs) -> Result<Pairs, Stop> {
    let own = pairs.iter().map(|(name, value)| {
        let own = name.strip_prefix(ACTION).ok_or_else(|| {
            let title = "This form is not one of this page";
            let why = format!("There is no `{name}` in this form.");
            Stop::Request(StatusCode::UNPROCESSABLE_ENTITY, title, why)
        })?;
        Ok((own.to_owned(), value.clone()))
    });
    own.collect()
}

async fn show(
    page: &Served,
    request: &HttpRequest,
    words: &ActionWords,
    status: StatusCode,
    form: &Form,
    keys: &[String],
) -> HttpResponse {
    let path = page.href();
    let frame = Frame {
        action: format!("{path}/actions/{}", words.name),
        button: words.title,
        keys,
        field: None,
        back: path.clone(),
    };
    let main = html! {
        (heading(Some((&path, page.node.title())), words.title, None))
        @if !words.description.is_empty() { p.lead { (words.description) } }
        @match keys.len() {
            0 => {}
            1 => { p { "It is about 1 record." } }
            many => { p { "It is about " (many) " records." } }
        }
        @if let Some(question) = words.confirm { p { strong { (question) } } }
        (form.view(&frame))
    };
    let visit = Visit::new(&page.state, Some(page.node), request).await;
    answer(status, layout(&visit, words.title, &main))
}
