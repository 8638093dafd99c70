//! One user.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::super::super::layout::{no_script, notice};
use super::super::super::said::Said;
use super::super::super::{Later, Stop, link};
use super::super::query::{Query, wrong};
use super::super::shown::shown;
use super::super::{Access, verdict};
use crate::admin::access::{Account, AskError, AssignmentRules, How};
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::env::{Env, env_ctx};
use crate::{Id, User};

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, rest) = Said::take(request.query_string());
        let query = Query::read(&rest, &["id"])?;
        query.format(&[])?;
        let id = query.get("id").ok_or_else(|| wrong("id", "is missing"))?;
        let (account, user) = find(&page, &Id::from(id)).await?;
        let above = notice(said.map(Said::text));
        answer(&page, &request, StatusCode::OK, above, &account, &user).await
    })
}

pub(super) async fn find(page: &Served, id: &Id) -> Result<(Account, User), Stop> {
    let sources = Access::of(page)?.sources(page)?;
    let found = sources.accounts().find(id).get().await;
    let found = found.map_err(AskError::from)?;
    found.ok_or_else(|| Denied::not_found().into())
}

/// The page of a user, with something above it.
pub(super) async fn answer(
    page: &Served,
    request: &HttpRequest,
    status: StatusCode,
    above: Markup,
    account: &Account,
    user: &User,
) -> Result<HttpResponse, Stop> {
    let env = env_ctx::get()?;
    let access = Access::of(page)?;
    let sources = access.sources(page)?;
    let rules = access.rules();
    let names = sources.role_names(user).await?;
    let groups = access.vocabulary.groups().entries();
    let groups = groups.filter_map(|entry| access.vocabulary.groups().get(entry.name));
    let id = account.id.as_text();
    let main = html! {
        p.crumbs { a href=(page.href()) { span aria-hidden="true" { "← " } "All users" } }
        h2 { (verdict::account(account)) }
        @if user.is_blocked() { p { strong { "The account is blocked." } } }
        (above)
        (no_script(true))
        h3 { "Groups" }
        ul.holdings {
            @for group in groups {
                @let how = sources.by_groups(account, user, group);
                @let is_own = account.groups.iter().any(|it| it == group.name());
                li {
                    code { (group.name()) } ": " (held(&how, is_own))
                    @if rules.group(&env, user, group).is_ok() {
                        (button(page, "groups", &id, group.name(), is_own))
                    }
                }
            }
            // What is not declared grants nothing, and would as soon as somebody declares it.
            @for name in account.groups.iter().filter(|it| access.vocabulary.groups().get(it).is_none()) {
                li { code { (name) } ": not declared " (button(page, "groups", &id, name, true)) }
            }
        }
        h3 { "Roles" }
        ul.holdings {
            @for name in offered(access, &names) {
                @let has = names.contains(&name);
                li {
                    code { (name) } ": " @if has { strong { "yes" } } @else { span.none { "no" } }
                    @if may_give(&rules, access, &env, user, &name) { (button(page, "roles", &id, &name, has)) }
                }
            }
        }
    };
    Ok(shown(page, request, status, main).await)
}

/// The roles that count outside of projects, and names that are stored and no roles any more.
fn offered(access: &Access, names: &[String]) -> Vec<String> {
    let mut all = access.role_names();
    let catalog = access.vocabulary.role_catalog();
    all.retain(|name| {
        let role = catalog.and_then(|it| it.get(name));
        role.is_some_and(|it| it.project_scope().is_none())
    });
    all.extend(names.iter().cloned());
    all.sort();
    all.dedup();
    all
}

fn may_give(rules: &AssignmentRules, access: &Access, env: &Env, user: &User, name: &str) -> bool {
    let catalog = access.vocabulary.role_catalog();
    match catalog.and_then(|it| it.get(name)) {
        Some(role) => rules.role(env, user, &role).is_ok(),
        None => rules.leftover_role(env, user, name).is_ok(),
    }
}

fn held(how: &[How], is_own: bool) -> Markup {
    html! {
        @if is_own { strong { "yes" } " " span.mark { "own" } }
        @else if how.is_empty() { span.none { "no" } }
        @else {
            strong { "yes" } " "
            @for it in how {
                @if let How::Group { group, .. } = it { span.mark.inherited { "inherited from " (group) " " } }
                @else { span.mark.inherited { "granted besides" } }
            }
        }
    }
}

fn button(page: &Served, what: &str, id: &str, name: &str, has: bool) -> Markup {
    let (change, text) = if has {
        ("take", "Take away")
    } else {
        ("give", "Give")
    };
    html! {
        " "
        form.inline method="post" action={ (page.href()) "/" (what) } {
            input type="hidden" name="user" value=(id);
            input type="hidden" name="name" value=(name);
            button type="submit" name="change" value=(change) aria-label={ (text) " " (name) } { (text) }
        }
    }
}

/// The path of the page of a user.
pub(super) fn path(page: &Served, id: &Id) -> String {
    let query = link::query([("id", &*id.as_text())]);
    format!(
        "{}&{query}",
        Said::Changed.at(&format!("{}/user", page.href()))
    )
}
