//! One token in a list.

use maud::{Markup, html};

use super::date::{machine, shown};
use super::projects::{ProjectChoice, title_of};
use super::settings::Visit;
use super::words::{compared, state, unused};
use crate::tokens::{TokenInfo, TokenPermissions, TokenState};

/// How a list shows its tokens.
pub(super) struct Cards<'a> {
    pub(super) choices: Option<&'a [ProjectChoice]>,
    /// Whose they are, in a sentence.
    pub(super) owner: &'a str,
    /// Whether the owner is said of each.
    pub(super) names_owner: bool,
    /// What the buttons send to; `None` for who may not revoke.
    pub(super) revoke: Option<String>,
    /// The list that is shown again afterwards.
    pub(super) of: Option<&'a str>,
}

pub(super) fn card(visit: &Visit<'_>, cards: &Cards<'_>, token: &TokenInfo) -> Markup {
    let is_active = token.state == TokenState::Active;
    let id = format!("token-{}", token.id);
    html! {
        article.card.over[!is_active] aria-labelledby=(id) {
            header {
                h3 id=(id) { (token.title) }
                span.state.{ (state(token.state)) } { (state(token.state)) }
            }
            @if !token.description.is_empty() { p.description { (token.description) } }
            dl.facts {
                @if cards.names_owner { (fact("Owner", &html! { (token.owner) })) }
                (fact("Created", &instant(token.created_at)))
                (fact(if token.state == TokenState::Expired { "Expired" } else { "Expires" }, &instant(token.expires_at)))
                @if let Some(at) = token.revoked_at { (fact("Revoked", &instant(at))) }
                (fact("Last used", &token.last_used_at.map_or(html! { "never" }, instant)))
            }
            (permissions(visit, token, cards.choices, cards.owner))
            @if let (true, Some(path)) = (is_active, &cards.revoke) {
                (revoke(&format!("{path}/{}/revoke", token.id), &token.title, cards.of))
            }
        }
    }
}

/// A second step, so that no slip of the hand ends a token.
fn revoke(action: &str, title: &str, of: Option<&str>) -> Markup {
    html! {
        details.confirm {
            summary { "Revoke" span.unseen { " “" (title) "”" } " …" }
            form method="post" action=(action) {
                @if let Some(owner) = of { input type="hidden" name="owner" value=(owner); }
                p { "Programs that use it are refused from now on. This cannot be undone." }
                button.danger type="submit" { "Revoke “" (title) "”" }
            }
        }
    }
}

pub(super) fn instant(at: i64) -> Markup {
    html! { time datetime=(machine(at)) { (shown(at)) } }
}

fn fact(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

/// What the token was made for, and what of it it may do now, everywhere and in each project.
pub(super) fn permissions(
    visit: &Visit<'_>,
    token: &TokenInfo,
    choices: Option<&[ProjectChoice]>,
    owner: &str,
) -> Markup {
    let projects = token.projects.iter().map(|it| {
        let title = title_of(choices, &it.scope, &it.project);
        let name = format!("{} {}", it.scope, it.project);
        (
            title.map_or(name.clone(), |title| format!("{title} ({name})")),
            &it.permissions,
        )
    });
    let mut places = vec![("Everywhere".to_owned(), &token.permissions)];
    places.extend(projects);
    // One that asks for nothing there has nothing to be said of.
    places.retain(|(_, it)| !it.requested.is_empty() || token.projects.is_empty());
    html! {
        ul.places {
            @for (place, permissions) in &places { (self::place(visit, token, place, permissions, owner)) }
        }
    }
}

fn place(
    visit: &Visit<'_>,
    token: &TokenInfo,
    place: &str,
    permissions: &TokenPermissions,
    owner: &str,
) -> Markup {
    // What is over may do nothing, whatever its owner may.
    let known = TokenPermissions {
        actual: permissions
            .actual
            .clone()
            .filter(|_| token.state == TokenState::Active),
        ..permissions.clone()
    };
    let has = |it: &String| match &known.actual {
        None => "–",
        Some(actual) if actual.contains(it) => "yes",
        Some(_) => "no longer",
    };
    html! {
        li {
            p {
                strong { (place) } ": " (compared(&known, visit.settings.tokens.schema(), owner))
                @if let (Some(unused), true) = (unused(&known), token.last_used_at.is_some()) { "; " (unused) }
                "."
            }
            @if !known.requested.is_empty() {
                details {
                    summary { "Each permission" span.unseen { " of “" (token.title) "”: " (place) } }
                    div.scroll {
                        table.permissions {
                            thead { tr {
                                th scope="col" { "Asked for" }
                                th scope="col" { "Has it now" }
                                th scope="col" { "Was used" }
                            } }
                            tbody {
                                @for it in &known.requested {
                                    tr {
                                        th scope="row" { code { (it) } }
                                        td { (has(it)) }
                                        td { @if known.unused.contains(it) { "never" } @else { "yes" } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
