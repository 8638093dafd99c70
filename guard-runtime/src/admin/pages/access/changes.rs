//! What was handed out and taken away, the newest first.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::{Later, Stop};
use super::Access;
use super::form::{form, text};
use super::query::{Format, Query, wrong};
use super::shown::{download, downloads, json, paging, shown, table, when};
use crate::Id;
use crate::admin::access::{
    AskError, AssignmentChange, ChangeFilter, ChangeLog, ChangeState, MOST_AT_ONCE,
};
use crate::admin::state::Served;

const HAS: [Format; 2] = [Format::Csv, Format::Json];
const PER_PAGE: u64 = 50;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &["user", "actor", "page"])?;
        let format = query.format(&HAS)?;
        let here = query.number("page")?.unwrap_or(1);
        if here == 0 {
            return Err(wrong("page", "they are counted from 1"));
        }
        let log = Access::of(&page)?.log(&page)?;
        let filter = ChangeFilter {
            user: query.get("user").map(Id::from),
            actor: query.get("actor").map(Id::from),
        };
        match format {
            Format::Page => {}
            Format::Csv => {
                let all = all(log, &filter).await?;
                return Ok(download(&page, format, AssignmentChange::to_csv(&all)));
            }
            Format::Json => return Ok(download(&page, format, json(&all(log, &filter).await?)?)),
        }
        let part = log
            .list(&filter, PER_PAGE, (here - 1) * PER_PAGE)
            .get()
            .await;
        let part = part.map_err(AskError::from)?;
        let rows = html! { @for change in &part.items { (row(change)) } };
        let head = [
            "Number", "When", "By", "To", "What", "Before", "After", "Came to", "Request",
        ];
        let fields = html! {
            (text(&query, "user", "To whom (id)", &[]))
            (text(&query, "actor", "By whom (id)", &[]))
        };
        let main = html! {
            (form(&page.href(), "Show", &fields))
            (downloads(&page.href(), &query.without(&["page"]), &HAS))
            @if part.items.is_empty() { p.empty { "Nothing was changed." } }
            @else { (table("Changes", &head, &rows)) }
            (paging(&page.href(), &query, here, PER_PAGE, part.total))
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

/// All of them: a file that ends in the middle would be taken for all.
async fn all(log: &dyn ChangeLog, filter: &ChangeFilter) -> Result<Vec<AssignmentChange>, Stop> {
    let mut all = Vec::<AssignmentChange>::new();
    let mut offset = 0;
    loop {
        let part = log.list(filter, MOST_AT_ONCE, offset).get().await;
        let part = part.map_err(AskError::from)?;
        if part.items.is_empty() {
            return Ok(all);
        }
        offset += MOST_AT_ONCE;
        // New ones have come in front meanwhile, and pushed some into the next part.
        let last = all.last().map_or(i64::MAX, |it| it.id);
        all.extend(part.items.into_iter().filter(|it| it.id < last));
    }
}

fn row(change: &AssignmentChange) -> Markup {
    html! {
        tr {
            th scope="row" { (change.id) }
            td { (when(change.at)) }
            td { (change.actor) }
            td { (change.user) }
            td { (change.kind.name().replace('_', " ")) }
            td { (names(&change.before)) }
            td { (names(&change.after)) }
            td data-state=(change.state.name()) {
                @match change.state {
                    ChangeState::Begun => "begun: nobody could say how it ended",
                    ChangeState::Done => "done",
                    ChangeState::Failed => strong { "not done" },
                }
            }
            td { @if let Some(id) = &change.request_id { code { (id) } } }
        }
    }
}

fn names(names: &[String]) -> Markup {
    html! {
        @if names.is_empty() { span.none title="Nothing" { "–" } }
        @else { (names.join(", ")) }
    }
}
