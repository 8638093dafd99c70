//! The list of a page's records.

mod bulk;
mod columns;
mod filters;
mod operators;
mod paging;
mod query;
mod table;

use actix_web::http::StatusCode;
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use maud::{Markup, html};

pub(super) use self::columns::{Column, columns, listed, title_of};
use super::layout::{action_button, heading, layout, no_script};
use super::link::see_other;
use super::refers::{Choices, Names};
use super::said::Said;
use super::visit::Visit;
use super::{Later, Outcome};
use crate::admin::asked::Asked;
use crate::admin::objects::{Listed, PageError};
use crate::admin::state::Served;
use crate::admin::{Action, ActionWords, ListRequest, Target};
use crate::pages::page;

/// What one list shows.
struct List<'a> {
    asked: &'a Asked,
    request: &'a ListRequest,
    listed: Listed,
    columns: Vec<Column>,
    filters: Vec<Column>,
    /// What the columns refer to.
    names: Names,
    /// What the filters that refer to something can be compared with.
    choices: Choices,
    /// What is worth a button.
    can: Vec<Action>,
    /// About the page, and about chosen records; with whether something is asked before.
    actions: [Vec<(&'static ActionWords, bool)>; 2],
}

pub(super) fn show(page: Served, request: HttpRequest, _: Payload) -> Later {
    Box::pin(async move {
        let (said, query) = Said::take(request.query_string());
        if !page.offers(Action::List) {
            return landing(Asked::nothing(page)?, &request, said).await;
        }
        let asked = Asked::whether(page, Action::List).await?;
        if let Some(query) = query::of_form(&query) {
            return Ok(see_other(format!("{}?{query}", asked.page.href())));
        }
        let list = ListRequest::parse(&query)?;
        if list.is_filtered() {
            asked.and(Action::Filter).await?;
        }
        let readable = asked.object.readable(&asked.env);
        let stored = query::stored(&list, &asked.object.fields(), &readable)?;
        let listed = asked.object.list(&asked.env, &asked.page.state.db, &stored);
        let listed = listed.await?;
        let list = List::new(&asked, &list, listed).await?;
        let visit = Visit::new(&asked.page.state, Some(asked.page.node), &request).await;
        Ok(answer(&visit, asked.page.node.title(), &list.view(said)))
    })
}

/// A page that lists nothing: its description and its buttons.
async fn landing(asked: Asked, request: &HttpRequest, said: Option<Said>) -> Outcome {
    let node = asked.page.node;
    let can_create = asked.could(Action::Create).await;
    let actions = asked.actions(&[Target::Page]).await;
    let main = html! {
        (heading(None, node.title(), said))
        @if !node.description().is_empty() { p.lead { (node.description()) } }
        (no_script(can_create || !actions.is_empty()))
        (buttons(&asked, can_create, &actions))
    };
    let visit = Visit::new(&asked.page.state, Some(node), request).await;
    Ok(answer(&visit, node.title(), &main))
}

fn answer(visit: &Visit, title: &str, main: &Markup) -> HttpResponse {
    page(StatusCode::OK, layout(visit, title, main))
}

fn buttons(asked: &Asked, can_create: bool, actions: &[(&'static ActionWords, bool)]) -> Markup {
    let path = asked.page.href();
    html! {
        @if can_create || !actions.is_empty() {
            div.actions {
                @if can_create { a.button.primary href={ (path) "/new" } { "New" } }
                @for (words, has_form) in actions { (action_button(&path, words, *has_form, &[])) }
            }
        }
    }
}

impl<'a> List<'a> {
    async fn new(
        asked: &'a Asked,
        request: &'a ListRequest,
        listed: Listed,
    ) -> Result<Self, PageError> {
        let mut can = Vec::new();
        for action in [
            Action::Filter,
            Action::Read,
            Action::Create,
            Action::Update,
            Action::Delete,
        ] {
            if asked.could(action).await {
                can.push(action);
            }
        }
        let readable = asked.object.readable(&asked.env);
        let fields = asked.object.fields();
        let filters = columns(&fields, asked.object.shown().filter, &readable);
        let columns = self::listed(asked);
        let choices = if can.contains(&Action::Filter) {
            Choices::of(asked, &filters).await?
        } else {
            Choices::default()
        };
        Ok(Self {
            names: Names::of(asked, &columns, &listed.records).await?,
            choices,
            columns,
            filters,
            can,
            actions: [
                asked.actions(&[Target::Page]).await,
                asked.actions(&[Target::Chosen]).await,
            ],
            asked,
            request,
            listed,
        })
    }

    fn can(&self, action: Action) -> bool {
        self.can.contains(&action)
    }

    /// Whether something can be done with records that are chosen here.
    fn has_bulk(&self) -> bool {
        let [_, chosen] = &self.actions;
        let can_change = self.can(Action::Update) || self.can(Action::Delete);
        !self.listed.records.is_empty() && (can_change || !chosen.is_empty())
    }

    fn view(&self, said: Option<Said>) -> Markup {
        let node = self.asked.page.node;
        let [of_page, _] = &self.actions;
        html! {
            (heading(None, node.title(), said))
            @if !node.description().is_empty() { p.lead { (node.description()) } }
            (no_script(self.has_bulk() || !of_page.is_empty()))
            (buttons(self.asked, self.can(Action::Create), of_page))
            @if self.can(Action::Filter) { (self.filtering()) }
            @if self.listed.records.is_empty() { (self.empty()) } @else {
                (self.table())
                (self.paging())
                @if self.has_bulk() { (self.bulk()) }
            }
        }
    }

    /// Why there is nothing to see, and the way to where there is something.
    fn empty(&self) -> Markup {
        let path = self.asked.page.href();
        let all = ListRequest {
            page: 1,
            search: None,
            filters: Vec::new(),
            ..self.request.clone()
        };
        html! {
            div.empty {
                @if self.listed.total > 0 {
                    @let last = self.request.parts(self.listed.total);
                    p { "There is no page " (self.request.page) ": the last one is " (last) "." }
                    p { a href={ (path) (query::of(&ListRequest { page: last, ..self.request.clone() })) } { "Go to the last page" } }
                } @else if self.request.is_filtered() {
                    p { "Nothing matches what you are looking for." }
                    p { a href={ (path) (query::of(&all)) } { "Clear the filter" } }
                } @else {
                    p { "There is nothing here yet, or nothing that you may see." }
                }
            }
        }
    }
}
