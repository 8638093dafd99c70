//! The table of tokens.

use maud::{Markup, html};

use super::super::query::Query;
use super::super::shown::{person, table, when};
use super::row::{Owners, Row, state_name};
use crate::admin::access::AssignmentRules;
use crate::env::Env;
use crate::tokens::TokenState;

/// What a row needs to know.
pub(super) struct Shown<'a> {
    /// The path of the page.
    pub(super) path: &'a str,
    pub(super) query: &'a Query,
    pub(super) owners: &'a Owners,
    /// Where users are shown, if they are.
    pub(super) users: Option<&'a str>,
    /// By which rules tokens are revoked; nothing for who may revoke none here.
    pub(super) rules: Option<(&'a AssignmentRules, &'a Env)>,
}

impl Shown<'_> {
    pub(super) fn table(&self, rows: &[Row]) -> Markup {
        let head = [
            "Token",
            "Owner",
            "State",
            "May do",
            "Made",
            "Expires",
            "Last used",
        ];
        let rows = html! { @for it in rows { (self.row(it)) } };
        table("Tokens", &head, &rows)
    }

    fn row(&self, token: &Row) -> Markup {
        let owner = self.owners.get(&token.owner);
        html! {
            tr {
                th scope="row" {
                    (title(&token.title))
                    div.help { code { (token.id) } @if !token.description.is_empty() { " " (token.description) } }
                }
                td { (person(self.users, &token.owner, owner.map(|(account, _)| account))) }
                td data-state=(state_name(token.state)) {
                    @match token.state {
                        TokenState::Active => strong { "active" },
                        other => (state_name(other)),
                    }
                    @if let Some(at) = token.revoked_at { " " (when(at)) }
                    // Here and not at the end of a wide row, where a narrow window does not show it.
                    @if self.may_revoke(token) { (self.button(token)) }
                }
                td { (places(token)) }
                td { (when(token.created_at)) }
                td { (when(token.expires_at)) }
                td { @match token.last_used_at { Some(at) => (when(at)), None => span.none { "never" } } }
            }
        }
    }

    fn may_revoke(&self, token: &Row) -> bool {
        let owner = self.owners.get(&token.owner).map(|(_, user)| user);
        let rules = self.rules.filter(|_| token.state == TokenState::Active);
        rules.is_some_and(|(rules, env)| rules.revoke(env, owner).is_ok())
    }

    /// A second step, so that no slip of the hand ends a token.
    fn button(&self, token: &Row) -> Markup {
        html! {
            details.confirm {
                summary { "Revoke" span.unseen { " " (title(&token.title)) } " …" }
                form method="post" action={ (self.path) "/revoke" } {
                    input type="hidden" name="id" value=(token.id);
                    input type="hidden" name="back" value=(self.query.text());
                    p { "Programs that use it are refused from now on. This cannot be undone." }
                    button.danger type="submit" { "Revoke " (title(&token.title)) }
                }
            }
        }
    }
}

fn title(title: &str) -> Markup {
    html! { @if title.trim().is_empty() { "(without a title)" } @else { "“" (title) "”" } }
}

/// What it was made for, outside of projects and in each.
fn places(token: &Row) -> Markup {
    let has_none = token.permissions.is_empty() && token.projects.is_empty();
    html! {
        @if has_none { span.none { "no permission" } }
        @else {
            @for it in &token.permissions { div { code { (it) } } }
            @for project in &token.projects { div {
                "in " code { (project.scope) } " " strong { (project.project) } ": "
                @if project.permissions.is_empty() { "what it inherits" }
                @for (at, it) in project.permissions.iter().enumerate() {
                    @if at > 0 { ", " } code { (it) }
                }
            } }
        }
    }
}
