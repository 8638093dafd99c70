//! The table of one scope: resources × verbs, with a box where the schema offers the verb.

use maud::{Markup, html};

use crate::Id;
use crate::scope::{Permission, PermissionSet, ResourceEntry, ScopeEntry, Scopes, Verb};

/// So many rows scroll by themselves, below a heading that stays.
const LONG: usize = 20;

/// What can be chosen of one scope, everywhere or in one project.
pub(super) struct Matrix {
    pub(super) schema: &'static Scopes,
    pub(super) scope: &'static ScopeEntry,
    pub(super) project: Option<Id>,
    /// What the caller has there.
    pub(super) held: PermissionSet,
    pub(super) chosen: PermissionSet,
}

impl Matrix {
    /// The verbs that occur in the scope.
    fn verbs(&self) -> Vec<Verb> {
        let offered = |verb: &Verb| {
            let mut resources = self.scope.resources.iter();
            resources.any(|it| it.verbs().any(|it| it == *verb))
        };
        Verb::ALL.into_iter().filter(offered).collect()
    }

    fn permission(&self, resource: &ResourceEntry, verb: Verb) -> Option<Permission> {
        self.schema.get(self.scope.name, resource.name, verb)
    }

    fn permissions(&self) -> impl Iterator<Item = Permission> {
        let resources = self.scope.resources.iter();
        resources.flat_map(|it| it.verbs().filter_map(|verb| self.permission(it, verb)))
    }

    /// How many of the scope can be chosen, and how many there are.
    fn counts(&self) -> (usize, usize) {
        let held = self.permissions().filter(|it| self.held.contains(*it));
        (held.count(), self.permissions().count())
    }

    pub(super) fn chosen(&self) -> usize {
        let chosen = self.permissions().filter(|it| self.chosen.contains(*it));
        chosen.count()
    }

    /// Whether there is a box that can be checked.
    pub(super) fn offers_any(&self) -> bool {
        self.counts().0 > 0
    }

    /// How many are chosen; the script keeps the number in step.
    pub(super) fn counter(&self) -> Markup {
        let (held, all) = self.counts();
        html! {
            p.counter {
                output { b data-count { (self.chosen()) } " of " (held) " chosen" }
                @if held < all {
                    " · you have " (held) " of the " (all) " permissions"
                }
            }
        }
    }

    /// The table; the label tells it apart from those of other scopes and projects.
    pub(super) fn table(&self, label: &str) -> Markup {
        let verbs = self.verbs();
        let long = self.scope.resources.len() > LONG;
        html! {
            div.scroll.long[long] {
                table.matrix aria-label=(label) {
                    thead {
                        tr {
                            th scope="col" { "Resource" }
                            @for verb in &verbs { th scope="col" { (verb.name()) } }
                        }
                    }
                    tbody {
                        @for resource in self.scope.resources {
                            tr {
                                th scope="row" { (heading(resource)) }
                                @for verb in &verbs { (self.cell(resource, *verb)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, resource: &ResourceEntry, verb: Verb) -> Markup {
        let Some(permission) = self.permission(resource, verb) else {
            return html! { td.none { span.unseen { "not offered" } } };
        };
        let name = format!("{}.{} {verb}", self.scope.name, resource.name);
        if !self.held.contains(permission) {
            return html! {
                td.lacking {
                    input type="checkbox" disabled aria-label=(name);
                    span { "you do not have it" }
                }
            };
        }
        let field = if self.project.is_some() {
            "in"
        } else {
            "permissions"
        };
        let value = match &self.project {
            Some(id) => format!("{permission}@{id}"),
            None => permission.to_string(),
        };
        let chosen = self.chosen.contains(permission);
        html! {
            td {
                label.box {
                    input type="checkbox" name=(field) value=(value) checked[chosen] aria-label=(name);
                }
            }
        }
    }
}

fn heading(resource: &ResourceEntry) -> Markup {
    html! {
        span.title { (resource.title) }
        @if resource.title != resource.name { " " code { (resource.name) } }
        @if !resource.description.is_empty() { span.about { (resource.description) } }
    }
}
