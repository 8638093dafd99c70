//! What all pages have in common.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use actix_web::{HttpResponse, get};
use guard_runtime::no_auth;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:3rem auto;\
    padding:0 1rem;color:#1c2430;background:#fbfaf7}h1{margin-bottom:0}table{border-collapse:collapse}\
    td,th{text-align:left;padding:.25rem 1rem .25rem 0;border-bottom:1px solid #e3ded3}\
    pre{overflow-x:auto;padding:1rem;background:#f1ede4;border-radius:6px;font-size:13px}\
    label{display:inline-block}input{font:inherit}.no{color:#a0431f}";

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
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{title} · Collab</title>\
         <meta name=\"csrf-token\" content=\"{proof}\"><style>{STYLE}</style>\
         <script src=\"/page.js\" defer></script>{body}</html>"
    );
    HttpResponse::build(status)
        .content_type("text/html; charset=utf-8")
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((
            CONTENT_SECURITY_POLICY,
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; \
             form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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
