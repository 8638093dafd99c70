//! The search and the filters of a list, as a form that works without a script.

use maud::{Markup, html};

use super::operators::{how, operators, words};
use super::{Column, List, query};
use crate::admin::objects::Field;
use crate::admin::{FilterOp, FilterTerm, Input, ListRequest};

impl List<'_> {
    pub(super) fn filtering(&self) -> Markup {
        let path = self.asked.page.href();
        let request = self.request;
        let has_search = !self.asked.object.shown().search.is_empty();
        let sort = query::sort(request);
        html! {
            @if has_search || !self.filters.is_empty() {
                form.filtering method="get" action=(path) role="search" {
                    @if !sort.is_empty() { input type="hidden" name="sort" value=(sort); }
                    @if request.per_page != ListRequest::default().per_page {
                        input type="hidden" name="per_page" value=(request.per_page);
                    }
                    @if has_search {
                        div.search {
                            label for="search" { "Search" }
                            input #search type="search" name="search" maxlength="500"
                                value=(request.search.as_deref().unwrap_or_default());
                            button type="submit" { "Search" }
                        }
                    }
                    @if !self.filters.is_empty() { (self.filter_rows()) }
                }
                (self.in_force(&path))
            }
        }
    }

    fn filter_rows(&self) -> Markup {
        let active = self.request.filters.len();
        html! {
            details.filters {
                summary { "Filters" @if active > 0 { span.count { " " (active) } } }
                @for (number, (column, term)) in self.rows().into_iter().enumerate() {
                    (self.filter_row(number, &column.field, term))
                }
                button.primary type="submit" { "Apply" }
            }
        }
    }

    /// A row for each filter in force, and one for each field that has none; what has an order can have two
    /// bounds.
    fn rows(&self) -> Vec<(&Column, Option<&FilterTerm>)> {
        let mut rows = Vec::new();
        for column in &self.filters {
            let field = &column.field;
            let fitting = self.operators(field);
            if fitting.is_empty() {
                continue;
            }
            let terms = self.request.filters.iter();
            let terms = terms.filter(|it| it.field == field.name);
            let before = rows.len();
            rows.extend(terms.map(|it| (column, Some(it))));
            let is_ordered = fitting.iter().any(|(op, _)| *op == "at_most");
            if rows.len() == before || (rows.len() == before + 1 && is_ordered) {
                rows.push((column, None));
            }
        }
        rows
    }

    /// What is left out of the list, each with a way to take it back.
    fn in_force(&self, path: &str) -> Markup {
        let request = self.request;
        let without = |at: usize| {
            let mut request = ListRequest {
                page: 1,
                ..request.clone()
            };
            request.filters.remove(at);
            format!("{path}{}", query::of(&request))
        };
        let all = ListRequest {
            page: 1,
            search: None,
            filters: Vec::new(),
            ..request.clone()
        };
        html! {
            @if request.is_filtered() {
                ul.in-force aria-label="In force" {
                    @if let Some(search) = &request.search { li { "contains “" (search) "”" } }
                    @for (at, term) in request.filters.iter().enumerate() {
                        @let text = self.term(term);
                        li { (text) " " a href=(without(at)) aria-label={ "Without: " (text) } { "×" } }
                    }
                    li { a href={ (path) (query::of(&all)) } { "Clear all" } }
                }
            }
        }
    }

    fn term(&self, term: &FilterTerm) -> String {
        let mut fields = self.filters.iter().map(|it| &it.field);
        let field = fields.find(|it| it.name == term.field);
        let label = field.map_or(term.field.as_str(), |it| &it.label);
        let input = field.map_or(Input::Text, |it| it.input);
        match (term.op, input) {
            (FilterOp::IsEmpty, _) if term.value == "true" => format!("{label} is empty"),
            (FilterOp::IsEmpty, _) => format!("{label} is not empty"),
            (op, Input::Checkbox) => {
                let value = if term.value == "true" { "yes" } else { "no" };
                format!("{label} {} {value}", words(op, input))
            }
            (op, _) => format!(
                "{label} {} {}",
                words(op, input),
                self.compared(term, field)
            ),
        }
    }

    /// What a filter in force compares with, as people know it.
    fn compared(&self, term: &FilterTerm, field: Option<&Field>) -> String {
        let mut choices = self.choices.get(&term.field).iter();
        let named = choices.find(|(value, _)| *value == term.value);
        match (named, field.and_then(|it| it.money)) {
            (Some((_, name)), _) => name.clone(),
            (None, Some(money)) => match money.read(&term.value) {
                Ok(amount) => money.shown(amount),
                Err(_) => term.value.clone(),
            },
            (None, None) => term.value.clone(),
        }
    }

    fn operators(&self, field: &Field) -> Vec<(&'static str, &'static str)> {
        operators(field, !self.choices.get(field.name).is_empty())
    }

    fn filter_row(&self, number: usize, field: &Field, term: Option<&FilterTerm>) -> Markup {
        let (name, id) = (field.name, format!("with-{number}"));
        let how = term.map(how);
        let value = term.filter(|it| it.op != FilterOp::IsEmpty);
        let value = value.map_or("", |it| &it.value);
        html! {
            div.row {
                label for=(id) { (field.label) }
                select name={ "how." (name) } aria-label={ "How “" (field.label) "” is compared" } {
                    @for (op, words) in self.operators(field) {
                        option value=(op) selected[how == Some(op)] { (words) }
                    }
                }
                (input(&id, &format!("with.{name}"), field, value, self.choices.get(name)))
            }
        }
    }
}

fn input(id: &str, name: &str, field: &Field, value: &str, named: &[(String, String)]) -> Markup {
    let mut choices: Vec<(&str, &str)> = match field.input {
        _ if !field.choices.is_empty() => field.choices.iter().map(|it| (*it, *it)).collect(),
        Input::Checkbox => vec![("true", "Yes"), ("false", "No")],
        _ => named.iter().map(|(key, name)| (&**key, &**name)).collect(),
    };
    let is_known = value.is_empty() || choices.iter().any(|(choice, _)| *choice == value);
    if !is_known && !choices.is_empty() {
        choices.push((value, value));
    }
    let kind = match field.input {
        Input::Date => "date",
        Input::Time => "time",
        _ => "text",
    };
    let digits = match field.input {
        Input::Integer => Some("numeric"),
        Input::Number => Some("decimal"),
        _ => None,
    };
    html! {
        @if choices.is_empty() {
            input id=(id) type=(kind) name=(name) value=(value) inputmode=[digits] maxlength="500";
        } @else {
            select id=(id) name=(name) {
                option value="" selected[value.is_empty()] { "any" }
                @for (choice, text) in choices {
                    option value=(choice) selected[choice == value] { (text) }
                }
            }
        }
    }
}
