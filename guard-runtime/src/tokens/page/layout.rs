//! What all pages have in common.

use maud::{DOCTYPE, Markup, html};

use super::files::{SCRIPT_PATH, STYLE_PATH, version};
use super::settings::Visit;

/// Which of the pages it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Own,
    New,
    All,
}

pub(super) fn layout(visit: &Visit<'_>, tab: Tab, title: &str, main: &Markup) -> Markup {
    let Visit {
        base,
        may,
        settings,
        ..
    } = visit;
    let home = settings.home.as_ref();
    let link = |path: &str, of: Tab, text: &str| {
        html! {
            a href={ (base) (path) } aria-current=[(tab == of).then_some("page")] { (text) }
        }
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if let Some(proof) = &visit.proof { meta name="csrf-token" content=(proof); }
                title { (title) @if let Some((_, name)) = home { " · " (name) } }
                // No icon: browsers would ask for one elsewhere.
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ (base) (STYLE_PATH) (version()) };
                script src={ (base) (SCRIPT_PATH) (version()) } defer {}
            }
            body {
                a.skip href="#main" { "Skip to the content" }
                header.top {
                    @if let Some((path, name)) = home { a.home href=(path) { (name) } }
                    nav aria-label="Access tokens" {
                        @if may.read { (link("", Tab::Own, "Your tokens")) }
                        @if may.create { (link("/new", Tab::New, "New token")) }
                        @if may.read_all { (link("/all", Tab::All, "All tokens")) }
                    }
                }
                p #said role="alert" {}
                // The script shows no other page, and repeats nothing as another user.
                main #main tabindex="-1" data-tokens=(visit.env.uid()) { (main) }
            }
        }
    }
}
