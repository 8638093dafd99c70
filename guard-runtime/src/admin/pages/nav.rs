//! The menu as a part of a page.

use maud::{Markup, html};

use super::visit::Visit;
use crate::admin::{MenuItem, NodeKind};

/// Where one is, and what else may be opened.
pub(super) fn menu(visit: &Visit) -> Markup {
    let here = visit.here.map(crate::admin::Node::key);
    let is_home = here.is_none();
    html! {
        nav.pages aria-label="Pages" {
            a href=(visit.state.path) aria-current=[is_home.then_some("page")] { "Home" }
            (list(&visit.menu, here.as_deref()))
        }
    }
}

fn list(items: &[MenuItem], here: Option<&str>) -> Markup {
    html! {
        ul { @for item in items { li { (entry(item, here)) } } }
    }
}

fn entry(item: &MenuItem, here: Option<&str>) -> Markup {
    let is_here = here == Some(item.key.as_str());
    // Where one is, is open; from outside, all is.
    let is_open = here.is_none_or(|here| item.leads_to(here));
    html! {
        @if let Some(href) = &item.href {
            a href=(href) aria-current=[is_here.then_some("page")] {
                (item.title)
                @if item.kind == NodeKind::Link { span aria-hidden="true" { " ↗" } }
            }
        }
        @if !item.items.is_empty() {
            @if item.href.is_none() {
                details open[is_open] { summary { (item.title) } (list(&item.items, here)) }
            } @else {
                (list(&item.items, here))
            }
        }
    }
}
