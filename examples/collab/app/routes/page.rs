//! What all pages have in common.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::{HttpResponse, get};
use guard_runtime::no_auth;

const STYLE: &str = include_str!("page.css");

/// Changes carry the proof that the page made them, which other sites cannot read.
const SCRIPT: &str = "\
const button = document.querySelector('#sign-out');
button?.addEventListener('click', async () => {
  const proof = document.querySelector('meta[name=csrf-token]').content;
  await fetch('/sign-out', { method: 'POST', headers: { 'x-csrf-token': proof } });
  location.assign('/');
});
";

/// A page; `proof` is what its script sends along with changes.
pub(super) fn page(status: StatusCode, title: &str, proof: &str, body: &str) -> HttpResponse {
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"csrf-token\" content=\"{proof}\"><title>{title} · Collab</title>\
         <link rel=\"icon\" href=\"data:,\"><style>{STYLE}</style>\
         <script src=\"/page.js\" defer></script></head><body><header class=\"top\">\
         <a href=\"/\">Collab</a><a href=\"/tokens\">Access tokens</a>\
         <a href=\"/docs/\">API documentation</a></header><main>{body}</main></body></html>"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; \
             img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ))
        .body(page)
}

#[no_auth]
#[get("/page.js")]
pub(crate) async fn script() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .body(SCRIPT)
}

/// Text as it may stand in HTML, also in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
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
