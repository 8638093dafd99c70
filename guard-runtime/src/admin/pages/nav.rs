//! The menu as a part of a page.

use maud::{Markup, html};

use super::visit::Visit;
use crate::admin::{MenuItem, NodeKind};

/// Where one is, and what else may be opened.
pub(super) fn menu(visit: &Visit) -> Markup {
    let here = visit.here.map(crate::admin::Node::key);
    html! {
        nav.pages aria-label="Pages" {
            a href=(visit.state.path) aria-current=[visit.is_home().then_some("page")] { "Home" }
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
                @if leaves(item.kind, href) { span aria-hidden="true" { " ↗" } }
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

/// Whether it leads to another server. A path stays on this one, unless another's name begins it.
fn leaves(kind: NodeKind, href: &str) -> bool {
    let is_path = href.starts_with('/') && !href.starts_with("//") && !href.starts_with("/\\");
    kind == NodeKind::Link && !is_path
}

#[cfg(test)]
mod tests {
    use super::leaves;
    use crate::admin::NodeKind;

    #[test]
    fn a_path_stays_on_this_server() {
        for (href, expected) in [
            ("/tokens", false),
            ("/", false),
            ("https://elsewhere.example", true),
            ("//elsewhere.example", true),
            ("/\\elsewhere.example", true),
            ("mailto:ada@elsewhere.example", true),
        ] {
            assert_eq!(leaves(NodeKind::Link, href), expected, "{href}");
        }
        assert!(!leaves(NodeKind::PlainPage, "/admin/dashboard"));
    }
}
