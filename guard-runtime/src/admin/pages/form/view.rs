//! Forms as HTML.

use maud::{Markup, html};

use super::{Entry, Form};
use crate::admin::Input;
use crate::admin::pages::layout::{chosen, no_script};

/// What stands around the fields.
pub(in crate::admin::pages) struct Frame<'a> {
    /// Where it is sent.
    pub(in crate::admin::pages) action: String,
    /// What is on its button.
    pub(in crate::admin::pages) button: &'a str,
    /// The keys of the records that it is about, where many are.
    pub(in crate::admin::pages) keys: &'a [String],
    /// The field that it is about, where it is one of them.
    pub(in crate::admin::pages) field: Option<&'a str>,
    /// Where one goes who does not send it.
    pub(in crate::admin::pages) back: String,
}

impl Form {
    pub(in crate::admin::pages) fn view(&self, frame: &Frame<'_>) -> Markup {
        let mut wrong = self.entries.iter().filter(|it| !it.mistakes.is_empty());
        let first = wrong.next().map(|it| &*it.name);
        html! {
            (no_script(true))
            (self.complaints(first.is_none()))
            form.entry method="post" action=(frame.action) novalidate autocomplete="off" data-keep {
                (chosen(frame.keys))
                @if let Some(field) = frame.field { input type="hidden" name="field" value=(field); }
                @if !self.entries.is_empty() {
                    div.fields {
                        @for entry in &self.entries {
                            (entry.view(&self.naming.of(&entry.name), first == Some(&*entry.name)))
                        }
                    }
                }
                p.actions {
                    button.primary type="submit" { (frame.button) }
                    a href=(frame.back) { "Cancel" }
                }
            }
        }
    }

    /// What is wrong, above all fields; each line leads to its field.
    fn complaints(&self, is_read_first: bool) -> Markup {
        html! {
            @if self.is_refused() {
                div.notice.wrong tabindex=[is_read_first.then_some("-1")] autofocus[is_read_first] {
                    p { strong { "Nothing was changed yet." } }
                    ul {
                        @for mistake in &self.mistakes { li { (mistake) } }
                        @for entry in &self.entries {
                            @for mistake in &entry.mistakes {
                                li { a href={ "#f-" (entry.name) } { (entry.label) ": " (mistake) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

impl Entry {
    fn view(&self, name: &str, is_first: bool) -> Markup {
        let id = format!("f-{}", self.name);
        let about = format!("{id}-about");
        let has_about = !self.help.is_empty() || !self.mistakes.is_empty() || self.is_hidden;
        let described = has_about.then_some(about.as_str());
        html! {
            div.field {
                label for=(id) {
                    (self.label)
                    @if !self.required && self.input != Input::Checkbox { span.count { " (optional)" } }
                }
                @if has_about {
                    p.help id=(about) {
                        @for mistake in &self.mistakes {
                            strong.mistake { "To correct: " (mistake) } br;
                        }
                        @if self.is_hidden { "What is stored is not shown to you: leave it empty to keep it. " }
                        (self.help)
                    }
                }
                (self.control(&id, name, described, is_first))
            }
        }
    }

    fn control(&self, id: &str, name: &str, described: Option<&str>, is_first: bool) -> Markup {
        let invalid = (!self.mistakes.is_empty()).then_some("true");
        let kind = self.kind();
        let digits = match self.input {
            Input::Integer => Some("numeric"),
            Input::Number => Some("decimal"),
            _ => None,
        };
        let required = self.required.then_some("true");
        html! {
            @match self.input {
                _ if !self.choices.is_empty() => {
                    select id=(id) name=(name) aria-describedby=[described] aria-invalid=[invalid]
                        aria-required=[required] autofocus[is_first] {
                        (self.options())
                    }
                }
                Input::LongText | Input::Json => {
                    textarea id=(id) name=(name) rows="5" aria-describedby=[described] aria-invalid=[invalid]
                        aria-required=[required] autofocus[is_first] { "\n" (self.value) }
                }
                Input::Checkbox => {
                    input id=(id) type="checkbox" name=(name) value="true" checked[self.value == "true"]
                        aria-describedby=[described] aria-invalid=[invalid] autofocus[is_first];
                }
                _ => {
                    input id=(id) type=(kind) name=(name) value=(self.value) inputmode=[digits]
                        step=[(kind == "datetime-local").then_some("1")] aria-required=[required]
                        aria-describedby=[described] aria-invalid=[invalid] autofocus[is_first];
                }
            }
        }
    }

    /// How browsers let it be entered. What they could not show they would lose: that is a line of text.
    fn kind(&self) -> &'static str {
        let is_empty = self.value.is_empty();
        match self.input {
            Input::Date if is_empty || self.value.len() == "2026-11-21".len() => "date",
            Input::DateTime if is_empty || self.value.len() <= "2026-11-21T10:00:00".len() => {
                "datetime-local"
            }
            _ => "text",
        }
    }

    fn options(&self) -> Markup {
        let value = self.value.as_str();
        let is_known = value.is_empty() || self.choices.iter().any(|(it, _)| it == value);
        html! {
            // So that nothing is chosen that nobody has chosen.
            option value="" selected[value.is_empty()] { @if self.required { "Choose …" } @else { "–" } }
            @if !is_known { option value=(value) selected { (value) } }
            @for (choice, text) in &self.choices {
                option value=(choice) selected[choice == value] { (text) }
            }
        }
    }
}
