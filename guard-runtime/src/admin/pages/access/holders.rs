//! Groups, roles and users that have something.

use maud::{Markup, html};

use super::super::value::grouped;
use super::shown::table;
use super::{cells, verdict};
use crate::admin::access::{Allowed, Giver, Givers, Holder, Holders, How};

pub(super) fn givers(givers: &Givers) -> Markup {
    html! {
        @if givers.groups.is_empty() && givers.roles.is_empty() {
            p { "No group and no role gives it." }
        }
        (list("Groups that give it", &givers.groups))
        (list("Roles that give it", &givers.roles))
        @if !givers.restrictions.is_empty() {
            p { "For everybody, only where:" }
            ul { @for rule in &givers.restrictions { li { (cells::rule(rule)) } } }
        }
    }
}

fn list(title: &str, all: &[Giver]) -> Markup {
    html! {
        @if !all.is_empty() {
            h3 { (title) }
            ul { @for it in all { li {
                code { (it.name) }
                @if !it.via.is_empty() { " by " (it.via.join(" › ")) }
                @if let Some(scope) = it.project_scope { ", in projects of " code { (scope) } }
                @if it.records == Some(Allowed::Yes) { ", every record" }
                @for rule in &it.rules { div.rule { "where " (cells::rule(rule)) } }
            } } }
        }
    }
}

/// Those who were found, and how far was looked: whoever has not been looked at is not said not to.
pub(super) fn users(found: &Holders, from: u64, more: Option<&str>) -> Markup {
    let rows = html! { @for it in &found.items { (row(it)) } };
    let until = from.saturating_add(found.looked_at);
    html! {
        h3 { "Users" }
        p {
            "Accounts " (grouped(from.saturating_add(1).min(until))) " to " (grouped(until)) " of "
            (grouped(found.accounts)) " were looked at. Members of projects are asked of the project."
        }
        @if found.items.is_empty() { p.empty { "None of these accounts has it." } }
        @else { (table("Users", &["User", "By", "In force", "Tokens"], &rows)) }
        @if let Some(more) = more { p { a href=(more) rel="next" { "Look further" } } }
    }
}

fn row(holder: &Holder) -> Markup {
    html! {
        tr {
            th scope="row" { (verdict::account(&holder.account)) }
            td { @for (at, it) in holder.how.iter().enumerate() { @if at > 0 { "; " } (how(it)) } }
            td { @if holder.in_force { "yes" } @else { strong { "no: blocked, or in groups that exclude each other" } } }
            td {
                @match holder.tokens {
                    Some(tokens) => { (tokens.keep) " of " (tokens.active) " leave it" },
                    None => span.none { "not asked" },
                }
            }
        }
    }
}

fn how(how: &How) -> Markup {
    html! {
        @match how {
            How::Group { group, via } => {
                "group " code { (group) } @if !via.is_empty() { " › " (via.join(" › ")) }
            }
            How::Role { role } => { "role " code { (role) } },
            How::Besides => "granted besides",
        }
    }
}
