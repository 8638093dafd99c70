//! The document against the official schema of OpenAPI 3.1, with a validator made by others.

use serde_json::json;

use super::api;
use super::validate::validate;

#[test]
fn the_document_is_valid() {
    let document = serde_json::to_value(api::documented()).expect("JSON");
    if let Err(error) = validate(&document) {
        panic!("{error}");
    }
    if let Some(path) = std::env::var_os("GUARD_WRITE_OPENAPI") {
        std::fs::write(path, document.to_string()).expect("written");
    }
}

#[test]
fn the_validator_finds_what_is_not() {
    let document = serde_json::to_value(api::documented()).expect("JSON");
    for (pointer, wrong) in [
        ("/paths/~1above/get/security", json!([{"bearer": "admin"}])),
        ("/paths/~1above/get/responses/401", json!({"content": {}})),
        ("/paths/~1above/get/operationId", json!("below")),
        (
            "/paths/~1above/get/responses/200",
            json!({"$ref": "#/components/responses/none"}),
        ),
        (
            "/components/securitySchemes/bearer",
            json!({"type": "bearer"}),
        ),
        (
            "/components/securitySchemes/oauth2/flows/password",
            json!({"tokenUrl": "/token"}),
        ),
    ] {
        let mut document = document.clone();
        *document.pointer_mut(pointer).expect("there") = wrong;
        assert!(validate(&document).is_err(), "{pointer}");
    }
}
