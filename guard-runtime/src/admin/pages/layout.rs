//! What all pages of a site have in common.

use maud::{DOCTYPE, Markup, html};

use super::files::{SCRIPT_PATH, STYLE_PATH, version};
use super::refusal::to_sign_in;
use super::said::Said;
use super::view_as::END_PATH;
use super::visit::Visit;
use super::{link, nav};
use crate::User;
use crate::env::Env;
use crate::pages::NO_SCRIPT;

pub(super) fn layout(visit: &Visit, title: &str, main: &Markup) -> Markup {
    let state = &visit.state;
    let (site, base) = (state.site().title(), state.path);
    let user = visit.env.as_ref().map(|env| env.uid().to_string());
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                @if let Some(proof) = &visit.proof { meta name="csrf-token" content=(proof); }
                title { (title) @if title != site { " · " (site) } }
                // No icon: browsers would ask for one elsewhere.
                link rel="icon" href="data:,";
                link rel="stylesheet" href={ (base) (STYLE_PATH) (version()) };
                script src={ (base) (SCRIPT_PATH) (version()) } defer {}
            }
            body.admin {
                a.skip href="#main" { "Skip to the content" }
                header.top {
                    a.home href=(base) { (site) }
                    @if let Some(env) = &visit.env { (who(visit, env)) }
                }
                @if let Some(env) = &visit.env { (viewing(visit, env)) }
                p #said role="alert" {}
                div.columns {
                    @if !visit.menu.is_empty() {
                        details.menu { summary { "Menu" } (nav::menu(visit)) }
                        div.side { (nav::menu(visit)) }
                    }
                    // The script repeats nothing as another user.
                    main #main tabindex="-1" data-user=(user.unwrap_or_default()) { (main) }
                }
            }
        }
    }
}

/// Who is signed in, and the way out or in.
fn who(visit: &Visit, env: &Env) -> Markup {
    let (state, user) = (&visit.state, env.user());
    let id = env.uid().to_string();
    let name = if user.name().is_empty() {
        &id
    } else {
        user.name()
    };
    html! {
        div.who {
            @if env.is_signed_in() {
                span { span.unseen { "Signed in as " } (name) }
                @if state.sign_in.is_some() {
                    form method="post" action={ (state.path) "/sign-out" } {
                        button #sign-out type="submit" { "Sign out" }
                    }
                }
            } @else if state.sign_in.is_some() {
                a.button href=(to_sign_in(state, &visit.asked)) { "Sign in" }
            }
        }
    }
}

/// That the site is seen as somebody else, and the way back.
fn viewing(visit: &Visit, env: &Env) -> Markup {
    let (user, actor) = (env.user(), env.actor());
    let name = |user: &User| match user.name() {
        "" => user.id().to_string(),
        name => format!("{name} ({})", user.id()),
    };
    html! {
        @if actor.id() != user.id() {
            section.viewing aria-label="You see the site as somebody else" {
                p {
                    "You see the site as " strong { (name(user)) } ". You are " (name(actor)) ". "
                    "Nothing can be changed until you are yourself again."
                }
                form method="post" action={ (visit.state.path) (END_PATH) } {
                    button #view-end type="submit" { "Be yourself again" }
                }
            }
        }
    }
}

/// What a page begins with: the way up, its title and what was done.
pub(super) fn heading(up: Option<(&str, &str)>, title: &str, said: Option<Said>) -> Markup {
    html! {
        @if let Some((href, text)) = up {
            p.crumbs { a href=(href) { span aria-hidden="true" { "← " } (text) } }
        }
        h1 tabindex="-1" { (title) }
        (notice(said.map(Said::text)))
    }
}

/// What was done.
pub(super) fn notice(text: Option<&str>) -> Markup {
    html! {
        @if let Some(text) = text { p.notice.done role="status" tabindex="-1" autofocus { (text) } }
    }
}

/// The page after something was done that has a sentence of its own to say. It is no redirection, so that
/// the sentence need not stand in a link.
pub(super) fn done(visit: &Visit, title: &str, message: &str, back: (&str, &str)) -> Markup {
    let (href, text) = back;
    html! {
        (heading(None, title, None))
        (notice(Some(message)))
        p.actions {
            a.button.primary href=(href) { (text) }
            a href=(visit.state.path) { "Home" }
        }
    }
}

/// A button that changes something in one step more, so that no slip of the hand does it.
pub(super) fn confirmed(action: &str, what: &str, question: &str) -> Markup {
    html! {
        details.confirm {
            summary { (what) " …" }
            form method="post" action=(action) {
                p { (question) }
                button.danger type="submit" { (what) }
            }
        }
    }
}

/// Hidden fields with the keys of the records that are chosen.
pub(super) fn chosen(keys: &[String]) -> Markup {
    html! { @for key in keys { input type="hidden" name="key" value=(key); } }
}

/// Said where something can be changed.
pub(super) fn no_script(changes: bool) -> Markup {
    html! { @if changes { (NO_SCRIPT) } }
}

/// A button of a custom action that is about these records: one with a form or a question shows that
/// first.
pub(super) fn action_button(
    path: &str,
    words: &crate::admin::ActionWords,
    has_form: bool,
    keys: &[String],
) -> Markup {
    let href = format!("{path}/actions/{}", words.name);
    let about = Some(words.description).filter(|it| !it.is_empty());
    html! {
        @if has_form {
            @let query = link::query(keys.iter().map(|key| ("key", key.as_str())));
            @let question = if keys.is_empty() { "" } else { "?" };
            a.button href={ (href) (question) (query) } title=[about] { (words.title) " …" }
        } @else {
            form method="post" action=(href) {
                (chosen(keys))
                button type="submit" title=[about] { (words.title) }
            }
        }
    }
}
