//! The projects of the form as HTML.

use maud::{Markup, html};

use super::Form;
use super::mistakes::Field;
use super::project::FormProject;

pub(super) fn projects(form: &Form, action: &str) -> Markup {
    html! {
        h2 #projects tabindex="-1" autofocus[form.input.removes] { "What it may do in projects" }
        p.help #projects-help {
            @if let Some(text) = form.mistakes.of(Field::Projects) {
                strong.mistake { "To correct: " (text) } br;
            }
            "Add each project that the token is for. In others it has only what follows from its permissions everywhere."
        }
        @for project in &form.projects { (part(form, project, action)) }
        div.add { (add(form))
            button type="submit" formmethod="get" formaction=(action) { "Add project" }
        }
    }
}

fn part(form: &Form, project: &FormProject, action: &str) -> Markup {
    let name = project.name();
    let is_added = form.input.added.as_ref() == Some(&project.place);
    html! {
        fieldset.project.wrong[project.is_hidden()] {
            legend tabindex="-1" autofocus[is_added] { (name) }
            input type="hidden" name="projects" value=(project.place);
            @if let Some(matrix) = project.matrix() {
                p.about { (matrix.scope.title) ". " (matrix.scope.description) }
                (matrix.counter())
                (matrix.table(&name))
            } @else {
                p { strong.mistake { "To correct: there is no such project, or you may not know of it." } }
            }
            button type="submit" formmethod="get" formaction=(action) name="remove"
                value=(project.place) { "Remove " span.unseen { (name) } " from the form" }
        }
    }
}

/// Where the next project is named: from a list, or by its id.
fn add(form: &Form) -> Markup {
    let is_new = |scope: &str, id| {
        let mut projects = form.projects.iter();
        !projects.any(|it| it.place.scope == scope && it.place.id == id)
    };
    let Some(choices) = &form.choices else {
        return html! {
            @if let [scope] = form.scopes.as_slice() {
                input type="hidden" name="add_scope" value=(scope.name);
                label for="add" { "Id of the project" }
            } @else {
                label for="add_scope" { "Kind of project" }
                select #add_scope name="add_scope" {
                    @for scope in &form.scopes { option value=(scope.name) { (scope.title) } }
                }
                label for="add" { "Its id" }
            }
            input #add name="add" aria-describedby="projects-help";
        };
    };
    html! {
        label for="add" { "Project" }
        select #add name="add" aria-describedby="projects-help" {
            option value="" { "Choose a project" }
            @for it in choices {
                @if is_new(&it.scope, it.id.clone()) {
                    option value={ (it.scope) "@" (it.id) } { (it.title) " (" (it.scope) " " (it.id) ")" }
                }
            }
        }
    }
}
