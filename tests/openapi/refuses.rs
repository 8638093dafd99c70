//! An application against its document.

use actix_web::test::init_service;
use actix_web::web;
use guard_runtime::testing::assert_refuses_as_documented;
use serde_json::json;

use super::disagree::contradicted;
use super::places::{self, moved};
use super::support::access;
use super::{api, disagree, document, handlers};

async fn refuses(listed: &str) {
    let app = actix_web::App::new()
        .wrap(access())
        .service(web::scope("/v1").service(contradicted))
        .service(moved);
    let app = init_service(app).await;
    let mut document = document!(places::moved, disagree::ungated);
    let path = document.paths.paths.remove("/ungated").expect("a path");
    document
        .paths
        .paths
        .insert("/v1/contradicted".to_owned(), path.clone());
    document.paths.paths.insert(listed.to_owned(), path);
    for item in document.paths.paths.values_mut() {
        let operation = item.get.as_mut().expect("an operation");
        let extensions = operation.extensions.get_or_insert_default();
        extensions.insert("x-required-permissions".to_owned(), json!(["user"]));
    }
    assert_refuses_as_documented(&app, &document).await;
}

#[actix_web::test]
async fn an_application_that_refuses_as_documented() {
    refuses("/moved").await;
}

#[actix_web::test]
#[should_panic(expected = "GET /nowhere answers 404 without credentials")]
async fn an_application_that_lacks_an_operation() {
    refuses("/nowhere").await;
}

#[actix_web::test]
#[should_panic(expected = "GET /public answers 200 without credentials")]
async fn an_application_that_is_open_where_the_document_says_it_is_not() {
    let app = actix_web::App::new()
        .wrap(access())
        .service(handlers::public);
    let app = init_service(app).await;
    let mut document = api::documented();
    document.paths.paths.retain(|path, _| path == "/public");
    let item = document.paths.paths.get_mut("/public").expect("a path");
    let operation = item.get.as_mut().expect("an operation");
    let extensions = operation.extensions.as_mut().expect("extensions");
    extensions.insert("x-required-permissions".to_owned(), json!(["user"]));
    assert_refuses_as_documented(&app, &document).await;
}
