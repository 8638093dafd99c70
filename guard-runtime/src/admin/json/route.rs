//! The routes for programs: what each does, and where it is below the path of its page.

use std::borrow::Cow;

use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use futures_core::future::LocalBoxFuture;

use super::{form, records, sets};
use crate::admin::Action;
use crate::admin::entry::Part;
use crate::admin::gates::Side;
use crate::admin::page_action::ActionWords;
use crate::admin::state::Served;
use crate::gate::Requirement;

/// A route of a page for programs, by what it does.
#[derive(Clone, Copy)]
pub(in crate::admin) enum Route {
    List,
    Create,
    Read,
    Update,
    Delete,
    UpdateMany,
    DeleteMany,
    Run(&'static ActionWords),
    Submit,
}

/// The routes of a page; the page's gates are around them.
pub(in crate::admin) fn routes(page: &Served) -> Vec<Route> {
    match page.part {
        Part::Model(_) => {
            // Those of one record come last: it may be called anything.
            let many = [Route::UpdateMany, Route::DeleteMany].into_iter();
            let one = [Route::Read, Route::Update, Route::Delete].into_iter();
            let all = many.chain([Route::List, Route::Create]).chain(one);
            let custom = page.actions.iter();
            let custom = custom.map(|(words, _)| Route::Run(words));
            let offered = all.filter(|it| page.offers(it.action()));
            custom.chain(offered).collect()
        }
        Part::Form(_) => vec![Route::Submit],
        Part::Plain(_) | Part::Link(_) | Part::Access(_) | Part::Holder | Part::Action(..) => {
            Vec::new()
        }
    }
}

impl Route {
    pub(in crate::admin) fn method(self) -> &'static str {
        match self {
            Self::List | Self::Read => "GET",
            Self::Update => "PATCH",
            Self::Delete => "DELETE",
            Self::Create | Self::UpdateMany | Self::DeleteMany | Self::Run(_) | Self::Submit => {
                "POST"
            }
        }
    }

    pub(in crate::admin) fn path(self) -> Cow<'static, str> {
        match self {
            Self::List | Self::Create | Self::Submit => "".into(),
            Self::Read | Self::Update | Self::Delete => "/{key}".into(),
            Self::UpdateMany => "/update".into(),
            Self::DeleteMany => "/delete".into(),
            Self::Run(words) => format!("/actions/{}", words.name).into(),
        }
    }

    /// What stands before it: the gates of its page, and of an action its own.
    pub(in crate::admin) fn gate(self, page: &Served) -> &'static Requirement {
        match self {
            Self::Run(words) => page.gate_of(Side::Crud, words),
            _ => page.gate(Side::Crud),
        }
    }

    fn action(self) -> Action {
        match self {
            Self::List => Action::List,
            Self::Create => Action::Create,
            Self::Read => Action::Read,
            Self::Update | Self::UpdateMany => Action::Update,
            Self::Delete | Self::DeleteMany => Action::Delete,
            Self::Run(words) => Action::Custom(words.name),
            Self::Submit => Action::Submit,
        }
    }

    pub(super) fn answer(
        self,
        page: Served,
        request: HttpRequest,
        payload: Payload,
    ) -> LocalBoxFuture<'static, HttpResponse> {
        match self {
            Self::List => records::list(page, request),
            Self::Create => records::create(page, request, payload),
            Self::Read => records::read(page, request),
            Self::Update => records::update(page, request, payload),
            Self::Delete => records::delete(page, request),
            Self::UpdateMany => sets::update(page, request, payload),
            Self::DeleteMany => sets::delete(page, request, payload),
            Self::Run(words) => sets::run(page, words.name, request, payload),
            Self::Submit => form::submit(page, request, payload),
        }
    }
}
