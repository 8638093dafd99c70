//! Records that refer to others, by their names.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use sea_orm::{EntityTrait, IntoActiveModel};

use crate::desk::models::customer;
use crate::desk::{desk, desk_of};
use crate::server::database;

const ORDERS: &str = "/admin/orders";
const SCRIPT: &str = "&lt;script&gt;alert(1)&lt;/script&gt;";

#[actix_web::test]
async fn references_are_shown_by_name_as_far_as_one_may_read() {
    let world = desk().await;
    let ada = world.sign_in("ada").await.open(ORDERS).await;
    ada.has(&format!(
        "<td><a href=\"/admin/customers/1\">{SCRIPT}</a></td>"
    ));
    ada.has("<td><a href=\"/admin/customers/2\">Bo &amp; Co</a></td>");
    // Of nobody who is there.
    ada.has("<td>99</td>").has_not("<script>alert");
    let sam = world.sign_in("sam").await.open(ORDERS).await;
    assert_eq!(sam.status, 200);
    sam.has(SCRIPT)
        .has("<td>2</td>")
        .has("<td>99</td>")
        .has_not("Bo &amp;");
}

#[actix_web::test]
async fn there_is_a_link_only_to_what_one_may_open() {
    let world = desk().await;
    let ada = world.sign_in("ada").await.open("/admin/customers/1").await;
    ada.has("<dd><a href=\"/admin/agents/2\">Sam &lt;i&gt;</a></dd>");
    let sam = world.sign_in("sam").await.open("/admin/customers/1").await;
    sam.has("<dd>Sam &lt;i&gt;</dd>").has_not("/admin/agents");
}

#[actix_web::test]
async fn references_are_chosen_by_name() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let form = ada.open(&format!("{ORDERS}/2/edit")).await;
    form.has("<select id=\"f-customer_id\" name=\"customer_id\"");
    form.has(&format!("<option value=\"1\" selected>{SCRIPT}</option>"));
    form.has("<option value=\"2\">Bo &amp; Co</option>");
    // Sam lists but his own, and keeps what he does not see.
    let sam = world.sign_in("sam").await;
    let form = sam.open(&format!("{ORDERS}/3/edit")).await;
    form.has(&format!("<option value=\"1\">{SCRIPT}</option>"));
    form.has("<option value=\"2\" selected>2</option>")
        .has_not("Bo &amp;");
    // What one may not list is entered by its key.
    let form = sam.open("/admin/customers/1").await;
    form.has("Sam &lt;i&gt;");
    let list = ada.open(&format!("{ORDERS}?filter.customer_id=2")).await;
    list.has("Customer is Bo &amp; Co")
        .has("<option value=\"2\" selected>Bo &amp; Co</option>");
    list.has(">O-3<").has_not(">O-2<");
    let bulk = ada
        .open(&format!("{ORDERS}/update?key=2&field=customer_id"))
        .await;
    bulk.has("<option value=\"2\">Bo &amp; Co</option>");
}

#[actix_web::test]
async fn programs_see_bare_keys() {
    let world = desk().await;
    let ada = world.sign_in("ada").await;
    let list = ada.open("/admin/api/orders").await;
    list.has("\"customer_id\":1")
        .has_not("script")
        .has_not("Bo &");
}

#[actix_web::test]
async fn of_too_many_none_is_offered() {
    let world = desk().await;
    for id in 3..=201 {
        let name = format!("No. {id}");
        let more = customer::Model {
            id,
            name,
            agent_id: None,
        };
        let more = customer::Entity::insert(more.into_active_model());
        more.exec(&world.raw).await.unwrap();
    }
    let ada = world.sign_in("ada").await;
    let form = ada.open(&format!("{ORDERS}/2/edit")).await;
    form.has("<input id=\"f-customer_id\" type=\"text\" name=\"customer_id\" value=\"1\"");
    form.has_not("No. 7");
    customer::Entity::delete_by_id(201)
        .exec(&world.raw)
        .await
        .unwrap();
    let form = ada.open(&format!("{ORDERS}/2/edit")).await;
    form.has("<option value=\"200\">No. 200</option>");
}

#[actix_web::test]
async fn names_of_a_list_are_one_question() {
    let asked = Arc::new(AtomicUsize::new(0));
    let mut raw = database().await;
    let counted = Arc::clone(&asked);
    raw.set_metric_callback(move |info| {
        let sql = &info.statement.sql;
        if sql.contains("FROM \"customer\"") && sql.contains(" IN (") {
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    let world = desk_of(raw).await;
    let ada = world.sign_in("ada").await;
    ada.open(ORDERS).await.has("Bo &amp; Co");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
}
