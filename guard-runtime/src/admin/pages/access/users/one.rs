//! One user.

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

use super::super::super::layout::{no_script, notice};
use super::super::super::said::Said;
use super::super::super::{Later, Stop, link, view_as};
use super::super::query::{Query, wrong};
use super::super::shown::shown;
use super::super::{Access, verdict};
use super::holdings::Holdings;
use crate::admin::access::{Account, AskError};
use crate::admin::state::Served;
use crate::denied::Denied;
use crate::env::env_ctx;
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

pub(in crate::admin::pages) async fn find(page: &Served, id: &Id) -> Result<(Account, User), Stop> {
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
    let holdings = Holdings::of(page, &env, account, user).await?;
    let may_view =
        view_as::may_begin(&env, page).await && view_as::refusal(page, &env, user).await?.is_none();
    let main = html! {
        p.crumbs { a href=(page.href()) { span aria-hidden="true" { "← " } "All users" } }
        h2 { (verdict::account(account)) }
        @if user.is_blocked() { p { strong { "The account is blocked." } } }
        (above)
        (no_script(true))
        @if may_view { (view_as_button(page, account)) }
        h3 { "Groups" }
        (holdings.groups())
        h3 { "Roles" }
        (holdings.roles())
    };
    Ok(shown(page, request, status, main).await)
}

/// Nothing is changed by it, so that no question stands before it.
fn view_as_button(page: &Served, account: &Account) -> Markup {
    let id = account.id.as_text();
    let name = if account.name.is_empty() {
        &*id
    } else {
        &account.name
    };
    html! {
        form.actions method="post" action={ (page.href()) "/view-as" } {
            input type="hidden" name="user" value=(id);
            button type="submit" { "See the site as " (name) }
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
