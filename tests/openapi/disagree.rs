//! Each way in which an operation and its gate can disagree is found.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::test::init_service;
use actix_web::{HttpResponse, Responder, get, web};
use guard_runtime::docs::{DocsMistake, OpenApiGates};
use guard_runtime::routes::{self, Routes};
use guard_runtime::testing::{assert_documented, assert_refuses_as_documented};
use guard_runtime::{requires_internal, requires_user};
use serde_json::json;
use utoipa::OpenApi;
use utoipa::openapi::{OpenApi as Document, path::Operation, security::SecurityRequirement};

use super::api;
use super::support::access;

#[requires_internal]
#[utoipa::path(security(("bearer" = ["admin.configuration:GET"])), responses((status = 200)))]
#[get("/contradicted")]
async fn contradicted() -> impl Responder {
    "7"
}

#[requires_internal]
#[utoipa::path(security(("session" = [])), responses((status = 200)))]
#[get("/same")]
async fn said_already() -> impl Responder {
    "7"
}

#[utoipa::path(responses((status = 200)))]
#[get("/ungated")]
async fn ungated() -> impl Responder {
    "7"
}

#[requires_user]
#[utoipa::path(responses((status = 200)))]
#[get("/moved")]
async fn moved() -> impl Responder {
    "7"
}

#[utoipa::path(get, path = "/plain", responses((status = 200)))]
#[expect(dead_code, reason = "only documented")]
async fn plain() -> impl Responder {
    HttpResponse::Ok()
}

macro_rules! document {
    ($($handler:ident),*) => {{
        #[derive(OpenApi)]
        #[openapi(paths($($handler),*))]
        struct Api;
        Api::openapi()
    }};
}

/// What is wrong with a document, in words.
fn mistakes(gates: &OpenApiGates, mut document: Document) -> Vec<String> {
    let before = document.clone();
    let error = gates.document(&mut document).expect_err("a mistake");
    assert!(
        document == before,
        "a document with a mistake stays as it was"
    );
    error.mistakes().iter().map(ToString::to_string).collect()
}

#[test]
fn hand_written_security_that_contradicts() {
    let found = mistakes(&OpenApiGates::new(), document!(contradicted));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].starts_with(
            "`GET /contradicted`: `security` is documented as \
             [{\"bearer\":[\"admin.configuration:GET\"]}], and the gates demand [{\"bearer\":[]}]"
        ),
        "{}",
        found[0]
    );
}

#[test]
fn hand_written_security_that_says_the_same_stays() {
    let mut document = document!(said_already);
    OpenApiGates::new()
        .document(&mut document)
        .expect("the same");
    let document = serde_json::to_value(document).expect("JSON");
    let security = &document["paths"]["/same"]["get"]["security"];
    assert_eq!(*security, json!([{"session": []}]));
}

#[test]
fn an_operation_without_a_gate() {
    let found = mistakes(&OpenApiGates::new(), document!(ungated, plain));
    assert_eq!(found.len(), 2, "{found:?}");
    for (found, operation) in found.iter().zip(["`GET /plain`", "`GET /ungated`"]) {
        assert!(found.starts_with(operation), "{found}");
        assert!(found.contains("its gate is not known"), "{found}");
    }
}

#[test]
fn a_handler_that_is_registered_elsewhere() {
    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes.service(routes::scope("/new").service(moved));
    });
    let found = mistakes(&gates, document!(moved));
    assert_eq!(
        found,
        [
            "`GET /moved` is documented, and its handler `openapi::disagree::moved` is registered at \
          `/new/moved`"
        ]
    );
}

#[test]
fn a_handler_that_is_registered_twice_behind_different_gates() {
    let gates = OpenApiGates::new().routes(|routes: &mut Routes<'_>| {
        routes
            .service(routes::scope("").service(moved).gate(requires_internal()))
            .service(moved);
    });
    let found = mistakes(&gates, document!(moved));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("registered twice behind different ones"),
        "{found:?}"
    );
}

#[test]
fn gates_given_by_hand() {
    let gates = OpenApiGates::new()
        .operation("get", "/plain", requires_user())
        .layer("", requires_internal());
    let mut document = document!(plain);
    gates.document(&mut document).expect("both are known");
    let json = serde_json::to_value(&document).expect("JSON");
    let listed = &json["paths"]["/plain"]["get"]["x-required-permissions"];
    assert_eq!(*listed, json!(["internal", "user"]));

    let gates =
        gates
            .layer("/plains", requires_user())
            .operation("POST", "/plain", requires_user());
    let error = gates.check(&document).expect_err("two gates of nothing");
    let unused = |place: &str| DocsMistake::Unused {
        place: place.to_owned(),
    };
    assert_eq!(error.mistakes(), [unused("/plains"), unused("POST /plain")]);
}

#[test]
fn routes_in_a_scope_of_another_kind() {
    #[derive(OpenApi)]
    #[openapi(nest((path = "/shop/{year}", api = Inner)))]
    struct Outer;
    #[derive(OpenApi)]
    #[openapi(paths(moved))]
    struct Inner;

    let gates = OpenApiGates::new().routes_at("/shop", |routes: &mut Routes<'_>| {
        let scope = routes::scope("/{year:\\d+}").service(moved);
        routes.service(scope.gate(requires_internal()));
    });
    let mut document = Outer::openapi();
    gates.document(&mut document).expect("known");
    let json = serde_json::to_value(&document).expect("JSON");
    let listed = &json["paths"]["/shop/{year}/moved"]["get"]["x-required-permissions"];
    assert_eq!(*listed, json!(["internal", "user"]));
}

fn edited(edit: impl FnOnce(&mut Operation)) -> String {
    let mut document = api::documented();
    let item = document.paths.paths.get_mut("/above").expect("a path");
    edit(item.get.as_mut().expect("an operation"));
    let error = api::gates().check(&document).expect_err("a difference");
    assert_eq!(error.mistakes().len(), 1, "{error}");
    error.to_string()
}

#[test]
fn a_document_that_was_edited() {
    let required = "x-required-permissions";
    for (found, part) in [
        (edited(|it| it.security = None), "`security`"),
        (edited(|it| it.security = Some(Vec::new())), "`security`"),
        (
            edited(|it| {
                it.security
                    .as_mut()
                    .expect("a list")
                    .push(SecurityRequirement::default())
            }),
            "`security`",
        ),
        (
            edited(|it| {
                let known = it.extensions.as_mut().expect("extensions");
                known.insert(
                    required.to_owned(),
                    json!(["admin.configuration:GET", "internal"]),
                );
            }),
            "`x-required-permissions`",
        ),
        (
            edited(|it| {
                it.extensions.as_mut().expect("extensions").remove(required);
            }),
            "`x-required-permissions`",
        ),
        (edited(|it| it.description = None), "`description`"),
        (
            edited(|it| {
                it.responses.responses.remove("403");
            }),
            "`responses`",
        ),
    ] {
        assert!(found.contains("`GET /above`"), "{found}");
        assert!(found.contains(part), "{found}");
    }
}

#[test]
fn a_scheme_that_is_not_declared() {
    let mut document = api::documented();
    let components = document.components.as_mut().expect("components");
    components.security_schemes.clear();
    let error = api::gates().check(&document).expect_err("no schemes");
    assert!(
        error
            .to_string()
            .contains("the security scheme `bearer` is not declared")
    );
}

#[test]
fn the_assertion_passes_what_agrees() {
    assert_documented(&api::gates(), &api::documented());
}

#[test]
#[should_panic(expected = "the documentation and the gates disagree")]
fn the_assertion_fails_on_a_document_without_gates() {
    assert_documented(&api::gates(), &api::bare());
}

#[test]
fn another_way_of_collecting_operations() {
    use utoipa_actix_web::AppExt as _;

    let app = actix_web::App::new().into_utoipa_app();
    let app = app.service(
        utoipa_actix_web::scope("/v1")
            .service(moved)
            .route("/x", web::get()),
    );
    let (_, mut document) = app.split_for_parts();
    OpenApiGates::new().document(&mut document).expect("known");
    let json = serde_json::to_value(&document).expect("JSON");
    let listed = &json["paths"]["/v1/moved"]["get"]["x-required-permissions"];
    assert_eq!(*listed, json!(["user"]));
}

async fn refuses(listed: &str) {
    let app = actix_web::App::new()
        .wrap(access())
        .service(web::scope("/v1").service(contradicted))
        .service(moved);
    let app = init_service(app).await;
    let mut document = document!(moved, ungated);
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
    let app = actix_web::App::new().wrap(access()).service(api::public);
    let app = init_service(app).await;
    let mut document = api::documented();
    document.paths.paths.retain(|path, _| path == "/public");
    let item = document.paths.paths.get_mut("/public").expect("a path");
    let operation = item.get.as_mut().expect("an operation");
    let extensions = operation.extensions.as_mut().expect("extensions");
    extensions.insert("x-required-permissions".to_owned(), json!(["user"]));
    assert_refuses_as_documented(&app, &document).await;
}
