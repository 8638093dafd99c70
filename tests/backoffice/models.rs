//! What the models say by themselves, whatever the handlers let through.

use guard_runtime::model::{FieldSet, ModelAccess, models};
use guard_runtime::{Env, User};

use crate::app::data::{invoice, invoice_line, module, product, setting, ticket, user};
use crate::groups;

fn fields<M: ModelAccess>(group: &str, of: impl Fn(&Env) -> FieldSet) -> String {
    let (groups, unknown) = groups::SCHEMA.set([group]);
    assert!(unknown.is_empty());
    let env = Env::of(User::new(1).with_groups(groups)).unwrap();
    let set = of(&env);
    let all = M::ACCESS.fields().iter().zip(0..);
    let mine = all.filter(|(_, position)| set.has(*position));
    let names = mine.map(|(entry, _)| entry.field);
    names.collect::<Vec<_>>().join(" ")
}

fn readable<M: ModelAccess>(group: &str) -> String {
    fields::<M>(group, |env| M::ACCESS.readable(env))
}

fn writable<M: ModelAccess>(group: &str) -> String {
    fields::<M>(group, |env| M::ACCESS.writable(env))
}

#[test]
fn fields_that_are_read() {
    let invoices = readable::<invoice::Model>;
    let shown = "id number company_id contact_id status total_cents due_on created_on";
    let all = "id number company_id contact_id salesperson_id status total_cents cost_cents \
        internal_note due_on created_by created_on";
    assert_eq!(invoices("core_portal"), shown);
    assert_eq!(invoices("core_public"), shown);
    assert_eq!(invoices("sales_user"), all);
    let products = readable::<product::Model>;
    let retail = "id sku name category retail_cents discontinued created_on";
    let wholesale = "id sku name category retail_cents wholesale_cents discontinued created_on";
    assert_eq!(products("core_public"), retail);
    assert_eq!(products("core_portal"), wholesale);
    let accounts = readable::<user::Model>;
    assert_eq!(accounts("core_internal"), "id name email blocked");
    let without_password = "id login name email contact_id blocked created_on";
    assert_eq!(accounts("system_admin"), without_password);
}

#[test]
fn fields_that_are_written() {
    let invoices = writable::<invoice::Model>;
    let asked = "id contact_id status internal_note due_on";
    assert_eq!(invoices("sales_user"), asked);
    let asked = "id contact_id salesperson_id status internal_note due_on";
    assert_eq!(invoices("sales_manager"), asked);
    let lines = writable::<invoice_line::Model>("sales_manager");
    assert_eq!(lines, "id product_id quantity");
    let tickets = writable::<ticket::Model>("sales_user");
    assert_eq!(tickets, "id contact_id subject body");
    let accounts = writable::<user::Model>;
    assert_eq!(accounts("sales_manager"), "id");
    assert_eq!(accounts("account_admin"), "id blocked");
    let settings = writable::<setting::Model>("settings_admin");
    assert_eq!(settings, "key value");
    let modules = writable::<module::Model>("module_admin");
    assert_eq!(modules, "name");
}

#[test]
fn models_that_handlers_ask_for() {
    let mut names: Vec<_> = models().into_iter().map(|it| it.rules().name).collect();
    names.sort_unstable();
    let expected = [
        "company",
        "contact",
        "invoice",
        "invoice_line",
        "module",
        "product",
        "sale_order",
        "sale_order_line",
        "setting",
        "ticket",
        "user",
    ];
    assert_eq!(names, expected);
}
