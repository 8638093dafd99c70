//! What is said of the routes: by the registry of gates, the API documentation and the audit.

use actix_web::{App, rt, test::init_service};
use guard_runtime::testing::{assert_all_gated, assert_app_is_gated};
use serde_json::{Value, json};

use super::server::{SECRET, get};
use crate::app::Collab;

fn document() -> Value {
    get("/openapi.json", &Vec::new()).expect(200)
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
        assert_app_is_gated(&init_service(service).await).await;
        app.close().await;
    });
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
    let document = document();
    let (mut operations, mut missing) = (0, Vec::new());
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            operations += 1;
            let known = operation["parameters"]
                .as_array()
                .cloned()
                .unwrap_or_default();
            for part in path.split('/').filter(|part| part.starts_with('{')) {
                let name = part.trim_matches(['{', '}']);
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
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert_eq!(operations, 64);
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
