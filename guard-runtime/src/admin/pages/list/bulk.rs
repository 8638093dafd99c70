//! What can be done with the records that are chosen in a list.

use maud::{Markup, html};

use super::List;
use crate::admin::Action;
use crate::admin::pages::form::editable;

impl List<'_> {
    /// One form, to which the boxes of the rows belong.
    pub(super) fn bulk(&self) -> Markup {
        let path = self.asked.page.href();
        let [_, actions] = &self.actions;
        let fields = editable(self.asked, false);
        html! {
            form #bulk.bar method="post" action={ (path) "/delete" } {
                // The Enter key in a box presses the first button that is not disabled. Of this method, and
                // outside of a dialog, it does nothing: also without the script.
                button type="submit" formmethod="dialog" hidden {}
                p { output aria-live="off" { "Chosen: " b data-chosen { "–" } } }
                @for (words, has_form) in actions {
                    @let href = format!("{path}/actions/{}", words.name);
                    button type="submit" formaction=(href) formmethod=(if *has_form { "get" } else { "post" }) {
                        (words.title) @if *has_form { " …" }
                    }
                }
                @if self.can(Action::Update) && !fields.is_empty() {
                    span.change {
                        label for="bulk-field" { "Change" }
                        select #bulk-field name="field" {
                            @for field in &fields { option value=(field.field.name) { (field.field.label) } }
                        }
                        button type="submit" formaction={ (path) "/update" } formmethod="get" { "Change …" }
                    }
                }
                @if self.can(Action::Delete) {
                    details.confirm {
                        summary { "Delete …" }
                        p { "All that are chosen are deleted, or none. This cannot be undone." }
                        button.danger type="submit" { "Delete what is chosen" }
                    }
                }
            }
        }
    }
}
