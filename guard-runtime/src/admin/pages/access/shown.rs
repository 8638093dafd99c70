//! What all pages about access are answered with.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};
use sea_orm::prelude::DateTimeUtc;

use super::super::layout::{heading, layout};
use super::super::link;
use super::super::stop::Stop;
use super::super::value::grouped;
use super::super::visit::Visit;
use super::query::{Format, Query};
use super::verdict;
use crate::Id;
use crate::admin::access::{Account, AskError};
use crate::admin::entry::Part;
use crate::admin::menu;
use crate::admin::shows::Shows;
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::env::Env;
use crate::pages::page as answer;

/// A page in the layout of the site, with its title and its description above it.
pub(super) async fn shown(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    main: Markup,
) -> HttpResponse {
    let node = page.node;
    let main = html! {
        div.access {
            (heading(None, node.title(), None))
            @if !node.description().is_empty() { p.lead { (node.description()) } }
            (main)
        }
    };
    let visit = Visit::new(&page.state, Some(node), request).await;
    answer(status, layout(&visit, node.title(), &main))
}

/// A file that a browser keeps and does not show.
pub(super) fn download(page: &Served, format: Format, body: String) -> HttpResponse {
    let (kind, ending) = match format {
        Format::Csv => ("text/csv; charset=utf-8; header=present", "csv"),
        Format::Json | Format::Page => ("application/json", "json"),
    };
    // A slug is made of letters, digits, `-` and `_`.
    let name = format!("attachment; filename=\"{}.{ending}\"", page.node.slug());
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CONTENT_DISPOSITION, name))
        .body(body)
}

pub(super) fn json(value: &impl serde::Serialize) -> Result<String, Stop> {
    let text = serde_json::to_string_pretty(value);
    text.map_err(|error| crate::admin::objects::PageError::Failed(error.to_string()).into())
}

/// Links to the same as a file.
pub(super) fn downloads(path: &str, query: &Query, has: &[Format]) -> Markup {
    let href = |name: &str| format!("{path}{}", query.asked().with("format", name).link());
    html! {
        p.actions.downloads {
            @if has.contains(&Format::Csv) { a href=(href("csv")) download { "Download as CSV" } }
            @if has.contains(&Format::Json) { a href=(href("json")) download { "Download as JSON" } }
        }
    }
}

/// A table that scrolls by itself where the window is narrow.
pub(super) fn table(title: &str, head: &[&str], rows: &Markup) -> Markup {
    html! {
        div.scroll tabindex="0" role="region" aria-label=(title) {
            table.records {
                caption { (title) }
                thead { tr { @for cell in head { th scope="col" { (cell) } } } }
                tbody { (rows) }
            }
        }
    }
}

/// The way through a list that is shown in parts: from which entry on, of how many.
pub(super) fn paging(path: &str, query: &Query, here: u64, per_page: u64, total: u64) -> Markup {
    let last = total.div_ceil(per_page).max(1);
    let at = |to: u64| {
        let query = query.asked().with("page", &to.to_string());
        format!("{path}{}", query.link())
    };
    html! {
        nav.paging aria-label="Parts of the list" {
            p {
                @if here > 1 { a href=(at(here - 1)) rel="prev" { "Previous" } " " }
                "Page " (grouped(here)) " of " (grouped(last)) ", " (grouped(total)) " in all"
                @if here < last { " " a href=(at(here + 1)) rel="next" { "Next" } }
            }
        }
    }
}

/// The page of the site on which users are shown, if the caller may open it.
pub(super) async fn page_of_users(page: &Served, env: &Env) -> Result<Option<String>, Stop> {
    let pages = page.state.tree.pages();
    let mut pages = pages
        .iter()
        .filter(|it| matches!(it.part, Part::Access(Shows::Users)));
    let Some(users) = pages.next() else {
        return Ok(None);
    };
    let is_open = menu::may_open(env, users.node, users.part).await?;
    Ok(is_open.then(|| format!("{}{}/user", page.state.path, users.node.path())))
}

/// An account by its name, with the way to its page where there is one; or an id that nobody has.
pub(super) fn person(users: Option<&str>, id: &Id, account: Option<&Account>) -> Markup {
    html! {
        @match (account, users) {
            (None, _) => { (id) " " span.none { "(no such account)" } }
            (Some(account), None) => (verdict::account(account)),
            (Some(account), Some(users)) => {
                @let query = link::query([("id", &*id.as_text())]);
                a href={ (users) "?" (query) } { (verdict::account(account)) }
            }
        }
    }
}

/// An instant, in seconds since 1970-01-01 UTC.
pub(super) fn when(at: i64) -> Markup {
    let at = DateTimeUtc::from_timestamp(at, 0);
    html! {
        @if let Some(at) = at {
            time datetime=(at.format("%Y-%m-%dT%H:%M:%SZ")) { (at.format("%Y-%m-%d %H:%M:%S")) " UTC" }
        }
    }
}

impl From<AskError> for Stop {
    fn from(error: AskError) -> Self {
        match error {
            AskError::Query(error) => error.into(),
            error => Denied::from(error).into(),
        }
    }
}
