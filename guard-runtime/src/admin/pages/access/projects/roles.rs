//! The roles of a project: what they may do, and what they open.

use maud::{Markup, html};

use super::super::{Access, routes};
use super::place::Place;
use crate::admin::access::{Subject, routes as endpoints};

pub(super) fn roles(access: &Access, place: &Place) -> Markup {
    let all = endpoints(&access.mounted);
    let roles = access.member_roles(place.scope.name);
    html! {
        h3 { "Roles in projects of " code { (place.scope.name) } }
        @if roles.is_empty() { p.empty { "There are none." } }
        @for role in roles {
            @let opened = Subject::Role(role.clone()).opens(&all);
            details.role id={ "role-" (role.name()) } {
                summary {
                    code { (role.name()) }
                    @if role.title() != role.name() { " (" (role.title()) ")" }
                    @if !role.description().is_empty() { ": " (role.description()) }
                }
                @let permissions = role.permissions().to_strings();
                @if permissions.is_empty() { p { "It has no permissions." } }
                @else { ul { @for it in &permissions { li { code { (it) } } } } }
                @if opened.is_empty() { p { "It opens no endpoint that is not open without it." } }
                @else {
                    p { "It opens" }
                    ul { @for it in &opened {
                        li { code { (it.route.method) " " (it.route.path) } ", " (routes::how(&it.opening)) }
                    } }
                }
            }
        }
    }
}
