//! What is served: the document, Swagger UI with its files, the catalogue of permissions.

use actix_web::dev::ServiceResponse;
use actix_web::{App, test};
use guard_runtime::routes::{self, Routes};
use guard_runtime::{docs, no_auth, requires_internal};
use serde_json::{Value, json};
use utoipa_swagger_ui::{Config, SwaggerUi};

use super::support::{access, header, token};
use super::{api, scopes};

fn register(routes: &mut Routes<'_>) {
    let swagger = |path: &'static str| {
        SwaggerUi::new("/{_:.*}")
            .url("/openapi.json", api::documented())
            .config(Config::from(path).persist_authorization(true))
    };
    routes
        .behind(no_auth(), "/docs", swagger("/docs/openapi.json"))
        .behind(
            requires_internal(),
            "/internal",
            swagger("/internal/openapi.json"),
        )
        .route(
            "/permissions",
            routes::get().to(docs::serve_catalog(&scopes::SCHEMA)),
        );
}

async fn get(path: &str, user: Option<&str>) -> ServiceResponse {
    let app = App::new().wrap(access()).configure(routes::gated(register));
    let app = test::init_service(app).await;
    let mut request = test::TestRequest::with_uri(path);
    if let Some(user) = user {
        request = request.insert_header(("authorization", format!("Bearer {}", token(user))));
    }
    test::call_service(&app, request.to_request())
        .await
        .map_into_boxed_body()
}

#[actix_web::test]
async fn swagger_ui_comes_with_its_files() {
    for (file, kind) in [
        ("", "text/html"),
        ("index.html", "text/html"),
        ("swagger-ui.css", "text/css"),
        ("swagger-ui-bundle.js", "text/javascript"),
        ("swagger-initializer.js", "text/javascript"),
        ("openapi.json", "application/json"),
    ] {
        let response = get(&format!("/docs/{file}"), None).await;
        assert_eq!(response.status(), 200, "{file}");
        assert!(
            header(&response, "content-type").starts_with(kind),
            "{file}"
        );
        assert!(!test::read_body(response).await.is_empty(), "{file}");
    }
    let initializer = get("/docs/swagger-initializer.js", None).await;
    let initializer = test::read_body(initializer).await;
    let initializer = String::from_utf8_lossy(&initializer).into_owned();
    assert!(initializer.contains("/docs/openapi.json"), "{initializer}");
    assert!(!initializer.contains("petstore"), "{initializer}");
}

#[actix_web::test]
async fn swagger_ui_behind_a_gate() {
    for (user, status) in [(None, 401), (Some("portal"), 403), (Some("internal"), 200)] {
        for path in [
            "/internal/",
            "/internal/openapi.json",
            "/internal/swagger-ui.css",
        ] {
            assert_eq!(get(path, user).await.status(), status, "{path} {user:?}");
        }
    }
}

#[actix_web::test]
async fn the_catalogue_needs_no_login() {
    let response = get("/permissions", None).await;
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "content-type"), "application/json");
    let catalog: Value = test::read_body_json(response).await;
    assert_eq!(
        catalog,
        json!({
            "verbs": ["GET", "CREATE", "UPDATE", "DELETE"],
            "scopes": [
                {
                    "name": "admin",
                    "title": "Administration",
                    "description": "",
                    "project": null,
                    "inherits": [],
                    "resources": [
                        {
                            "name": "configuration",
                            "title": "The configuration",
                            "description": "Of all machines.",
                            "permissions": [
                                {"verb": "GET", "name": "admin.configuration:GET"},
                                {"verb": "UPDATE", "name": "admin.configuration:UPDATE"},
                            ],
                        },
                        {
                            "name": "projects",
                            "title": "All projects",
                            "description": "",
                            "permissions": [
                                {"verb": "GET", "name": "admin.projects:GET"},
                                {"verb": "UPDATE", "name": "admin.projects:UPDATE"},
                            ],
                        },
                    ],
                },
                {
                    "name": "project",
                    "title": "One project",
                    "description": "",
                    "project": "project_id",
                    "inherits": ["admin.projects"],
                    "resources": [
                        {
                            "name": "root",
                            "title": "The project itself",
                            "description": "",
                            "permissions": [
                                {"verb": "GET", "name": "project.root:GET"},
                                {"verb": "UPDATE", "name": "project.root:UPDATE"},
                            ],
                        },
                    ],
                },
            ],
        })
    );
}
