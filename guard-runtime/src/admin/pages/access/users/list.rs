//! All users.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::super::{Later, Stop, link};
use super::super::form::{form, text};
use super::super::query::{Format, Query, wrong};
use super::super::shown::{download, downloads, json, paging, shown, table};
use super::super::{Access, verdict};
use super::person::Person;
use crate::admin::access::{AskError, Csv, MOST_AT_ONCE, Sources};
use crate::admin::state::Served;

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
        let sources = Access::of(&page)?.sources(&page)?;
        let search = query.get("search").unwrap_or_default();
        match format {
            Format::Page => {}
            Format::Csv => {
                let all = all(&sources, search).await?;
                return Ok(download(&page, format, to_csv(&all)));
            }
            Format::Json => {
                return Ok(download(
                    &page,
                    format,
                    json(&all(&sources, search).await?)?,
                ));
            }
        }
        let (people, total) = part(&sources, search, PER_PAGE, (here - 1) * PER_PAGE).await?;
        let rows = html! { @for person in &people { (row(&page, person)) } };
        let head = ["User", "Groups", "that bring", "Roles", "Account"];
        let main = html! {
            (form(&page.href(), "Search", &text(&query, "search", "Name", &[])))
            (downloads(&page.href(), &query.without(&["page"]), &HAS))
            @if people.is_empty() { p.empty { "No user is found by this." } }
            @else { (table("Users", &head, &rows)) }
            (paging(&page.href(), &query, here, PER_PAGE, total))
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

async fn part(
    sources: &Sources<'_>,
    search: &str,
    limit: u64,
    offset: u64,
) -> Result<(Vec<Person>, u64), Stop> {
    let listed = sources.accounts().users(search, limit, offset).get().await;
    let listed = listed.map_err(AskError::from)?;
    let mut people = Vec::with_capacity(listed.items.len());
    for (account, user) in listed.items {
        people.push(Person::of(sources, account, &user).await?);
    }
    Ok((people, listed.total))
}

/// All of them: a file that ends in the middle would be taken for all.
async fn all(sources: &Sources<'_>, search: &str) -> Result<Vec<Person>, Stop> {
    let mut all = Vec::new();
    let mut offset = 0;
    loop {
        let (people, total) = part(sources, search, MOST_AT_ONCE, offset).await?;
        all.extend(people);
        offset += MOST_AT_ONCE;
        if offset >= total {
            return Ok(all);
        }
    }
}

fn to_csv(people: &[Person]) -> String {
    let mut csv = Csv::new(&[
        "id",
        "name",
        "detail",
        "groups",
        "inherited",
        "roles",
        "blocked",
    ]);
    for it in people {
        csv.line([
            &*it.account.id.as_text(),
            &it.account.name,
            &it.account.detail,
            &it.account.groups.join(" "),
            &it.inherited.join(" "),
            &it.roles.join(" "),
            if it.blocked { "blocked" } else { "" },
        ]);
    }
    csv.into_text()
}

fn row(page: &Served, person: &Person) -> Markup {
    let query = link::query([("id", &*person.account.id.as_text())]);
    html! {
        tr {
            th scope="row" { a href={ (page.href()) "/user?" (query) } { (verdict::account(&person.account)) } }
            td { (person.account.groups.join(", ")) }
            td.none { (person.inherited.join(", ")) }
            td { (person.roles.join(", ")) }
            td { @if person.blocked { strong { "blocked" } } }
        }
    }
}
