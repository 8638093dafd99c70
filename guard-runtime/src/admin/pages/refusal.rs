//! What is not done, as a page that says why.

use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::layout::layout;
use super::link::{query, see_other};
use super::stop::Stop;
use super::visit::{Visit, wants_page};
use crate::admin::Node;
use crate::admin::objects::PageError;
use crate::admin::state::State;
use crate::denied::Denied;
use crate::env::env_ctx;

/// The page of what stopped a route, in the layout of the site. Who has to sign in first is sent there,
/// if that can be done here.
pub(super) async fn page(
    state: &Arc<State>,
    here: Option<&'static Node>,
    request: &HttpRequest,
    stop: Stop,
) -> HttpResponse {
    // Its headers are those of any client, and it writes the log.
    let plain = match &stop {
        Stop::Error(error) => error.response(),
        Stop::Request(status, ..) => HttpResponse::new(*status),
    };
    let status = plain.status();
    if status == StatusCode::NO_CONTENT {
        return plain;
    }
    let may_sign_in = state.sign_in.is_some() && request.method() == Method::GET;
    if status == StatusCode::UNAUTHORIZED && may_sign_in && wants_page(request) {
        return see_other(to_sign_in(state, &asked(request)));
    }
    let visit = Visit::new(state, here, request).await;
    let refusal = Refusal::of(stop);
    let main = refusal.view(&visit, status);
    let mut answer = crate::pages::page(status, layout(&visit, &refusal.title, &main));
    for name in [WWW_AUTHENTICATE, CACHE_CONTROL] {
        if let Some(value) = plain.headers().get(&name) {
            answer.headers_mut().insert(name, value.clone());
        }
    }
    answer
}

/// The sign-in, and where to go on afterwards.
pub(super) fn to_sign_in(state: &State, next: &str) -> String {
    format!("{}/sign-in?{}", state.path, query([("next", next)]))
}

fn asked(request: &HttpRequest) -> String {
    let asked = request.uri().path_and_query();
    asked.map(ToString::to_string).unwrap_or_default()
}

struct Refusal {
    title: String,
    detail: Option<String>,
    required: Vec<String>,
    missing: Vec<String>,
    /// What is wrong with each field, if it is about fields.
    mistakes: Vec<String>,
    why: Option<String>,
}

impl Refusal {
    fn of(stop: Stop) -> Self {
        match stop {
            Stop::Request(_, title, detail) => Self::titled(title).detailed(detail),
            Stop::Error(PageError::List(error)) => {
                Self::titled("This list cannot be shown so").detailed(error.to_string())
            }
            Stop::Error(PageError::Invalid(errors)) => {
                let errors = errors.into_iter().map(|it| match it.field {
                    Some(field) => format!("{field}: {}", it.message),
                    None => it.message,
                });
                Self {
                    mistakes: errors.collect(),
                    ..Self::titled("Nothing was changed")
                }
            }
            Stop::Error(PageError::NoSuchKey) => Self::denied(&Denied::not_found()),
            Stop::Error(PageError::Denied(denied)) => Self::denied(&denied),
            Stop::Error(PageError::Access(error)) => {
                let why = error.explanation().map(ToString::to_string);
                let refusal = Self::denied(&Denied::from(error));
                Self {
                    why: why.or(refusal.why),
                    ..refusal
                }
            }
            Stop::Error(PageError::Failed(_)) => Self::titled("Something went wrong here"),
        }
    }

    fn titled(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            detail: None,
            required: Vec::new(),
            missing: Vec::new(),
            mistakes: Vec::new(),
            why: None,
        }
    }

    fn detailed(self, detail: String) -> Self {
        Self {
            detail: Some(detail),
            ..self
        }
    }

    fn denied(denied: &Denied) -> Self {
        let why = denied.explanation();
        Self {
            required: denied.required().to_vec(),
            missing: denied.missing().to_vec(),
            why: why.and_then(|it| serde_json::to_string_pretty(it).ok()),
            ..Self::titled(&denied.to_string())
        }
    }

    fn view(&self, visit: &Visit, status: StatusCode) -> Markup {
        let state = &visit.state;
        let is_open = |node: &'static Node| visit.menu.iter().any(|it| it.leads_to(&node.key()));
        let is_unknown = status == StatusCode::UNAUTHORIZED;
        html! {
            h1 tabindex="-1" autofocus { (self.title) }
            section.refusal data-status=(status.as_u16()) {
                @if let Some(detail) = &self.detail { p { (detail) } }
                @if !self.mistakes.is_empty() {
                    ul { @for mistake in &self.mistakes { li { (mistake) } } }
                }
                (names("What is missing", &self.missing))
                @if self.required != self.missing { (names("What is required", &self.required)) }
                @if let Some(why) = &self.why {
                    details open { summary { "Why" } pre tabindex="0" { (why) } }
                }
                @if let Some(id) = env_ctx::request_id() {
                    p.help { "Answer " (status.as_u16()) ", request " code { (id) } }
                }
            }
            p.actions {
                @if is_unknown && state.sign_in.is_some() {
                    a.button.primary href=(to_sign_in(state, &visit.asked)) { "Sign in" }
                }
                @if let Some(node) = visit.here.filter(|node| is_open(node)) {
                    a.button href={ (state.path) (node.path()) } { "Back to “" (node.title()) "”" }
                }
                a.button href=(state.path) { "Home" }
            }
        }
    }
}

fn names(title: &str, names: &[String]) -> Markup {
    html! {
        @if !names.is_empty() {
            h2 { (title) }
            ul.names { @for name in names { li { code { (name) } } } }
        }
    }
}
