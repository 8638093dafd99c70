//! What an application, a scope and a handler demand: in the challenge and in the documentation.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use std::collections::BTreeSet;

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, Responder, get, web};
use guard_runtime::docs::OpenApiGates;
use guard_runtime::routes::{self, Routes};
use guard_runtime::{AccessControl, Answer, AuthError, Directory, Identity, User, requires_scope};
use serde_json::json;
use utoipa::OpenApi;

use super::api::scopes;
use super::operation_of;
use super::support::{header, jwt, token};

#[requires_scope(admin.configuration = GET)]
#[utoipa::path(responses((status = 200)))]
#[get("/inner")]
async fn inner() -> impl Responder {
    "7"
}

fn register(routes: &mut Routes<'_>) {
    let middle = routes::scope("/middle").service(inner);
    routes.service(middle.gate(requires_scope(scopes::admin::configuration::UPDATE)));
}

#[derive(OpenApi)]
#[openapi(nest((path = "/outer/middle", api = Middle)))]
struct Outer;

#[derive(OpenApi)]
#[openapi(paths(inner))]
struct Middle;

/// May do all that is demanded outside of the handler.
struct Visitor;

impl Directory for Visitor {
    fn find<'a>(&'a self, identity: &'a Identity) -> Answer<'a, Result<Option<User>, AuthError>> {
        let (may, _) = scopes::SCHEMA.set([
            "admin.projects:UPDATE",
            "admin.projects:GET",
            "admin.configuration:UPDATE",
        ]);
        let user = identity.subject.clone().map(User::new);
        Answer::Now(Ok(user.map(|user| user.with_permissions(&may))))
    }
}

#[actix_web::test]
async fn all_of_them_are_in_both() {
    let access = AccessControl::builder(Visitor).authenticator(jwt());
    let outer = web::scope("/outer")
        .wrap(requires_scope(scopes::admin::projects::GET))
        .configure(routes::gated(register));
    let app = App::new()
        .service(outer)
        .wrap(requires_scope(scopes::admin::projects::UPDATE))
        .wrap(access.build().expect("a complete configuration"));
    let app = init_service(app).await;
    let request = TestRequest::with_uri("/outer/middle/inner")
        .insert_header(("authorization", format!("Bearer {}", token("visitor"))));
    let response = call_service(&app, request.to_request()).await;
    let challenge = header(&response, "www-authenticate");
    let (_, scope) = challenge.split_once("scope=\"").expect("a scope");
    let asked = scope.trim_end_matches('"').split(' ').collect::<Vec<_>>();
    let outermost_first = [
        "admin.projects:UPDATE",
        "admin.projects:GET",
        "admin.configuration:UPDATE",
        "admin.configuration:GET",
    ];
    assert_eq!(asked, outermost_first);

    let gates = OpenApiGates::new()
        .layer("", requires_scope(scopes::admin::projects::UPDATE))
        .layer("/outer", requires_scope(scopes::admin::projects::GET))
        .routes_at("/outer", register);
    let mut document = Outer::openapi();
    gates.document(&mut document).expect("all are known");
    let said = operation_of(&document, "get", "/outer/middle/inner");
    let sorted = asked.into_iter().collect::<BTreeSet<_>>();
    assert_eq!(said["security"], json!([{ "bearer": sorted }]));
    assert_eq!(said["x-required-permissions"], json!(sorted));
    assert_eq!(
        said["description"],
        "Required permissions: `admin.configuration:GET`, `admin.configuration:UPDATE`, \
         `admin.projects:GET`, `admin.projects:UPDATE`."
    );
}
