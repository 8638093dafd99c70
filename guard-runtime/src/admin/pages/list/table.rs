//! The list itself.

use maud::{Markup, html};

use super::{Column, List, query, title_of};
use crate::admin::objects::{Field, Record};
use crate::admin::pages::link;
use crate::admin::pages::value::{cell, cut, is_number, named};
use crate::admin::{Action, Input, ListRequest};

impl List<'_> {
    pub(super) fn table(&self) -> Markup {
        let has_bulk = self.has_bulk();
        html! {
            div.scroll tabindex="0" role="region" aria-label=(self.asked.page.node.title()) {
                table.records {
                    caption { (self.asked.page.node.title()) }
                    thead { tr {
                        @if has_bulk {
                            th.choose scope="col" {
                                // Without the script it would choose nothing.
                                input type="checkbox" data-all hidden aria-label="Choose all on this page";
                                span.unseen { "Choose" }
                            }
                        }
                        @for column in &self.columns { (self.head(column)) }
                    } }
                    tbody { @for record in &self.listed.records { (self.row(record, has_bulk)) } }
                }
            }
        }
    }

    fn head(&self, column: &Column) -> Markup {
        let field = &column.field;
        let sorted = self.sorted(field.name);
        let order = match sorted {
            Some(true) => Some("descending"),
            Some(false) => Some("ascending"),
            None => None,
        };
        let next = ListRequest {
            page: 1,
            sort: vec![(field.name.to_owned(), sorted == Some(false))],
            ..self.request.clone()
        };
        let arrow = match sorted {
            Some(true) => " ▾",
            Some(false) => " ▴",
            None => "",
        };
        html! {
            th class=[number(field)] scope="col" aria-sort=[order] {
                // What has no order, or none that people would know, is not sorted by.
                @if field.input == Input::Json { (field.label) } @else {
                    a href={ (self.asked.page.href()) (query::of(&next)) } {
                        (field.label) span aria-hidden="true" { (arrow) }
                    }
                }
            }
        }
    }

    /// Whether the list is sorted by this field first, and if so, whether it descends.
    fn sorted(&self, name: &str) -> Option<bool> {
        let asked = self.request.sort.first();
        let asked = asked.map(|(field, descending)| (field.as_str(), *descending));
        let usual = self.asked.object.shown().sort.first().copied();
        let (field, descending) = asked.or(usual)?;
        (field == name).then_some(descending)
    }

    fn row(&self, record: &Record, has_bulk: bool) -> Markup {
        let title = title_of(self.asked, &self.columns, record);
        let href = link::record(&self.asked.page, &record.key);
        let can_read = self.can(Action::Read);
        let mut columns = self.columns.iter();
        let first = columns.next();
        html! {
            tr {
                @if has_bulk {
                    td.choose {
                        input type="checkbox" name="key" value=(record.key) form="bulk" aria-label={ "Choose " (title) };
                    }
                }
                @if let Some(first) = first {
                    th class=[number(&first.field)] scope="row" {
                        @if can_read { a href=(href) { (self.lead(first, record, &title)) } }
                        @else { (self.lead(first, record, &title)) }
                    }
                }
                @for column in columns {
                    td class=[number(&column.field)] { (self.value(column, record)) }
                }
            }
        }
    }

    fn value(&self, column: &Column, record: &Record) -> Markup {
        let Some(Some(value)) = record.values.get(column.at) else {
            return html! {};
        };
        match self.names.get(column.at, value) {
            Some(name) => named(name),
            None => cell(&column.field, value),
        }
    }

    /// What leads to the record: a link holds no other one, and needs a text.
    fn lead(&self, first: &Column, record: &Record, title: &str) -> Markup {
        match record.values.get(first.at) {
            Some(Some(value)) if !value.is_null() => match self.names.get(first.at, value) {
                Some(name) => cut(&name.title),
                None => cell(&first.field, value),
            },
            _ => html! { (title) },
        }
    }
}

fn number(field: &Field) -> Option<&'static str> {
    is_number(field).then_some("number")
}
