//! The official schema of `OpenAPI` 3.1, a validator made by others, and what a schema cannot say.

use std::collections::BTreeMap;

use boon::{Compiler, Schemas};
use serde_json::Value;

/// Published by the `OpenAPI` Initiative, under the Apache License 2.0.
const SCHEMA: &str = include_str!("oas-3.1-schema-2022-10-07.json");
const NAME: &str = "https://spec.openapis.org/oas/3.1/schema/2022-10-07";

pub(crate) fn validate(document: &Value) -> Result<(), String> {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let schema = serde_json::from_str(SCHEMA).expect("JSON");
    compiler.add_resource(NAME, schema).expect("a schema");
    let schema = compiler.compile(NAME, &mut schemas).expect("a schema");
    schemas
        .validate(document, schema)
        .map_err(|error| format!("{error:#}"))?;
    let wrong = [dangling(document, document), repeated(document)].concat();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n"))
    }
}

/// References to nothing.
fn dangling(value: &Value, document: &Value) -> Vec<String> {
    match value {
        Value::Object(members) => {
            let to = members.get("$ref").and_then(Value::as_str);
            let to = to.and_then(|to| to.strip_prefix('#'));
            let to = to.filter(|to| document.pointer(to).is_none());
            let inside = members.values().flat_map(|it| dangling(it, document));
            to.map(ToOwned::to_owned)
                .into_iter()
                .chain(inside)
                .collect()
        }
        Value::Array(items) => {
            let items = items.iter();
            items.flat_map(|it| dangling(it, document)).collect()
        }
        _ => Vec::new(),
    }
}

/// Ids of more than one operation.
fn repeated(document: &Value) -> Vec<String> {
    let items = document["paths"].as_object().into_iter().flatten();
    let operations = items.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    let mut ids = BTreeMap::<_, u32>::new();
    for id in operations.filter_map(|(_, it)| it["operationId"].as_str()) {
        *ids.entry(id).or_default() += 1;
    }
    ids.retain(|_, count| *count > 1);
    ids.into_keys().map(ToOwned::to_owned).collect()
}
