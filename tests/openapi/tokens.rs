//! The API of personal access tokens in an application's document.
#![allow(unused_qualifications, reason = "in what utoipa makes of `nest`")]

use actix_web::App;
use actix_web::test::init_service;
use guard_runtime::docs::OpenApiGates;
use guard_runtime::requires_internal;
use guard_runtime::routes::{self, Routes};
use guard_runtime::testing::{assert_documented, assert_refuses_as_documented};
use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, TokenApi};
use serde_json::json;
use utoipa::OpenApi;

use super::operation_of;
use super::support::access;
use super::validate::validate;

guard_runtime::define_scopes! {
    /// Permissions for tokens.
    pub(crate) mod scopes {
        /// The own account.
        account {
            /// The own tokens.
            tokens: GET | CREATE | DELETE,
        }
        /// Administration.
        admin {
            /// Everybody's tokens.
            tokens: GET | DELETE,
        }
    }
}
use scopes::{account, admin};

#[derive(OpenApi)]
#[openapi(nest(
    (path = "/v1/{shop}/tokens", api = guard_runtime::docs::OwnTokens),
    (path = "/v1/{shop}/tokens", api = guard_runtime::docs::AllTokens),
))]
struct Api;

const PATH: &str = "/v1/{shop}/tokens";

fn register(routes: &mut Routes<'_>) {
    let tokens = AccessTokens::builder(MemoryTokenStore::default(), &scopes::SCHEMA);
    let tokens = tokens.build().expect("a complete configuration");
    let api = TokenApi::new("/{shop}/tokens", &tokens)
        .own(
            account::tokens::GET,
            account::tokens::CREATE,
            account::tokens::DELETE,
        )
        .all(admin::tokens::GET, admin::tokens::DELETE);
    let scope = routes::scope("/v1").service(api);
    routes.service(scope.gate(requires_internal()));
}

fn documented() -> (OpenApiGates, utoipa::openapi::OpenApi) {
    let mut document = Api::openapi();
    let gates = OpenApiGates::new().scopes(&scopes::SCHEMA).routes(register);
    gates.document(&mut document).expect("all gates are known");
    (gates, document)
}

#[actix_web::test]
async fn each_operation_names_the_permission_of_the_application() {
    let (gates, document) = documented();
    for (method, path, permission) in [
        ("get", "", "account.tokens:GET"),
        ("post", "", "account.tokens:CREATE"),
        ("delete", "", "account.tokens:DELETE"),
        ("delete", "/{token_id}", "account.tokens:DELETE"),
        ("get", "/all", "admin.tokens:GET"),
        ("delete", "/all", "admin.tokens:DELETE"),
        ("delete", "/all/{token_id}", "admin.tokens:DELETE"),
    ] {
        let said = operation_of(&document, method, &format!("{PATH}{path}"));
        assert_eq!(said["security"], json!([{ "bearer": [permission] }]));
        let required = json!([permission, "internal"]);
        assert_eq!(said["x-required-permissions"], required);
        let problem = json!({ "$ref": "#/components/schemas/Problem" });
        for status in ["401", "403"] {
            let content = &said["responses"][status]["content"]["application/problem+json"];
            assert_eq!(content["schema"], problem, "{method} {path}: {status}");
        }
        assert!(said["summary"].is_string(), "{method} {path}");
    }
    assert_documented(&gates, &document);
    assert_eq!(gates.undocumented(&document), [""; 0]);
    assert_eq!(gates.unregistered(&document), [""; 0]);
    let app = App::new().configure(routes::gated(register)).wrap(access());
    assert_refuses_as_documented(&init_service(app).await, &document).await;
}

#[test]
fn the_document_is_valid() {
    for document in [documented().1, Api::openapi()] {
        let document = serde_json::to_value(document).expect("JSON");
        if let Err(error) = validate(&document) {
            panic!("{error}");
        }
    }
}

#[test]
fn answers_are_documented_as_they_are() {
    let (_, document) = documented();
    let statuses = |method, path: &str| {
        let said = operation_of(&document, method, &format!("{PATH}{path}"));
        let answers = said["responses"].as_object().expect("answers");
        answers.keys().cloned().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(statuses("get", ""), "200 401 403");
    assert_eq!(statuses("post", ""), "201 400 401 403 404 409 413 415 422");
    assert_eq!(statuses("delete", ""), "200 401 403");
    assert_eq!(statuses("delete", "/{token_id}"), "204 401 403 404");
    assert_eq!(statuses("get", "/all"), "200 400 401 403");
    assert_eq!(statuses("delete", "/all"), "200 400 401 403");
    assert_eq!(statuses("delete", "/all/{token_id}"), "204 401 403 404");
}

#[test]
fn schemas_are_what_is_read_and_written() {
    let document = serde_json::to_value(documented().1).expect("JSON");
    let schemas = &document["components"]["schemas"];
    let id = json!({ "$ref": "#/components/schemas/Id" });
    let either = json!([{ "type": "integer", "format": "int64" }, { "type": "string" }]);
    assert_eq!(schemas["Id"]["oneOf"], either);
    let problem = &schemas["TokenProblem"]["properties"];
    assert_eq!(problem["detail"]["type"], "string");
    assert_eq!(
        problem["errors"]["items"]["$ref"],
        "#/components/schemas/TokenMistake"
    );
    let required = |schema: &str| schemas[schema]["required"].clone();
    assert_eq!(required("NewToken"), json!(["title", "expires_at"]));
    assert_eq!(schemas["NewToken"]["additionalProperties"], false);
    assert_eq!(required("TokenProject"), json!(["scope", "project"]));
    for (schema, property, expected) in [
        ("TokenInfo", "owner", &id),
        ("TokenProject", "project", &id),
        (
            "NewToken",
            "expires_at",
            &json!({ "type": "integer", "format": "int64" }),
        ),
        (
            "TokenInfo",
            "expires_at",
            &json!({ "type": "integer", "format": "int64" }),
        ),
        (
            "TokenInfo",
            "revoked_at",
            &json!({ "type": ["integer", "null"], "format": "int64" }),
        ),
        ("CreatedToken", "secret", &json!({ "type": "string" })),
    ] {
        let mut found = schemas[schema]["properties"][property].clone();
        let said = found
            .as_object_mut()
            .and_then(|it| it.remove("description"));
        assert!(said.is_some_and(|it| it.is_string()), "{schema}.{property}");
        assert_eq!(found, *expected, "{schema}.{property}");
    }
    let state = &schemas["TokenState"]["enum"];
    assert_eq!(*state, json!(["active", "expired", "revoked"]));
}
