//! What is said of the routes: by the registry of gates, the API documentation and the audit.

use actix_web::{App, rt, test::init_service};
use guard_runtime::testing::{
    assert_all_gated, assert_app_is_gated, assert_documented, assert_refuses_as_documented,
};
use guard_runtime::tokens::{AccessTokens, MemoryTokenStore};
use serde_json::{Value, json};
use utoipa::openapi::OpenApi;

use super::server::{SECRET, get};
use super::validate::validate;
use crate::app::{Collab, routes};
use crate::scopes;

fn document() -> Value {
    get("/openapi.json", &Vec::new()).expect(200)
}

/// Methods, paths and contents of all operations.
pub(crate) fn operations() -> Vec<(String, String, Value)> {
    let document = document();
    let mut operations = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations.push((method.to_uppercase(), path.clone(), operation.clone()));
        }
    }
    operations
}

#[test]
fn every_handler_has_a_gate() {
    assert_all_gated(["examples/collab"]);
    rt::System::new().block_on(async {
        let app = Collab::open("sqlite::memory:", SECRET).await.unwrap();
        let configured = app.clone();
        let service = App::new()
            .configure(move |config| configured.configure(config))
            .wrap(app.access());
        let service = init_service(service).await;
        assert_app_is_gated(&service).await;
        assert_refuses_as_documented(&service, &served()).await;
        app.close().await;
    });
}

/// The document, as anybody may read it.
fn served() -> OpenApi {
    serde_json::from_value(document()).unwrap()
}

#[test]
fn the_document_is_valid() {
    if let Err(error) = validate(&document()) {
        panic!("{error}");
    }
}

#[test]
fn the_document_and_the_gates_agree() {
    let tokens = AccessTokens::builder(MemoryTokenStore::default(), &scopes::SCHEMA);
    let tokens = tokens.build().unwrap();
    let gates = routes::docs::gates(|routes| routes::api(routes, &tokens));
    assert_documented(&gates, &served());
    assert_eq!(gates.unregistered(&served()), [""; 0]);
    // Pages, and what the library serves.
    let pages = [
        "GET /api/permissions",
        "collab::app::routes::page::script",
        "collab::app::routes::sign_in::enter",
        "collab::app::routes::sign_in::form",
        "collab::app::routes::sign_in::leave",
    ];
    assert_eq!(gates.undocumented(&served()), pages);
}

#[test]
fn the_document_says_what_gates_demand() {
    let document = document();
    let flow = &document["components"]["securitySchemes"]["oauth2"]["flows"]["password"];
    assert_eq!(flow["tokenUrl"], "/token");
    assert_eq!(flow["scopes"].as_object().unwrap().len(), 82);
    for (method, path, permissions) in [
        (
            "get",
            "/api/configuration",
            json!(["admin.configuration:GET"]),
        ),
        (
            "patch",
            "/api/configuration/{key}",
            json!(["admin.configuration:GET", "admin.configuration:UPDATE"]),
        ),
        (
            "get",
            "/api/projects/{project_id}/pipelines",
            json!(["project.pipelines:GET", "project.root:GET"]),
        ),
        (
            "get",
            "/api/admin/events",
            json!(["admin.events:GET", "internal"]),
        ),
        (
            "get",
            "/api/tools",
            json!(["any(admin.tools:GET, user.sessions:CREATE)"]),
        ),
    ] {
        let operation = &document["paths"][path][method];
        assert_eq!(
            operation["x-required-permissions"], permissions,
            "{method} {path}"
        );
    }
}

/// What Swagger UI needs to call an operation.
#[test]
fn every_parameter_of_a_path_is_documented() {
    let (operations, mut missing) = (operations(), Vec::new());
    for (method, path, operation) in &operations {
        let known = operation["parameters"]
            .as_array()
            .cloned()
            .unwrap_or_default();
        for name in path.split('/').filter_map(|part| part.strip_prefix('{')) {
            let name = name.trim_end_matches('}');
            if !known
                .iter()
                .any(|it| it["name"] == name && it["in"] == "path")
            {
                missing.push(format!("{method} {path}: {name}"));
            }
        }
        let open = ["/token", "/api/health", "/api/announcements"].contains(&path.as_str());
        if !open && operation["responses"]["401"].is_null() {
            missing.push(format!("{method} {path}: 401"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert_eq!(operations.len(), 71);
}

#[test]
fn swagger_ui_and_the_catalogue_are_served() {
    let page = get("/docs/", &Vec::new());
    page.expect(200);
    assert!(page.body.contains("swagger-ui-bundle.js"));
    assert_eq!(get("/docs", &Vec::new()).header("location"), Some("/docs/"));
    let setup = get("/docs/swagger-initializer.js", &Vec::new());
    assert!(setup.body.contains("/openapi.json"), "{}", setup.body);

    let catalogue = get("/api/permissions", &Vec::new()).expect(200);
    let project = &catalogue["scopes"][2];
    assert_eq!(project["name"], "project");
    assert_eq!(project["title"], "One project");
    assert_eq!(project["inherits"], json!(["admin.projects"]));
    assert_eq!(
        project["resources"][12]["description"],
        "What sessions on a model may do."
    );
}
