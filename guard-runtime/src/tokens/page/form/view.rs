//! The form as HTML.

use maud::{Markup, html};

use super::Form;
use super::mistakes::Field;
use super::project_view::projects;
use crate::pages::NO_SCRIPT;
use crate::tokens::page::date::shown;
use crate::tokens::page::layout::{Tab, layout};
use crate::tokens::page::matrix::Matrix;
use crate::tokens::page::settings::Visit;

pub(in crate::tokens::page) fn view(visit: &Visit<'_>, form: &Form) -> Markup {
    let action = format!("{}/new", visit.base);
    let title = if is_refused(form) {
        "Not created yet: new token"
    } else {
        "New token"
    };
    let main = html! {
        h1 tabindex="-1" { "New access token" }
        p.lead {
            "A token lets a script or another program act for you. Give it no more than it needs: \
             it never may do more than you may."
        }
        (NO_SCRIPT)
        (complaints(form))
        form method="post" action=(action) novalidate autocomplete="off" {
            // The first button is what the Enter key presses.
            button type="submit" hidden { "Create token" }
            (about(form, &action))
            h2 #permissions tabindex="-1" { "What it may do everywhere" }
            @if let Some(text) = form.mistakes.of(Field::Permissions) {
                p { strong.mistake { "To correct: " (text) } }
            }
            @for matrix in &form.global { (global(matrix)) }
            @if !form.scopes.is_empty() { (projects(form, &action)) }
            div.bar {
                p { output aria-live="off" { "Chosen in all: " b data-total { (form.chosen()) } } }
                button.primary type="submit" { "Create token" }
                @if visit.may.read { a href=(visit.base) { "Cancel" } }
            }
        }
    };
    layout(visit, Tab::New, title, &main)
}

/// What went wrong, above all fields; each line leads to its field.
fn complaints(form: &Form) -> Markup {
    let has_mistakes = form.mistakes.first().is_some();
    // Where no field has the cursor: it is in the project that was just added, too.
    let is_read_first = !form.mistakes.iter().any(|(field, _)| field.has_cursor())
        && form.input.added.is_none()
        && !form.input.removes;
    let notices = html! { @for notice in &form.notices { p { (notice) } } };
    html! {
        @if is_refused(form) {
            div.notice.wrong tabindex=[is_read_first.then_some("-1")] autofocus[is_read_first] {
                p { strong { "The token is not created yet." } }
                @if has_mistakes {
                    ul {
                        @for (field, text) in form.mistakes.iter() {
                            li { a href={ "#" (field.id()) } { (text) } }
                        }
                    }
                }
                (notices)
            }
        } @else if !form.notices.is_empty() {
            div.notice role="status" { (notices) }
        }
    }
}

/// It was sent, or asks for more than there can be.
fn is_refused(form: &Form) -> bool {
    form.input.sent || form.mistakes.first().is_some()
}

fn about(form: &Form, action: &str) -> Markup {
    let lifetime = &form.lifetime;
    let days = "Or so many days from today";
    html! {
        div.fields {
            (field(form, Field::Title, "Title", "What you recognize it by, such as “nightly export”.", &html! {
                input #title name="title" value=(form.input.title) required maxlength="100"
                    aria-describedby="title-help" aria-invalid=[invalid(form, Field::Title)]
                    autofocus[starts_at(form, Field::Title)];
            }))
            (field(form, Field::Description, "Description", "Optional: where it is used, and for what.", &html! {
                textarea #description name="description" rows="2" maxlength="1000"
                    aria-describedby="description-help" aria-invalid=[invalid(form, Field::Description)]
                    autofocus[starts_at(form, Field::Description)] { (form.input.description) }
            }))
            (field(form, Field::Expires, "Last day", &format!(
                "It ends with this day, at midnight UTC, and on {} at the latest.",
                shown(lifetime.latest_end)
            ), &html! {
                input #expires type="date" name="expires" value=(lifetime.shown()) required
                    min=(lifetime.today) max=(lifetime.latest)
                    aria-describedby="expires-help" aria-invalid=[invalid(form, Field::Expires)]
                    autofocus[starts_at(form, Field::Expires)];
                span.presets role="group" aria-label=(days) {
                    @for (days, day) in lifetime.presets() {
                        button type="submit" formmethod="get" formaction=(action) name="days"
                            value=(days) data-day=(day) { (days) " days" }
                    }
                    button type="submit" formmethod="get" formaction=(action) name="days"
                        value=(u32::MAX) data-day=(lifetime.latest) { "longest" }
                }
            }))
        }
    }
}

fn field(form: &Form, field: Field, label: &str, help: &str, input: &Markup) -> Markup {
    let id = field.id();
    html! {
        div.field {
            label for=(id) { (label) }
            p.help id={ (id) "-help" } {
                @if let Some(text) = form.mistakes.of(field) {
                    strong.mistake { "To correct: " (text) } br;
                }
                (help)
            }
            (input)
        }
    }
}

fn global(matrix: &Matrix) -> Markup {
    let scope = matrix.scope;
    let inside = html! {
        @if !scope.description.is_empty() { p.about { (scope.description) } }
        (matrix.counter())
        (matrix.table(scope.title))
    };
    html! {
        @if matrix.offers_any() {
            fieldset { legend { (scope.title) " " code { (scope.name) } } (inside) }
        } @else {
            details.scope {
                summary { (scope.title) " " code { (scope.name) } ": you have none of these permissions" }
                (inside)
            }
        }
    }
}

fn invalid(form: &Form, field: Field) -> Option<&'static str> {
    form.mistakes.of(field).map(|_| "true")
}

/// Whether the cursor belongs there: at the first mistake.
fn starts_at(form: &Form, field: Field) -> bool {
    form.mistakes.first() == Some(field)
}
