//! Refusals as pages, for whoever looks at pages. Programs get problems.

use actix_web::http::StatusCode;
use actix_web::http::header::ACCEPT;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use guard_runtime::Denied;

use super::page::{escape, page};

pub(crate) fn render(denied: &Denied, request: &HttpRequest) -> HttpResponse {
    let mut accepted = request.headers().get_all(ACCEPT);
    let wants_page = accepted.any(|it| it.to_str().is_ok_and(|it| it.contains("text/html")));
    if !wants_page || request.path().starts_with("/api/") {
        return denied.error_response();
    }
    let status = denied.status_code();
    let way = if status == StatusCode::UNAUTHORIZED {
        "<a class=\"button\" href=\"/sign-in\">Sign in</a>"
    } else {
        "<a class=\"button\" href=\"/\">To the start</a>"
    };
    let title = escape(&denied.to_string());
    let body = format!("<h1>{title}</h1><p>{way}</p>");
    page(status, &title, "", &body)
}
