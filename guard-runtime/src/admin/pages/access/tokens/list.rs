//! All tokens, the newest first.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::super::super::layout::{no_script, notice};
use super::super::super::said::Said;
use super::super::super::{Later, Stop};
use super::super::Access;
use super::super::form::{choice, form, text};
use super::super::hand_out::may_change;
use super::super::query::{Format, Query, wrong};
use super::super::shown::{download, downloads, json, page_of_users, paging, shown};
use super::row::{Owners, Row, STATES, state_name};
use super::table::Shown;
use crate::Id;
use crate::admin::access::{AskError, Part};
use crate::admin::state::Served;
use crate::authn::now;
use crate::env::env_ctx;
use crate::tokens::StoredToken;

const HAS: [Format; 2] = [Format::Csv, Format::Json];
const KNOWN: [&str; 3] = ["owner", "state", "page"];
const PER_PAGE: u64 = 25;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, rest) = Said::take(request.query_string());
        let query = read(&rest)?;
        let format = query.format(&HAS)?;
        if format == Format::Page {
            let above = notice(said.map(Said::text));
            return answer(&page, &request, StatusCode::OK, &query, above).await;
        }
        let tokens = wanted(&page, &query).await?;
        let rows = rows(&page, tokens).await?.0;
        Ok(match format {
            Format::Csv => download(&page, format, Row::to_csv(&rows)),
            Format::Json | Format::Page => download(&page, format, json(&rows)?),
        })
    })
}

/// Which part of the list is meant.
pub(super) fn read(text: &str) -> Result<Query, Stop> {
    let query = Query::read(text, &KNOWN)?;
    if query.number("page")? == Some(0) {
        return Err(wrong("page", "they are counted from 1"));
    }
    match query.get("state") {
        Some(state) if !STATES.contains(&state) => Err(wrong("state", "there is no such state")),
        _ => Ok(query),
    }
}

/// A part of the list, with something above it.
pub(super) async fn answer(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    query: &Query,
    above: Markup,
) -> Result<HttpResponse, Stop> {
    let env = env_ctx::get()?;
    let access = Access::of(page)?;
    let here = query.number("page")?.unwrap_or(1);
    let tokens = wanted(page, query).await?;
    let part = Part::of(tokens, PER_PAGE, here.saturating_sub(1) * PER_PAGE);
    let (rows, owners) = rows(page, part.items).await?;
    let changes = access.changes.is_some() && may_change(page, &env).await?;
    let (path, rules) = (page.href(), access.rules());
    let users = page_of_users(page, &env).await?;
    let shown_as = Shown {
        path: &path,
        query: &query.asked(),
        owners: &owners,
        users: users.as_deref(),
        rules: changes.then_some((&rules, &env)),
    };
    let fields = html! {
        (text(query, "owner", "Owner (id)", &[]))
        (choice(query, "state", "State", "any", &STATES))
    };
    let main = html! {
        (above)
        (no_script(changes))
        (form(&path, "Show", &fields))
        (downloads(&path, &query.without(&["page"]), &HAS))
        @if rows.is_empty() { p.empty { "There is no such token." } }
        @else { (shown_as.table(&rows)) }
        (paging(&path, query, here, PER_PAGE, part.total))
    };
    Ok(shown(page, request, status, main).await)
}

/// The tokens that are asked for, the newest first.
async fn wanted(page: &Served, query: &Query) -> Result<Vec<StoredToken>, Stop> {
    let store = Access::of(page)?.token_store(page)?;
    let mut tokens = store.list(None).get().await.map_err(AskError::from)?;
    // A database may compare owners without regard to case.
    let owner = query.get("owner").map(Id::from);
    tokens.retain(|it| owner.as_ref().is_none_or(|owner| it.owner == *owner));
    let (state, now) = (query.get("state"), now());
    tokens.retain(|it| state.is_none_or(|state| state_name(it.state(now)) == state));
    tokens.sort_by(|one, other| {
        let newest = other.created_at.cmp(&one.created_at);
        newest.then_with(|| one.id.cmp(&other.id))
    });
    Ok(tokens)
}

async fn rows(page: &Served, tokens: Vec<StoredToken>) -> Result<(Vec<Row>, Owners), Stop> {
    let sources = Access::of(page)?.sources(page)?;
    let owners = Owners::of(&sources, &tokens).await?;
    let now = now();
    let rows = tokens.into_iter().map(|it| Row::of(it, &owners, now));
    Ok((rows.collect(), owners))
}
