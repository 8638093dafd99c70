//! A small site.

use guard_runtime::admin::{
    App, Content, Done, FormPage, LinkPage, ModelPage, PageAction, PageRoutes, PlainPage, RunError,
    Site, admin_app, admin_site, form_page, link_page, model_page, page_action, plain_page,
};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Env, requires_group, requires_user, routes};
use serde::Deserialize;

use super::models::{label, order};

/// Where we work.
#[admin_site(path = "/office", title = "The office")]
pub(crate) struct Office;

impl Site for Office {}

/// What is sold.
#[requires_group(sales)]
#[admin_app(under = Office)]
pub(crate) struct Sales;

impl App for Sales {}

/// What people have ordered.
#[model_page(
    under = Sales,
    model = order,
    filter(status, priority, total, due_on, note, paid, data, mood, cost, code),
    search(number, cost),
    sort(-priority, number),
    form(number, status, priority, weight, total, due_on, opens_at, placed_at, seen_at, note, paid, token, mood, cost),
    label(total = "Total in euros"),
    choices(status = ["new", "sent"], priority = ["1", "2"]),
)]
pub(crate) struct Orders;

impl ModelPage for Orders {
    fn routes(routes: &mut PageRoutes<'_>) {
        routes.route("/export", routes::get().to(export));
    }
}

#[requires_user]
async fn export() -> &'static str {
    "all of them"
}

/// Says that they are sent.
#[page_action(on = Orders, target = chosen)]
#[derive(Deserialize)]
pub(crate) struct MarkSent {}

impl PageAction for MarkSent {
    async fn run(self, _: &Env, _: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
        Ok(Done::said(format!("{} are sent", ids.len())))
    }
}

/// Asks for money.
#[requires_group(manager)]
#[page_action(on = Orders, target = one, title = "Ask for money")]
#[derive(Deserialize)]
pub(crate) struct Remind {
    /// What the customer reads.
    text: String,
    until: Option<String>,
    #[field(choices = ["mail", "letter"])]
    by: String,
    urgent: bool,
}

impl PageAction for Remind {
    async fn run(self, _: &Env, _: &GuardedDb, _: &[i64]) -> Result<Done, RunError> {
        let Self {
            text,
            until,
            by,
            urgent,
        } = self;
        Ok(Done::said(format!("{text} {until:?} {by} {urgent}")))
    }
}

/// Counts again.
#[page_action(on = Orders, target = page)]
#[derive(Deserialize)]
pub(crate) struct Recount {}

impl PageAction for Recount {
    async fn run(self, _: &Env, _: &GuardedDb, _: &[i64]) -> Result<Done, RunError> {
        Ok(Done::said("counted"))
    }
}

/// Words.
#[model_page(under = Office, model = label, only(list, read))]
pub(crate) struct Labels;

impl ModelPage for Labels {}

/// Says something to everybody.
#[form_page(under = Office)]
#[derive(Deserialize)]
pub(crate) struct Announcement {
    /// What everybody reads.
    text: String,
    days: Option<i64>,
}

impl FormPage for Announcement {
    async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
        match self.days {
            Some(days) if days < 1 => Err(RunError::invalid("days", "is too short")),
            _ => Ok(Done::said(self.text)),
        }
    }
}

/// How things are.
#[plain_page(under = Office)]
pub(crate) struct Dashboard;

impl PlainPage for Dashboard {
    async fn show(_: &Env, _: &GuardedDb) -> Result<Content, RunError> {
        Err(RunError::failed("there is nothing"))
    }
}

/// How it is done.
#[link_page(under = Office, to = "https://docs.example.com")]
pub(crate) struct Manual;

impl LinkPage for Manual {}
