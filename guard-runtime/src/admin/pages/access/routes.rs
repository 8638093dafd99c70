//! Every endpoint with its gate, and what something opens.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::web::Payload;
use maud::{Markup, html};

use super::super::{Later, Stop};
use super::Access;
use super::form::{form, text};
use super::query::{Format, Query, wrong};
use super::shown::{download, downloads, json, shown, table};
use crate::admin::access::{
    OpenTo, OpenedRoute, Opening, RouteRow, Subject, Vocabulary, Wanted, routes,
};
use crate::admin::pages::link;
use crate::admin::state::Served;

const HAS: [Format; 2] = [Format::Csv, Format::Json];

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let query = Query::read(request.query_string(), &["opens"])?;
        let format = query.format(&HAS)?;
        let access = Access::of(&page)?;
        let all = routes(&access.mounted);
        let opens = query.get("opens");
        let subject = opens.map(|text| subject(&access.vocabulary, text));
        let opened = subject.transpose()?.map(|it| it.opens(&all));
        match (format, &opened) {
            (Format::Csv, None) => return Ok(download(&page, format, RouteRow::to_csv(&all))),
            (Format::Csv, Some(opened)) => {
                let rows = opened.iter().map(|it| it.route.clone()).collect::<Vec<_>>();
                return Ok(download(&page, format, RouteRow::to_csv(&rows)));
            }
            (Format::Json, None) => return Ok(download(&page, format, json(&all)?)),
            (Format::Json, Some(opened)) => return Ok(download(&page, format, json(opened)?)),
            (Format::Page, _) => {}
        }
        let known = known(access);
        let offered = text(&query, "opens", "What does this open?", &known);
        let main = html! {
            (form(&page.href(), "Show", &offered))
            p.help { "A permission, a group or a role: " code { "permission:…" } ", " code { "group:…" } ", " code { "role:…" } "." }
            (downloads(&page.href(), &query, &HAS))
            @match &opened {
                None => (all_of(&all)),
                Some(opened) => (opened_by(opens.unwrap_or_default(), opened)),
            }
        };
        Ok(shown(&page, &request, StatusCode::OK, main).await)
    })
}

/// `permission:admin.users:GET`, `group:sales`, `role:editor`
fn subject(vocabulary: &Vocabulary, text: &str) -> Result<Subject, Stop> {
    let none = || wrong("opens", "write `permission:…`, `group:…` or `role:…`");
    let (kind, name) = text.split_once(':').ok_or_else(none)?;
    if !["permission", "group", "role"].contains(&kind) {
        return Err(none());
    }
    match Wanted::parse(&link::query([(kind, name)]), vocabulary)? {
        Wanted::Permission(permission) => Ok(Subject::Permission(permission)),
        Wanted::Group(group) => Ok(Subject::Group(group)),
        Wanted::Role(role) => Ok(Subject::Role(role)),
        Wanted::Model(..) => Err(none()),
    }
}

fn known(access: &Access) -> Vec<String> {
    let permissions = access.permissions().into_iter();
    let permissions = permissions.map(|it| format!("permission:{it}"));
    let groups = access.groups().into_iter();
    let groups = groups.map(|it| format!("group:{it}"));
    let roles = access.role_names().into_iter();
    let roles = roles.map(|it| format!("role:{it}"));
    permissions.chain(groups).chain(roles).collect()
}

fn all_of(all: &[RouteRow]) -> Markup {
    let open = all.iter().filter(|it| it.open_to != OpenTo::Users).count();
    let rows = html! { @for row in all { tr { (cells(row)) } } };
    html! {
        p { (all.len()) " endpoints; " strong { (open) } " are open to people who have not signed in. They stand first." }
        (table("Endpoints", &["Open to", "Method", "Path", "Gate", "Handler"], &rows))
    }
}

fn opened_by(what: &str, opened: &[OpenedRoute]) -> Markup {
    let rows = html! {
        @for it in opened { tr { (cells(&it.route)) td { (how(&it.opening)) } } }
    };
    let head = ["Open to", "Method", "Path", "Gate", "Handler", "Opened"];
    html! {
        h2 { code { (what) } " opens " (opened.len()) }
        @if opened.is_empty() { p.empty { "It opens nothing that is not open without it." } }
        @else { (table("Endpoints that it opens", &head, &rows)) }
    }
}

fn cells(row: &RouteRow) -> Markup {
    html! {
        td data-open=(row.open_to.name()) {
            @match row.open_to {
                OpenTo::Unknown => strong { "unknown: no gate" },
                OpenTo::Anybody => strong { "everybody; nobody looks who it is" },
                OpenTo::Public => strong { "everybody" },
                OpenTo::Users => "users",
            }
        }
        td { (row.method) }
        th scope="row" { code { (row.path) } }
        td { code { (row.gate) } }
        td { (row.handler) @if !row.location.is_empty() { div.help { (row.location) } } }
    }
}

/// How far something opens an endpoint.
pub(super) fn how(opening: &Opening) -> Markup {
    html! {
        @match opening {
            Opening::Alone => "by itself",
            Opening::Together { with } => {
                "together with "
                @for (at, all) in with.iter().enumerate() {
                    @if at > 0 { ", or with " }
                    code { (all.join(" and ")) }
                }
            }
            Opening::Partly => "it is one of what is demanded",
        }
    }
}
