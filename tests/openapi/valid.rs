//! The document against the official schema of OpenAPI 3.1, with a validator made by others.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::api;

/// Published by the OpenAPI Initiative, under the Apache License 2.0.
const SCHEMA: &str = include_str!("oas-3.1-schema-2022-10-07.json");
const NAME: &str = "https://spec.openapis.org/oas/3.1/schema/2022-10-07";

fn validate(document: &Value) -> Result<(), String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    compiler.add_resource(NAME, schema).expect("a schema");
    let schema = compiler.compile(NAME, &mut schemas).expect("a schema");
    schemas
        .validate(document, schema)
        .map_err(|error| format!("{error:#}"))
}

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
