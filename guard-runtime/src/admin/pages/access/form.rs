//! The forms in which questions are put: they change nothing, and are sent as a link.

use maud::{Markup, html};

use super::Access;
use super::known::OPS;
use super::query::Query;

/// A field to write in; what it may be is offered, where that is known.
pub(super) fn text(query: &Query, name: &str, label: &str, known: &[String]) -> Markup {
    let list = format!("known-{name}");
    let offered = (!known.is_empty()).then_some(&list);
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            input id={ "f-" (name) } name=(name) value=[query.get(name)] list=[offered] autocomplete="off";
            @if let Some(list) = offered {
                datalist id=(list) { @for it in known { option value=(it) {} } }
            }
        }
    }
}

/// One of these, or nothing.
pub(super) fn choice(query: &Query, name: &str, label: &str, none: &str, known: &[&str]) -> Markup {
    let chosen = query.get(name);
    html! {
        div.field {
            label for={ "f-" (name) } { (label) }
            select id={ "f-" (name) } name=(name) {
                option value="" { (none) }
                @for it in known { option value=(it) selected[chosen == Some(*it)] { (it) } }
            }
        }
    }
}

/// What one may have or do: a permission, a group, a role, or something with a model.
pub(super) fn wanted(query: &Query, access: &Access) -> Markup {
    html! {
        (text(query, "permission", "A permission", &access.permissions()))
        (choice(query, "group", "A group", "–", &access.groups()))
        (text(query, "role", "A role", &access.role_names()))
        (choice(query, "model", "A model", "–", &Access::models()))
        (choice(query, "op", "and what is done with it", "–", &OPS))
    }
}

/// Fields with a button below them.
pub(super) fn form(path: &str, button: &str, fields: &Markup) -> Markup {
    html! {
        form.asking method="get" action=(path) {
            div.asked { (fields) }
            p.actions {
                button.primary type="submit" { (button) }
                a href=(path) { "Start again" }
            }
        }
    }
}
