//! What is not done, as a page that says why.

use std::sync::Arc;

use actix_web::http::header::{CACHE_CONTROL, WWW_AUTHENTICATE};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::layout::layout;
use super::link::{query, see_other};
use super::needs;
use super::stop::Stop;
use super::visit::{Visit, wants_page};
use crate::admin::Node;
use crate::admin::objects::PageError;
use crate::admin::state::State;
use crate::denied::Denied;
use crate::env::{Env, env_ctx};

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
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    let may_sign_in = state.sign_in.is_some() && is_read;
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
            Stop::Error(PageError::Access(error) | PageError::Taken(_, error)) => {
                let why = error.explanation().map(ToString::to_string);
                let refusal = Self::denied(&Denied::from(error));
                Self {
                    detail: refusal.detail.filter(|_| why.is_none()),
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
        let is_named = why.is_some() || !denied.missing().is_empty();
        let detail = match denied.problem() {
            "forbidden" if !is_named => {
                "The rules of this page or of its records say no: no group and no permission is missing."
            }
            "not-found" => "It is gone, was never here, or is nothing that you may see.",
            "cross-site-request" => "Open the page again, and send it from there.",
            "unavailable" => "Try it again in a moment.",
            _ => "",
        };
        Self {
            detail: Some(detail.to_owned()).filter(|it| !it.is_empty()),
            required: denied.required().to_vec(),
            missing: denied.missing().to_vec(),
            why: why.and_then(|it| serde_json::to_string_pretty(it).ok()),
            ..Self::titled(&denied.to_string())
        }
    }

    fn view(&self, visit: &Visit, status: StatusCode) -> Markup {
        let state = &visit.state;
        html! {
            h1 tabindex="-1" autofocus { (self.title) }
            section.refusal data-status=(status.as_u16()) {
                @if let Some(detail) = &self.detail { p { (detail) } }
                @if !self.mistakes.is_empty() {
                    ul { @for mistake in &self.mistakes { li { (mistake) } } }
                }
                @if !self.missing.is_empty() { (needs::view(&self.missing)) }
                @if self.required != self.missing {
                    details {
                        summary { "All that is required" }
                        ul.names { @for name in &self.required { li { code { (name) } } } }
                    }
                }
                @if let Some(why) = &self.why {
                    details open { summary { "Why" } pre tabindex="0" { (why) } }
                }
                @if let Some(id) = env_ctx::request_id() {
                    p.help { "Answer " (status.as_u16()) ", request " code { (id) } }
                }
            }
            p.actions {
                @if let Some(node) = visit.here.filter(|node| visit.may_open(node)) {
                    a.button href={ (state.path) (node.path()) } { "Back to “" (node.title()) "”" }
                }
                @match ways_in(visit, status) {
                    Some(words) => a.button.primary href=(to_sign_in(state, &visit.asked)) { (words) },
                    None => a.button href=(state.path) { "Home" },
                }
            }
        }
    }
}

/// Signing in, where nothing else can help: at home there is the same refusal for whoever may open nothing.
fn ways_in(visit: &Visit, status: StatusCode) -> Option<&'static str> {
    visit.state.sign_in.as_ref()?;
    let is_signed_in = visit.env.as_ref().is_some_and(Env::is_signed_in);
    if status == StatusCode::UNAUTHORIZED {
        return Some("Sign in");
    }
    let has_nothing = is_signed_in && visit.menu.is_empty() && status.is_client_error();
    has_nothing.then_some("Sign in as somebody else")
}
