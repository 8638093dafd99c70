//! Each way in which an operation and its gate can disagree is found.

use actix_web::{HttpResponse, Responder, get};
use guard_runtime::docs::{DocsMistake, OpenApiGates};
use guard_runtime::{no_auth, requires_internal, requires_user};
use serde_json::json;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityRequirement, SecurityScheme};

use super::{document, operation_of};

#[requires_internal]
#[utoipa::path(security(("bearer" = ["admin.configuration:GET"])), responses((status = 200)))]
#[get("/contradicted")]
pub(super) async fn contradicted() -> impl Responder {
    "7"
}

#[requires_internal]
#[utoipa::path(security(("session" = [])), responses((status = 200)))]
#[get("/same")]
async fn said_already() -> impl Responder {
    "7"
}

#[no_auth]
#[utoipa::path(security(()), responses((status = 200)))]
#[get("/open-to-all")]
async fn open_to_all() -> impl Responder {
    "7"
}

/// Opens a drawer.
///
/// Required permissions: `user`.
#[requires_internal]
#[utoipa::path(responses((status = 200)))]
#[get("/outdated")]
async fn outdated() -> impl Responder {
    "7"
}

/// Whose document says `security: []`.
#[requires_internal]
#[utoipa::path(responses((status = 200)))]
#[get("/opened")]
async fn opened() -> impl Responder {
    "7"
}

#[utoipa::path(responses((status = 200)))]
#[get("/ungated")]
pub(super) async fn ungated() -> impl Responder {
    "7"
}

#[utoipa::path(get, path = "/plain", responses((status = 200)))]
#[expect(dead_code, reason = "only documented")]
fn plain() -> impl Responder {
    HttpResponse::Ok()
}

/// What is wrong with a document, in words.
pub(super) fn mistakes(gates: &OpenApiGates, mut document: OpenApi) -> Vec<String> {
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
    let mut document = document!(said_already, open_to_all);
    let session = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new("session")));
    let gates = OpenApiGates::new().scheme("session", session);
    gates.document(&mut document).expect("the same");
    let said = operation_of(&document, "get", "/same");
    assert_eq!(said["security"], json!([{"session": []}]));
    let said = operation_of(&document, "get", "/open-to-all");
    assert_eq!(said["security"], json!([{}]));
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
fn an_outdated_sentence() {
    let found = mistakes(&OpenApiGates::new(), document!(outdated));
    assert_eq!(found.len(), 1, "{found:?}");
    let expected = "`GET /outdated`: `description` is documented as `Required permissions: \
                    `user`.`, and the gates demand `Required permissions: `internal`.`";
    assert!(found[0].starts_with(expected), "{}", found[0]);
}

/// An empty list is not an absent one: it says that everybody may call.
#[test]
fn an_empty_list_where_something_is_demanded() {
    let mut document = document!(opened);
    let path = document.paths.paths.get_mut("/opened").expect("a path");
    path.get.as_mut().expect("an operation").security = Some(Vec::new());
    let found = mistakes(&OpenApiGates::new(), document);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("documented as [], and"), "{}", found[0]);
}

#[test]
fn a_scheme_that_nobody_declares() {
    let undeclared = |scheme: &str| DocsMistake::Undeclared {
        scheme: scheme.to_owned(),
    };
    let mut document = document!(said_already);
    document.security = Some(vec![SecurityRequirement::new("key", [""; 0])]);
    let error = OpenApiGates::new().document(&mut document);
    let error = error.expect_err("two that are not declared");
    assert_eq!(error.mistakes(), [undeclared("key"), undeclared("session")]);
}
