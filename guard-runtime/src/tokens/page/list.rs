//! Lists of tokens.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use maud::{Markup, html};

use super::card::{Cards, card};
use super::layout::{Tab, layout};
use super::projects::ProjectChoice;
use super::settings::Visit;
use crate::denied::Denied;
use crate::pages::{NO_SCRIPT, page};
use crate::tokens::{TokenInfo, TokenState};

/// The own tokens, with a line on what was just done.
pub(super) fn own(
    visit: &Visit<'_>,
    tokens: &[TokenInfo],
    choices: Option<&[ProjectChoice]>,
    done: Option<&str>,
) -> Markup {
    let cards = Cards {
        choices,
        owner: "you",
        names_owner: false,
        revoke: visit.may.delete.then(|| visit.base.clone()),
        of: None,
    };
    let active = active(tokens);
    let main = html! {
        h1 tabindex="-1" { "Your access tokens" }
        p.lead { "Each lets a script or another program act for you, within the permissions you chose \
             and as long as you have them yourself." }
        @if visit.may.delete && active > 0 { (NO_SCRIPT) }
        (notice(done))
        @if visit.may.create { p.actions { a.button.primary href={ (visit.base) "/new" } { "New token" } } }
        (lists(visit, &cards, tokens))
        @if visit.may.delete && active > 1 { (revoke_all(&format!("{}/revoke", visit.base), active, None)) }
    };
    layout(visit, Tab::Own, "Your access tokens", &main)
}

/// Everybody's tokens, or those of one owner.
pub(super) fn all(
    visit: &Visit<'_>,
    tokens: &[TokenInfo],
    choices: Option<&[ProjectChoice]>,
    owner: Option<&str>,
    done: Option<&str>,
) -> Markup {
    let path = format!("{}/all", visit.base);
    let cards = Cards {
        choices,
        owner: "its owner",
        names_owner: true,
        revoke: visit.may.delete_all.then(|| path.clone()),
        of: owner,
    };
    let main = html! {
        h1 tabindex="-1" { "All access tokens" }
        p.lead {
            @if owner.is_some() { "The tokens of one user, with what they may do now." }
            @else { "The tokens of all users. What they may do now is shown with those of one owner." }
        }
        @if visit.may.delete_all { (NO_SCRIPT) }
        (notice(done))
        form.filter method="get" action=(path) {
            label for="owner" { "Id of the owner" }
            input #owner name="owner" value=(owner.unwrap_or_default()) required;
            button type="submit" { "Show" }
            @if owner.is_some() { a href=(path) { "Everybody" } }
        }
        (lists(visit, &cards, tokens))
        @if let (true, Some(owner), 2..) = (visit.may.delete_all, owner, active(tokens)) {
            (revoke_all(&path, active(tokens), Some(owner)))
        }
    };
    layout(visit, Tab::All, "All access tokens", &main)
}

/// The list. Where it cannot be shown after a change, that the change was made.
pub(super) fn or_what_was_done(
    visit: &Visit<'_>,
    tab: Tab,
    shown: Result<Markup, Denied>,
    done: Option<&str>,
) -> Result<HttpResponse, Denied> {
    let shown = match (shown, done) {
        (Ok(shown), _) => shown,
        (Err(_), Some(done)) => nothing(
            visit,
            tab,
            &format!("{done} The list cannot be shown now: reload the page later."),
        ),
        (Err(denied), None) => return Err(denied),
    };
    Ok(page(StatusCode::OK, shown))
}

/// A change was made, and nothing more may be shown.
pub(super) fn nothing(visit: &Visit<'_>, tab: Tab, done: &str) -> Markup {
    let main = html! {
        h1 tabindex="-1" { "Access tokens" }
        (notice(Some(done)))
    };
    layout(visit, tab, "Access tokens", &main)
}

fn notice(done: Option<&str>) -> Markup {
    html! { @if let Some(done) = done { p.notice.done role="status" tabindex="-1" autofocus { (done) } } }
}

/// What is accepted, the newest first, and what no longer is.
fn lists(visit: &Visit<'_>, cards: &Cards<'_>, tokens: &[TokenInfo]) -> Markup {
    let is_active = |it: &&TokenInfo| it.state == TokenState::Active;
    let (active, over): (Vec<_>, Vec<_>) = tokens.iter().rev().partition(is_active);
    html! {
        section aria-label="Active tokens" {
            h2 { "Active" span.count { " " (active.len()) } }
            @if active.is_empty() { p.empty { "There is no active token." } }
            @for token in &active { (card(visit, cards, token)) }
        }
        @if !over.is_empty() {
            details.over {
                summary { h2 { "Expired or revoked" span.count { " " (over.len()) } } }
                @for token in &over { (card(visit, cards, token)) }
            }
        }
    }
}

fn active(tokens: &[TokenInfo]) -> usize {
    let is_active = |it: &&TokenInfo| it.state == TokenState::Active;
    tokens.iter().filter(is_active).count()
}

/// All of the caller, or of this owner.
fn revoke_all(action: &str, active: usize, owner: Option<&str>) -> Markup {
    let what = html! { "Revoke all " (active) " tokens" @if let Some(owner) = owner { " of user " (owner) } };
    html! {
        details.confirm.all {
            summary { (what) " …" }
            form method="post" action=(action) {
                @if let Some(owner) = owner { input type="hidden" name="owner" value=(owner); }
                p { "All programs that use one of them are refused from now on. This cannot be undone." }
                button.danger type="submit" { (what) }
            }
        }
    }
}
