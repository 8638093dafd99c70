//! A tree of every kind of part, without a warning.
#![deny(warnings, missing_debug_implementations, missing_docs, rust_2018_idioms, unused_qualifications)]

use guard_runtime::admin::{
    Action, App, Content, Declared, DeclaredAction, DeclaredModelPage, Done, Form, FormPage, Input,
    LinkPage, ModelPage, Node, NodeKind, PageAction, PageGroup, Permission, PlainPage, RunError,
    Site, Target, admin_app, admin_site, form_page, link_page, model_page, page_action, page_group,
    plain_page,
};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Denied, Env, requires_group, requires_scope, requires_user};
use serde::Deserialize;

guard_runtime::define_groups! {
    mod groups { sales: core_internal, support: core_internal }
}

guard_runtime::define_scopes! {
    mod scopes { admin { invoices: GET | UPDATE, settings: UPDATE } }
}

mod invoice {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "invoice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub number: String,
        pub r#type: String,
        pub status: String,
        pub total_cents: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The back office.
///
/// For those who work here.
#[requires_user]
#[admin_site(path = "/admin", title = "Our office")]
struct Office;

impl Site for Office {}

#[requires_group(sales)]
#[admin_app(under = Office, order = 10)]
struct Sales;

impl App for Sales {
    async fn has_page_permission(env: &Env, page: &'static Node, action: Action) -> Permission {
        if action == Action::Delete && page.slug() == "invoices" {
            return Err(Denied::forbidden());
        }
        guard_runtime::admin::ask_parent::<Self>(env, page, action).await
    }
}

/// Invoices to customers.
#[model_page(
    under = Sales,
    model = invoice,
    list(number, r#type, status),
    filter(status),
    search(number),
    form(number, status,),
    sort(-total_cents, number),
    label(total_cents = "Total"),
    choices(status = ["draft", "posted"]),
    only(list, read, update),
    crud(requires_scope(admin.invoices = [GET, UPDATE]), requires_group(any(sales, support))),
    pages(requires_user),
)]
struct Invoices {}

impl ModelPage for Invoices {
    async fn has_update_permission(
        _: &Env,
        ids: Option<&[i64]>,
        _: Option<&invoice::ActiveModel>,
    ) -> Permission {
        match ids {
            Some([_, _, ..]) => Err(Denied::forbidden()),
            _ => Ok(()),
        }
    }
}

/// Marks the chosen invoices as paid.
#[requires_scope(admin.invoices = UPDATE)]
#[page_action(on = Invoices, target = chosen, confirm = "Mark them as paid?")]
#[derive(Deserialize)]
struct MarkPaid;

impl PageAction for MarkPaid {
    async fn run(self, _: &Env, _: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
        Ok(Done::said(format!("{}", ids.len())))
    }
}

#[page_action(on = Invoices, target = page, name = "import-all", title = "Import")]
#[derive(Deserialize)]
struct Import {
    /// Where from.
    source: String,
    day: Option<sea_orm::prelude::Date>,
}

impl PageAction for Import {
    async fn run(self, _: &Env, _: &GuardedDb, _: &[i64]) -> Result<Done, RunError> {
        Ok(Done::said(format!("{} {:?}", self.source, self.day)))
    }
}

#[page_group(under = Office, order = -5)]
struct AllSettings;

impl PageGroup for AllSettings {}

#[requires_scope(admin.settings = UPDATE)]
#[form_page(under = AllSettings, independent = "support writes it as well")]
#[derive(Deserialize)]
struct Announcement {
    /// What everybody
    /// reads.
    #[field(long, label = "The text")]
    text: String,
    #[field(choices = ["all", "staff"])]
    to_whom: Option<String>,
    is_urgent: bool,
    times: u8,
    share: f64,
    #[serde(skip)]
    seen: bool,
}

impl FormPage for Announcement {
    async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
        let Self { text, to_whom, is_urgent, times, share, seen } = self;
        Ok(Done::said(format!("{text} {to_whom:?} {is_urgent} {times} {share} {seen}")))
    }
}

#[plain_page(under = AllSettings)]
struct Dashboard;

impl PlainPage for Dashboard {
    async fn show(_: &Env, _: &GuardedDb) -> Result<Content, RunError> {
        Err(RunError::failed("nothing to see"))
    }
}

#[link_page(under = Sales, to = "https://docs.example.com", slug = "help_1")]
struct Manual;

impl LinkPage for Manual {}

fn gates(node: &'static Node) -> Vec<String> {
    node.gates().iter().map(ToString::to_string).collect()
}

fn main() {
    let office = Office::NODE;
    assert_eq!((office.kind(), office.title(), office.slug()), (NodeKind::Site, "Our office", "/admin"));
    assert_eq!(office.description(), "The back office. For those who work here.");
    assert_eq!(gates(office), ["user"]);
    assert_eq!(gates(Sales::NODE), ["group:sales"]);

    let invoices = Invoices::NODE;
    assert_eq!((invoices.kind(), invoices.key().as_str()), (NodeKind::ModelPage, "sales.invoices"));
    let (file, line) = invoices.place();
    assert!(file.ends_with("tree.rs") && line > 60, "{file}:{line}");
    let shown = Invoices::SHOWN;
    assert_eq!(shown.list, ["number", "type", "status"]);
    assert_eq!((shown.filter, shown.search, shown.form), (&["status"][..], &["number"][..], &["number", "status"][..]));
    assert_eq!(shown.sort, [("total_cents", true), ("number", false)]);
    assert_eq!(shown.labels, [("total_cents", "Total")]);
    assert_eq!(shown.choices, [("status", &["draft", "posted"][..])]);
    assert_eq!(shown.only, [Action::List, Action::Read, Action::Update]);
    let crud = shown.crud.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(crud, [
        "all(admin.invoices:GET, admin.invoices:UPDATE)",
        "any(group:sales, group:support)",
    ]);
    assert_eq!(shown.pages[0].to_string(), "user");

    let paid = MarkPaid::ACTION;
    assert_eq!((paid.name, paid.title, paid.target), ("mark_paid", "Mark paid", Target::Chosen));
    assert_eq!(paid.description, "Marks the chosen invoices as paid.");
    assert_eq!(paid.confirm, Some("Mark them as paid?"));
    assert_eq!(paid.gates[0].to_string(), "admin.invoices:UPDATE");
    assert!(MarkPaid::FIELDS.is_empty());
    assert_eq!((Import::ACTION.name, Import::ACTION.target), ("import-all", Target::Page));
    let inputs = Import::FIELDS.iter().map(|it| (it.name, it.input, it.optional));
    assert!(inputs.eq([("source", Input::Text, false), ("day", Input::Date, true)]));

    let settings = Announcement::NODE;
    assert_eq!(settings.parent().unwrap().title(), "All settings");
    assert_eq!(settings.independent(), Some("support writes it as well"));
    assert_eq!(settings.path(), "/all-settings/announcement");
    let text = Announcement::FIELDS[0];
    assert_eq!((text.label, text.help, text.input), ("The text", "What everybody reads.", Input::LongText));
    let fields = Announcement::FIELDS.iter().map(|it| (it.label, it.input, it.optional));
    assert!(fields.skip(1).eq([
        ("To whom", Input::Choice, true),
        ("Is urgent", Input::Checkbox, false),
        ("Times", Input::Integer, false),
        ("Share", Input::Number, false),
    ]));
    assert_eq!(Announcement::FIELDS[1].choices, ["all", "staff"]);

    assert_eq!(Dashboard::NODE.ancestors().map(Node::title).collect::<Vec<_>>(), ["All settings", "Our office"]);
    assert_eq!(Manual::NODE.slug(), "help_1");
}
