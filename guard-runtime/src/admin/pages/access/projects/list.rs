//! All projects.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::super::{Later, Stop};
use super::super::Access;
use super::super::form::{form, text};
use super::super::query::{Format, Query, wrong};
use super::super::shown::{download, downloads, json, paging, shown, table};
use super::place;
use crate::admin::access::{
    AskError, Csv, ListedProject, MOST_AT_ONCE, Part, ProjectMembers, visibility_name,
};
use crate::admin::state::Served;
use crate::scope::Visibility;

const HAS: [Format; 2] = [Format::Csv, Format::Json];
const PER_PAGE: u64 = 25;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &["search", "page"])?;
        let format = query.format(&HAS)?;
        let here = query.number("page")?.unwrap_or(1);
        if here == 0 {
            return Err(wrong("page", "they are counted from 1"));
        }
        let access = Access::of(&page)?;
        // A list whose entries lead nowhere would be half an answer.
        access.sources(&page)?;
        access.needs_projects(&page)?;
        let projects = access.members(&page)?;
        let search = query.get("search").unwrap_or_default();
        match format {
            Format::Page => {}
            Format::Csv => {
                let all = all(projects, search).await?;
                return Ok(download(&page, format, to_csv(&all)));
            }
            Format::Json => {
                let all = all(projects, search).await?;
                return Ok(download(&page, format, json(&all)?));
            }
        }
        let listed = part(projects, search, PER_PAGE, (here - 1) * PER_PAGE).await?;
        let rows = html! { @for project in &listed.items { (row(&page, access, project)) } };
        let path = page.href();
        let main = html! {
            (form(&path, "Search", &text(&query, "search", "Id or scope", &[])))
            (downloads(&path, &query.without(&["page"]), &HAS))
            @if listed.items.is_empty() { p.empty { "No project is found by this." } }
            @else { (table("Projects", &["Project", "Scope", "Who may know of it"], &rows)) }
            (paging(&path, &query, here, PER_PAGE, listed.total))
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

async fn part(
    projects: &dyn ProjectMembers,
    search: &str,
    limit: u64,
    offset: u64,
) -> Result<Part<ListedProject>, Stop> {
    let listed = projects.list(search, limit, offset).get().await;
    Ok(listed.map_err(AskError::from)?)
}

/// All of them: a file that ends in the middle would be taken for all.
async fn all(projects: &dyn ProjectMembers, search: &str) -> Result<Vec<ListedProject>, Stop> {
    let mut all = Vec::new();
    let mut offset = 0;
    loop {
        let listed = part(projects, search, MOST_AT_ONCE, offset).await?;
        all.extend(listed.items);
        offset += MOST_AT_ONCE;
        if offset >= listed.total {
            return Ok(all);
        }
    }
}

fn to_csv(all: &[ListedProject]) -> String {
    let mut csv = Csv::new(&["scope", "id", "visibility"]);
    for it in all {
        csv.line([&*it.scope, &it.id.as_text(), visibility_name(it.visibility)]);
    }
    csv.into_text()
}

fn row(page: &Served, access: &Access, project: &ListedProject) -> Markup {
    let schema = access.vocabulary.permission_schema();
    let scope = schema.and_then(|it| it.scope(&project.scope));
    let is_declared = scope.is_some_and(|it| it.param.is_some());
    html! {
        tr {
            th scope="row" {
                @if is_declared { a href=(place::href(page, &project.scope, &project.id)) { (name(project)) } }
                @else { (name(project)) }
            }
            td {
                code { (project.scope) }
                @if !is_declared { " " span.none { "(not declared: nobody may do anything there)" } }
            }
            td { (who(project.visibility)) }
        }
    }
}

fn name(project: &ListedProject) -> Markup {
    let id = project.id.as_text();
    html! { @if id.trim().is_empty() { "(without a name)" } @else { (id) } }
}

/// Who may know of it, in words.
pub(super) fn who(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Internal => "all who work here (internal)",
        Visibility::Private => "its members (private)",
    }
}
