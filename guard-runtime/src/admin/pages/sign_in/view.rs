//! The form to sign in with.

use maud::{Markup, html};

use crate::admin::pages::layout::{heading, layout};
use crate::admin::pages::said::Said;
use crate::admin::pages::visit::Visit;

/// It works without a script, and the script leaves it alone.
pub(super) fn view(
    visit: &Visit,
    next: &str,
    name: &str,
    said: Option<Said>,
    wrong: Option<&str>,
) -> Markup {
    let is_wrong = wrong.is_some();
    let described = is_wrong.then_some("wrong");
    let main = html! {
        (heading(None, "Sign in", said))
        form.card.sign-in method="post" action={ (visit.state.path) "/sign-in" } data-plain {
            @if let Some(wrong) = wrong { p #wrong.notice.wrong role="alert" { (wrong) } }
            @if !next.is_empty() { input type="hidden" name="next" value=(next); }
            div.field {
                label for="username" { "Name" }
                input #username name="username" value=(name) autocomplete="username" autocapitalize="none"
                    spellcheck="false" required autofocus[name.is_empty()] aria-describedby=[described];
            }
            div.field {
                label for="password" { "Password" }
                input #password name="password" type="password" autocomplete="current-password" required
                    autofocus[!name.is_empty()] aria-describedby=[described];
            }
            button.primary type="submit" { "Sign in" }
        }
    };
    let title = if is_wrong {
        "Not signed in yet: sign in"
    } else {
        "Sign in"
    };
    layout(visit, title, &main)
}
