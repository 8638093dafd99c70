//! The first page of a site: the menu, with what its parts are for.

use actix_web::http::StatusCode;
use maud::{Markup, html};

use super::layout::{heading, layout};
use super::refusal::to_sign_in;
use super::said::Said;
use super::visit::Visit;
use super::{Outcome, nav};
use crate::admin::{MenuItem, menu};
use crate::pages::page;

/// All that may be opened. Without the menu there is nothing to show, so here its errors count.
pub(super) async fn show(visit: Visit, query: &str) -> Outcome {
    let (said, _) = Said::take(query);
    let visit = with_menu(visit).await?;
    let site = visit.state.site();
    let main = html! {
        (heading(None, site.title(), said))
        @if !site.description().is_empty() { p.lead { (site.description()) } }
        @if visit.menu.is_empty() {
            div.empty {
                p { "There is no page here that you may open." }
                @if visit.state.sign_in.is_some() {
                    p { a href=(to_sign_in(&visit.state, &visit.asked)) { "Sign in as somebody else" } }
                }
            }
        }
        (groups(&visit.menu))
    };
    Ok(page(StatusCode::OK, layout(&visit, site.title(), &main)))
}

/// The menu alone, to be put into another page.
pub(super) async fn fragment(visit: Visit) -> Outcome {
    let visit = with_menu(visit).await?;
    Ok(page(StatusCode::OK, nav::menu(&visit)))
}

async fn with_menu(visit: Visit) -> Result<Visit, super::Stop> {
    let Some(env) = &visit.env else {
        return Ok(visit);
    };
    let menu = menu::menu(&visit.state, env).await?;
    Ok(Visit { menu, ..visit })
}

/// Pages beside each other as cards; what holds pages with its title above them.
fn groups(items: &[MenuItem]) -> Markup {
    let pages = items.iter().filter(|it| it.href.is_some());
    let pages = pages.collect::<Vec<_>>();
    let holders = items.iter().filter(|it| it.href.is_none());
    html! {
        @if !pages.is_empty() {
            ul.cards { @for item in pages { li { (card(item)) } } }
        }
        @for item in holders {
            section.holder {
                h2 { (item.title) }
                @if !item.description.is_empty() { p.about { (item.description) } }
                (groups(&item.items))
            }
        }
    }
}

fn card(item: &MenuItem) -> Markup {
    html! {
        @if let Some(href) = &item.href { a.title href=(href) { (item.title) } }
        @if !item.description.is_empty() { p.about { (item.description) } }
    }
}
