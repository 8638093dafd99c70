//! One project.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::super::super::layout::{no_script, notice};
use super::super::super::said::Said;
use super::super::super::{Later, Stop};
use super::super::Access;
use super::super::hand_out::may_change;
use super::super::query::{Query, wrong};
use super::super::shown::{page_of_users, paging, person, shown, table};
use super::list::who;
use super::member::Somebody;
use super::place::Place;
use super::roles::roles;
use crate::Id;
use crate::admin::access::{AskError, AssignmentRules, Part};
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::env::{Env, env_ctx};
use crate::sql::Member;

const PER_PAGE: u64 = 25;

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, rest) = Said::take(request.query_string());
        let query = Query::read(&rest, &["page"])?;
        query.format(&[])?;
        let here = query.number("page")?.unwrap_or(1);
        if here == 0 {
            return Err(wrong("page", "they are counted from 1"));
        }
        let env = env_ctx::get()?;
        let place = Place::find(&page, &request, &env).await?;
        let above = notice(said.map(Said::text));
        let view = View {
            here,
            above,
            entered: ("", ""),
        };
        answer(&page, &request, StatusCode::OK, &place, view).await
    })
}

/// What differs where a form comes back.
pub(super) struct View<'a> {
    /// Which part of the members.
    pub(super) here: u64,
    pub(super) above: Markup,
    /// Who was to be given what.
    pub(super) entered: (&'a str, &'a str),
}

/// The page of a project, with something above it.
pub(super) async fn answer(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    place: &Place,
    view: View<'_>,
) -> Result<HttpResponse, Stop> {
    let env = env_ctx::get()?;
    let access = Access::of(page)?;
    let changes = access.changes.is_some() && may_change(page, &env).await?;
    let users = page_of_users(page, &env).await?;
    let (members, total) = members(page, access, place, view.here).await?;
    let href = place.href(page);
    let take = |somebody: &Somebody, role: &str| {
        changes && somebody.may_be(access, &env, place, role, false).is_ok()
    };
    let rows = html! {
        @for (somebody, roles) in &members {
            tr {
                th scope="row" { (person(users.as_deref(), &somebody.id, somebody.account.as_ref())) }
                td {
                    @if roles.is_empty() { span.none { "none" } }
                    @else { ul.holdings { @for role in roles {
                        li {
                            (self::role(access, place, role))
                            @if take(somebody, role) { (button(&href, &somebody.id, role)) }
                        }
                    } } }
                }
            }
        }
    };
    let main = html! {
        p.crumbs { a href=(page.href()) { span aria-hidden="true" { "← " } "All projects" } }
        h2 { "Project " strong { (place.id) } " (" code { (place.scope.name) } ")" }
        p { "Who may know of it: " (who(place.visibility)) "." }
        (view.above)
        (no_script(changes))
        @if members.is_empty() { p.empty { "Nobody is a member." } }
        @else { (table("Members", &["Member", "Roles"], &rows)) }
        (paging(&href, &Query::default(), view.here, PER_PAGE, total))
        @if changes { (offer(access, &env, place, &href, view.entered)) }
        (roles(access, place))
    };
    Ok(shown(page, request, status, main).await)
}

async fn members(
    page: &Served,
    access: &Access,
    place: &Place,
    here: u64,
) -> Result<(Vec<(Somebody, Vec<String>)>, u64), Stop> {
    let sources = access.sources(page)?;
    let all = access.members(page)?.members(place.scope.name, &place.id);
    let all = all.get().await.map_err(AskError::from)?;
    let part = Part::of(all, PER_PAGE, (here - 1) * PER_PAGE);
    let mut members = Vec::with_capacity(part.items.len());
    for Member { user, roles } in part.items {
        members.push((Somebody::find(&sources, place, &user).await?, roles));
    }
    Ok((members, part.total))
}

/// The roles that somebody has there.
pub(super) async fn stored(page: &Served, place: &Place, user: &Id) -> Result<Vec<String>, Stop> {
    let members = Access::of(page)?.members(page)?;
    let all = members.members(place.scope.name, &place.id).get().await;
    let all = all.map_err(|error| Denied::from(AskError::from(error)))?;
    let mut theirs = all.into_iter().filter(|it| it.user == *user);
    Ok(theirs.next().map(|it| it.roles).unwrap_or_default())
}

fn role(access: &Access, place: &Place, name: &str) -> Markup {
    let role = access.vocabulary.role_catalog().and_then(|it| it.get(name));
    let counts = role.is_some_and(|it| it.is_for_members(place.scope.name));
    html! {
        @if counts { a href={ "#role-" (name) } { code { (name) } } }
        @else { code { (name) } ": no role of such projects, it grants nothing" }
    }
}

fn button(href: &str, user: &Id, role: &str) -> Markup {
    html! {
        " "
        form.inline method="post" action={ (href) "/members" } {
            input type="hidden" name="user" value=(user);
            input type="hidden" name="name" value=(role);
            button type="submit" name="change" value="take" aria-label={ "Take away " (role) " from " (user) } { "Take away" }
        }
    }
}

/// The form to give somebody a role; nothing for who has none to give.
fn offer(access: &Access, env: &Env, place: &Place, href: &str, entered: (&str, &str)) -> Markup {
    let (user, name) = entered;
    let mut roles = access.member_roles(place.scope.name);
    roles.retain(|it| AssignmentRules::hands_out(env, it, &place.mine));
    html! {
        @if !roles.is_empty() {
            h3 { "Give somebody a role" }
            form.entry method="post" action={ (href) "/members" } {
                div.field {
                    label for="f-user" { "User (id)" }
                    input #f-user name="user" required value=(user) autocomplete="off";
                }
                div.field {
                    label for="f-name" { "Role" }
                    select #f-name name="name" {
                        @for role in &roles { option value=(role.name()) selected[role.name() == name] { (role.name()) } }
                    }
                }
                p.actions { button.primary type="submit" name="change" value="give" { "Give" } }
            }
        }
    }
}
