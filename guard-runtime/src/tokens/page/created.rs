//! The one page that shows a secret.

use maud::{Markup, html};

use super::card::permissions;
use super::date::{machine, shown};
use super::layout::{Tab, layout};
use super::projects::ProjectChoice;
use super::settings::Visit;
use crate::tokens::CreatedToken;

pub(super) fn view(
    visit: &Visit<'_>,
    created: &CreatedToken,
    choices: Option<&[ProjectChoice]>,
) -> Markup {
    let CreatedToken { secret, token } = created;
    let main = html! {
        h1 tabindex="-1" autofocus { "“" (token.title) "” is created" }
        div.secret data-secret {
            p { strong { "Copy it now: it is not shown again." }
                " Whoever has it acts as you, so keep it where passwords are kept." }
            div.copy {
                code #secret tabindex="0" translate="no" aria-label="The token" { (secret.expose()) }
                button.primary type="button" data-copy hidden { "Copy" }
            }
            p #copied role="status" {}
            p.help { "Programs send it with every request, as "
                code { "Authorization: Bearer …" } "." }
        }
        section.card {
            h2 { "What it may do" }
            p { "It ends on " time datetime=(machine(token.expires_at)) { (shown(token.expires_at)) } "." }
            (permissions(visit, token, choices, "you"))
        }
        p.actions {
            @if visit.may.read { a.button href=(visit.base) { "Done" } }
            a href={ (visit.base) "/new" } { "Another token" }
        }
    };
    layout(visit, Tab::New, "The token is created", &main)
}
