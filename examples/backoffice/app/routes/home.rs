//! The page for everybody: who you are here, and where you may go.

use std::fmt::Write as _;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::http::{Method, StatusCode};
use actix_web::{HttpRequest, HttpResponse};
use guard_runtime::{Env, GateEntry, allows_public};

use crate::app::curl;
use crate::app::failure::Failure;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:3rem auto;\
    padding:0 1rem;color:#1c2430;background:#fbfaf7}h1{margin-bottom:0}table{border-collapse:collapse}\
    td,th{text-align:left;padding:.25rem 1rem .25rem 0;border-bottom:1px solid #e3ded3}\
    pre{overflow-x:auto;padding:1rem;background:#f1ede4;border-radius:6px;font-size:13px}\
    td:last-child{white-space:nowrap}.yes{color:#1b7f4b}.no{color:#a0431f}";

/// Whatever no other route answers: the page at `/`, and 404 elsewhere.
#[allows_public]
pub(super) async fn home(env: Env, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let path = request.path();
    if path.starts_with("/api/") {
        return Err(Failure::NotFound);
    }
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let (status, greeting) = if path == "/" && is_read {
        (StatusCode::OK, "Welcome to the back office")
    } else {
        (StatusCode::NOT_FOUND, "There is nothing here")
    };
    let name = escape(env.user().name());
    let who = if env.is_signed_in() {
        let groups = env.user().groups().names().join(", ");
        format!("You are <b>{name}</b>, in {}.", escape(&groups))
    } else {
        "You have not signed in: you are the guest.".to_owned()
    };
    let (routes, curl) = (routes(&env), curl::lines(request.app_config().local_addr()));
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Back office</title>\
         <style>{STYLE}</style><h1>{greeting}</h1><p>{who}</p><h2>Routes</h2>\
         <table><tr><th>Route<th>Demands<th>You</tr>{routes}</table>\
         <h2>To paste into a shell</h2><pre>{}</pre></html>",
        escape(&curl)
    );
    Ok(HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'",
        ))
        .body(page))
}

/// A row for each route that the registry of gates knows by its full path.
fn routes(env: &Env) -> String {
    let mut gates = guard_runtime::gates();
    gates.retain(|gate| {
        gate.routes
            .iter()
            .any(|(_, path)| path.starts_with("/api/"))
    });
    gates.sort_by_key(|gate| gate.routes);
    gates.iter().fold(String::new(), |mut rows, gate| {
        row(&mut rows, gate, env);
        rows
    })
}

fn row(rows: &mut String, gate: &GateEntry, env: &Env) {
    let (class, verdict) = if gate.requirement.missing(env).is_empty() {
        ("yes", "may")
    } else {
        ("no", "may not")
    };
    for (method, path) in gate.routes {
        let _ = write!(
            rows,
            "<tr><td><code>{} {}</code><td>{}<td class=\"{class}\">{verdict}</tr>",
            escape(method),
            escape(path),
            escape(&gate.requirement.to_string()),
        );
    }
}

/// Text as it may stand in HTML, also in a quoted attribute.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn no_name_becomes_markup() {
        let name = "<b title=\"x\" id='y'>&";
        let escaped = "&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;";
        assert_eq!(escape(name), escaped);
    }
}
