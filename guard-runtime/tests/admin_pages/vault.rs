//! Callers who look for what is kept from them: by names of what records refer to, and by what checks say.

use actix_web::test::TestRequest;
use guard_runtime::admin::{
    Action, Admin, App, Mistakes, ModelPage, Node, Permission, RunError, Site, admin_app,
    admin_site, model_page,
};
use guard_runtime::records::GuardedDb;
use guard_runtime::{AccessControl, Denied, Env};
use sea_orm::{ActiveValue, EntityTrait, IntoActiveModel, PaginatorTrait as _};
use serde_json::json;

use crate::browser::{World, world_of};
use crate::checks::sent;
use crate::desk::models::{customer, deal};
use crate::server::{database, served, table};

/// Where things are kept.
#[admin_site(path = "/admin")]
pub struct Vault;

impl Site for Vault {}

/// Closed to everybody.
#[admin_app(under = Vault)]
pub struct Closed;

impl App for Closed {
    async fn has_page_permission(_: &Env, _: &'static Node, _: Action) -> Permission {
        Err(Denied::forbidden())
    }
}

/// Says nothing of being closed itself.
#[model_page(under = Closed, model = customer, list(name))]
pub struct Clients;

impl ModelPage for Clients {
    async fn has_read_permission(_: &Env, _: Option<&[i64]>) -> Permission {
        Ok(())
    }
}

/// All but the first may be read here.
#[model_page(under = Vault, model = customer, list(name))]
pub struct Buyers;

impl ModelPage for Buyers {
    async fn has_read_permission(_: &Env, ids: Option<&[i64]>) -> Permission {
        match ids {
            Some(ids) if ids.contains(&1) => Err(Denied::forbidden()),
            _ => Ok(()),
        }
    }
}

/// What is agreed.
#[model_page(
    under = Vault,
    model = deal,
    list(number, client_id, buyer_id),
    filter(number, client_id),
    refers(client_id = Clients, buyer_id = Buyers),
)]
pub struct Deals;

impl ModelPage for Deals {
    async fn check(_: &Env, _: &GuardedDb, deal: &deal::ActiveModel) -> Result<(), RunError> {
        let mut mistakes = Mistakes::none();
        match deal.number.try_as_ref().map(String::as_str) {
            Some("wrong") => mistakes.at("number", "is a secret"),
            Some("key") => mistakes.whole(match deal.id {
                ActiveValue::Set(_) => "set",
                ActiveValue::Unchanged(_) => "unchanged",
                ActiveValue::NotSet => "not set",
            }),
            _ => {}
        }
        mistakes.result()
    }
}

/// Deal 1 is of Sam, who is 2, and 2 of Ada.
async fn vault() -> World {
    let raw = database().await;
    table(&raw, customer::Entity).await;
    table(&raw, deal::Entity).await;
    for id in [1, 2] {
        let (name, agent_id) = (format!("Client {id}"), Some(2));
        let client = customer::Model { id, name, agent_id }.into_active_model();
        customer::Entity::insert(client).exec(&raw).await.unwrap();
    }
    for (id, owner_id) in [(1, 2), (2, 1), (3, 2)] {
        let deal = deal::Model {
            id,
            owner_id,
            number: format!("D-{id}"),
            client_id: (id == 2).then_some(1),
            buyer_id: (id != 2).then_some(if id == 1 { 1 } else { 2 }),
        };
        let deal = deal.into_active_model();
        deal::Entity::insert(deal).exec(&raw).await.unwrap();
    }
    let (access, admin): (AccessControl, Admin<Vault>) = served(&raw);
    world_of(raw, access, admin).await
}

async fn numbers(world: &World) -> Vec<String> {
    let deals = deal::Entity::find().all(&world.raw).await.unwrap();
    deals.into_iter().map(|it| it.number).collect()
}

#[actix_web::test]
async fn what_the_tree_closes_names_nothing() {
    let world = vault().await;
    let ada = world.sign_in("ada").await;
    assert_eq!(ada.open("/admin/closed/clients").await.status, 403);
    for path in ["/admin/deals", "/admin/deals/2"] {
        let page = ada.open(path).await;
        assert_eq!(page.status, 200, "{path}");
        page.has("D-2").has_not("Client 1");
    }
    let sam = world.sign_in("sam").await;
    let form = sam.open("/admin/deals/new").await;
    form.has("<input id=\"f-client_id\"");
    form.has("<select id=\"f-buyer_id\"");
}

#[actix_web::test]
async fn a_page_keeps_the_name_of_each_record_that_it_refuses() {
    let world = vault().await;
    let ada = world.sign_in("ada").await;
    let list = ada.open("/admin/deals").await;
    list.has("Client 2").has_not("Client 1");
    let sam = world.sign_in("sam").await;
    sam.open("/admin/deals/1").await.has_not("Client 1");
}

#[actix_web::test]
async fn who_may_not_store_a_record_is_refused_whatever_is_wrong_with_it() {
    let world = vault().await;
    let sam = world.sign_in("sam").await;
    let new = |owner| json!({ "owner_id": owner, "number": "wrong" });
    let create = || TestRequest::post().uri("/admin/api/deals");
    let (status, answer) = sent(&world, &sam, create(), new(1)).await;
    assert_eq!((status, &answer["errors"]), (403, &json!(null)), "{answer}");
    // Moved out of reach.
    let change = || TestRequest::patch().uri("/admin/api/deals/1");
    let (status, answer) = sent(&world, &sam, change(), new(1)).await;
    assert_eq!((status, &answer["errors"]), (403, &json!(null)), "{answer}");
    let moved = json!({ "keys": ["1"], "changes": new(1) });
    let many = TestRequest::post().uri("/admin/api/deals/update");
    assert_eq!(sent(&world, &sam, many, moved).await.0, 403);
    // Who may, is told; also where the database would have said something as well.
    assert_eq!(sent(&world, &sam, create(), new(2)).await.0, 422);
    assert_eq!(sent(&world, &sam, change(), new(2)).await.0, 422);
    let both = json!({ "keys": ["1", "3"], "changes": { "number": "wrong" } });
    let many = TestRequest::post().uri("/admin/api/deals/update");
    let (status, answer) = sent(&world, &sam, many, both).await;
    assert_eq!(
        (status, answer["errors"].as_array().unwrap().len()),
        (422, 2)
    );
    assert_eq!(numbers(&world).await, ["D-1", "D-2", "D-3"]);
    assert_eq!(deal::Entity::find().count(&world.raw).await.unwrap(), 3);
}

#[actix_web::test]
async fn the_key_of_a_record_that_is_there_does_not_change() {
    let world = vault().await;
    let sam = world.sign_in("sam").await;
    let body = || json!({ "number": "key", "owner_id": 2 });
    for (request, expected) in [
        (TestRequest::post().uri("/admin/api/deals"), "not set"),
        (TestRequest::patch().uri("/admin/api/deals/1"), "unchanged"),
    ] {
        let (_, answer) = sent(&world, &sam, request, body()).await;
        assert_eq!(answer["errors"][0]["message"], expected);
    }
}
