//! The routes of the site for programs are the operations of the document, and these are behind what
//! the registry of gates says.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::App;
use actix_web::test::init_service;
use guard_runtime::routes;
use guard_runtime::testing::{assert_documented, assert_refuses_as_documented};
use sea_orm::DatabaseConnection;
use serde_json::json;

use super::super::support::access;
use super::super::validate::validate;
use super::{documented, json, site};

/// Method and path of all operations.
fn operations() -> BTreeSet<String> {
    let document = json();
    let items = document["paths"].as_object().expect("paths").iter();
    let operations = items.flat_map(|(path, item)| {
        let methods = item.as_object().expect("operations").keys();
        methods.map(move |method| format!("{} {path}", method.to_uppercase()))
    });
    operations.collect()
}

#[test]
fn the_document_is_valid() {
    if let Err(error) = validate(&json()) {
        panic!("{error}");
    }
    let alone = site(DatabaseConnection::default()).openapi();
    if let Err(error) = validate(&serde_json::to_value(alone).expect("JSON")) {
        panic!("{error}");
    }
}

#[test]
fn a_document_is_read_as_it_is_written() {
    let read = serde_json::from_value::<utoipa::openapi::OpenApi>(json()).expect("a document");
    assert_eq!(serde_json::to_value(read).expect("JSON"), json());
}

#[test]
fn each_route_is_an_operation_and_no_other() {
    let expected = [
        "DELETE /office/api/sales/orders/{key}",
        "GET /office/api/labels",
        "GET /office/api/labels/{key}",
        "GET /office/api/menu",
        "GET /office/api/sales/orders",
        "GET /office/api/sales/orders/{key}",
        "PATCH /office/api/sales/orders/{key}",
        "POST /office/api/announcement",
        "POST /office/api/sales/orders",
        "POST /office/api/sales/orders/actions/mark_sent",
        "POST /office/api/sales/orders/actions/recount",
        "POST /office/api/sales/orders/actions/remind",
        "POST /office/api/sales/orders/delete",
        "POST /office/api/sales/orders/update",
    ];
    assert_eq!(operations(), expected.map(str::to_owned).into());
    let (gates, document) = documented();
    assert_documented(&gates, &document);
    // What is registered and documented, and the other way round.
    assert_eq!(gates.unregistered(&document), [""; 0]);
    let own = gates.undocumented(&document);
    assert_eq!(own, ["GET /office/sales/orders/export"]);
}

#[test]
fn what_is_demanded_is_what_the_registry_says() {
    let document = json();
    let mut registered = BTreeMap::new();
    for entry in guard_runtime::gates() {
        for (method, path) in entry.routes {
            if path.starts_with("/office/api/") {
                let demanded = entry.requirement.to_string();
                registered.insert(format!("{method} {path}"), demanded);
            }
        }
    }
    // The menu's gate is in the registry with the pages'.
    let mut names = operations();
    names.remove("GET /office/api/menu");
    let known = registered.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(known, names);
    for (name, demanded) in registered {
        let (method, path) = name.split_once(' ').expect("two");
        let said = &document["paths"][path][method.to_lowercase()];
        let inside = demanded.strip_prefix("all(").unwrap_or(&demanded);
        let mut parts = inside.trim_end_matches(')').split(", ").collect::<Vec<_>>();
        parts.sort_unstable();
        assert_eq!(said["x-required-permissions"], json!(parts), "{name}");
        assert_eq!(said["security"], json!([{ "bearer": [] }]), "{name}");
        for status in ["401", "403"] {
            assert!(said["responses"][status].is_object(), "{name}: {status}");
        }
    }
    let gate = |path: &str| document["paths"][path]["post"]["x-required-permissions"].clone();
    let actions = "/office/api/sales/orders/actions";
    let sales = json!(["group:sales", "internal"]);
    assert_eq!(gate(&format!("{actions}/mark_sent")), sales);
    let managers = json!(["group:manager", "group:sales", "internal"]);
    assert_eq!(gate(&format!("{actions}/remind")), managers);
}

#[actix_web::test]
async fn each_operation_is_refused_without_credentials() {
    let site = site(DatabaseConnection::default());
    let app = App::new().configure(routes::gated(move |routes| {
        routes.service(site);
    }));
    let app = init_service(app.wrap(access())).await;
    assert_refuses_as_documented(&app, &documented().1).await;
}
