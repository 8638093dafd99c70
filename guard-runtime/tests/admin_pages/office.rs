//! A back office.

use actix_web::web::Bytes;
use guard_runtime::admin::{
    Action, App, Content, Done, FormPage, LinkPage, ModelPage, Node, PageAction, PageRoutes,
    Permission, PlainPage, RunError, Site, admin_app, admin_site, ask_parent, form_page, link_page,
    model_page, page_action, plain_page,
};
use guard_runtime::records::{GuardedDb, KeyOf};
use guard_runtime::{Denied, Env, requires_group, requires_user, routes};
use serde::Deserialize;

use crate::models::{invoice, tag};

/// Where we work.
#[admin_site(path = "/admin", title = "The office")]
pub struct Office;

impl Site for Office {}

/// What is sold.
#[requires_group(seller)]
#[admin_app(under = Office, order = 1)]
pub struct Sales;

impl App for Sales {
    async fn has_page_permission(env: &Env, page: &'static Node, action: Action) -> Permission {
        match action {
            Action::Delete | Action::Custom("mark_paid") if env.user().name() == "Zoe" => {
                Err(Denied::forbidden())
            }
            _ => ask_parent::<Self>(env, page, action).await,
        }
    }
}

/// What customers owe.
#[model_page(
    under = Sales,
    model = invoice,
    list(number, status, total, paid, note, cost),
    filter(status, total, paid, note, cost),
    search(number, note),
    sort(number),
    label(total = "Total in cents"),
    choices(status = ["draft", "sent", "paid"]),
)]
pub struct Invoices;

impl ModelPage for Invoices {
    async fn has_delete_permission(_: &Env, ids: Option<&[KeyOf<invoice::Entity>]>) -> Permission {
        match ids {
            Some(many) if many.len() > 2 => Err(Denied::forbidden()),
            _ => Ok(()),
        }
    }

    fn routes(routes: &mut PageRoutes<'_>) {
        routes.route("/export", routes::get().to(export));
        routes.route("/{key}/scan", routes::post().to(scan));
    }
}

#[requires_group(manager)]
async fn export() -> &'static str {
    "all of them"
}

/// An upload. Its own gate lets anybody in who has signed in: the page has to close it.
#[requires_user]
async fn scan(body: Bytes) -> String {
    format!("{} bytes", body.len())
}

/// Marks as paid.
#[page_action(on = Invoices, target = chosen)]
#[derive(Deserialize)]
pub struct MarkPaid {}

impl PageAction for MarkPaid {
    async fn run(self, _: &Env, _: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
        Ok(Done::said(format!("<i>{}</i> are paid.", ids.len())))
    }
}

/// Reminds the customer.
#[requires_group(manager)]
#[page_action(on = Invoices, target = one, confirm = "Send it now?")]
#[derive(Deserialize)]
pub struct Remind {
    /// What the customer reads.
    text: String,
}

impl PageAction for Remind {
    async fn run(self, _: &Env, _: &GuardedDb, _: &[i64]) -> Result<Done, RunError> {
        match self.text.as_str() {
            "rude" => Err(RunError::invalid("text", "is rude")),
            text => Ok(Done::said(format!("Sent: {text}"))),
        }
    }
}

/// Words.
#[model_page(under = Office, model = tag, order = 5)]
pub struct Tags;

impl ModelPage for Tags {
    async fn has_page_permission(env: &Env, page: &'static Node, action: Action) -> Permission {
        match action {
            Action::Filter if env.user().name() == "Ivy" => Err(Denied::forbidden()),
            _ => ask_parent::<Self>(env, page, action).await,
        }
    }
}

/// Says something to everybody.
#[form_page(under = Office, order = 6)]
#[derive(Deserialize)]
pub struct Announcement {
    /// What everybody reads.
    text: String,
    urgent: bool,
}

impl FormPage for Announcement {
    async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
        if self.text == "no" {
            return Err(RunError::invalid("text", "says no"));
        }
        Ok(Done::said(format!("{} {}", self.text, self.urgent)))
    }
}

/// How things are.
#[plain_page(under = Office, order = 7)]
pub struct Dashboard;

impl PlainPage for Dashboard {
    async fn show(env: &Env, _: &GuardedDb) -> Result<Content, RunError> {
        let name = env.user().name();
        Ok(maud::html! { p.hello { "Hello " (name) } }.into())
    }
}

/// For all who have signed in.
#[requires_user]
#[plain_page(under = Office, independent = "customers read it too")]
pub struct News;

impl PlainPage for News {
    async fn show(_: &Env, _: &GuardedDb) -> Result<Content, RunError> {
        Err(RunError::failed("the secret reason"))
    }
}

/// How it is done.
#[link_page(under = Office, to = "https://docs.example.com", order = 9)]
pub struct Manual;

impl LinkPage for Manual {}
