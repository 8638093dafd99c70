//! Which groups, roles and users may do something.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::Later;
use super::form::{self, form, text};
use super::query::{Format, Query};
use super::shown::{download, downloads, json, shown};
use super::{Access, holders};
use crate::admin::access::Wanted;
use crate::admin::state::Served;

const HAS: [Format; 1] = [Format::Json];
const KNOWN: [&str; 7] = [
    "permission",
    "group",
    "role",
    "model",
    "op",
    "search",
    "from",
];
const PER_PAGE: u64 = 50;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &KNOWN)?;
        let format = query.format(&HAS)?;
        let access = Access::of(&page)?;
        let sources = access.sources(&page)?;
        let from = query.number("from")?.unwrap_or(0);
        let offered = offered(&page, access, &query);
        let asked = query.asked().without(&["search", "from"]);
        if asked.is_empty() && format == Format::Page {
            return Ok(shown(&page, &request, StatusCode::OK, offered).await);
        }
        let wanted = match Wanted::parse(&asked.text(), &access.vocabulary) {
            Ok(wanted) => wanted,
            Err(error) if format == Format::Page => {
                let main = html! { p.notice.wrong role="alert" { (error) } (offered) };
                return Ok(shown(&page, &request, StatusCode::BAD_REQUEST, main).await);
            }
            Err(error) => return Err(error.into()),
        };
        let search = query.get("search").unwrap_or_default();
        let found = sources.who_can(&wanted, search, PER_PAGE, from).await?;
        let givers = wanted.givers(&access.vocabulary);
        if format == Format::Json {
            let both = serde_json::json!({
                "wanted": wanted.to_string(),
                "givers": givers,
                "users": found,
            });
            return Ok(download(&page, format, json(&both)?));
        }
        let more = found.next.map(|next| {
            let query = query.asked().with("from", &next.to_string());
            format!("{}{}", page.href(), query.link())
        });
        let main = html! {
            (offered)
            h2 { "Who can: " code { (wanted) } }
            (holders::givers(&givers))
            (holders::users(&found, from, more.as_deref()))
            (downloads(&page.href(), &query, &HAS))
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

fn offered(page: &Served, access: &Access, query: &Query) -> Markup {
    let fields = html! {
        fieldset {
            legend { "Who may have, or do, one of these" }
            (form::wanted(query, access))
        }
        (text(query, "search", "Only users found by this", &[]))
    };
    form(&page.href(), "Show", &fields)
}
