//! Records as the document describes them.

use serde_json::{Value, json};

use super::json;

pub(super) fn schema(name: &str) -> Value {
    let document = json();
    let found = &document["components"]["schemas"][name];
    assert!(
        found.is_object(),
        "{name}: {:#}",
        document["components"]["schemas"]
    );
    found.clone()
}

#[test]
fn schemas_are_of_what_the_pages_offer() {
    let document = json();
    let names = document["components"]["schemas"]
        .as_object()
        .expect("schemas");
    let names = names.keys().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(
        names,
        [
            "AdminMenuItem",
            "AdminMistake",
            "AdminNodeKind",
            "AdminProblem",
            "OfficeAnnouncementForm",
            "OfficeLabelsList",
            "OfficeLabelsRecord",
            "OfficeSalesOrdersChanges",
            "OfficeSalesOrdersList",
            "OfficeSalesOrdersNew",
            "OfficeSalesOrdersRecord",
            "OfficeSalesOrdersRemindForm",
            "Problem",
        ]
    );
}

#[test]
fn a_record_is_made_of_the_columns() {
    let record = schema("OfficeSalesOrdersRecord");
    assert_eq!(record["required"], json!(["key", "values", "may"]));
    let values = &record["properties"]["values"];
    let required = values["required"].as_array().expect("names");
    assert!(!required.contains(&json!("cost")) && !required.contains(&json!("code")));
    assert_eq!(required.len(), 15, "{required:?}");
    let of = |name: &str| {
        let mut said = values["properties"][name].clone();
        let title = said.as_object_mut().and_then(|it| it.remove("title"));
        assert!(title.is_some_and(|it| it.is_string()), "{name}");
        said
    };
    for (name, expected) in [
        (
            "id",
            json!({ "type": "integer", "format": "int64", "readOnly": true }),
        ),
        ("number", json!({ "type": "string", "maxLength": 20 })),
        (
            "status",
            json!({ "type": "string", "enum": ["new", "sent"] }),
        ),
        (
            "priority",
            json!({ "type": "integer", "format": "int32", "enum": [1, 2] }),
        ),
        ("weight", json!({ "type": "number", "format": "double" })),
        (
            "total",
            json!({ "type": ["string", "null"], "format": "decimal" }),
        ),
        (
            "due_on",
            json!({ "type": ["string", "null"], "format": "date" }),
        ),
        (
            "opens_at",
            json!({ "type": ["string", "null"], "format": "time-local" }),
        ),
        (
            "placed_at",
            json!({ "type": ["string", "null"], "format": "date-time" }),
        ),
        (
            "seen_at",
            json!({ "type": ["string", "null"], "format": "date-time-local" }),
        ),
        ("note", json!({ "type": ["string", "null"] })),
        ("paid", json!({ "type": "boolean" })),
        (
            "token",
            json!({ "type": ["string", "null"], "format": "uuid" }),
        ),
        (
            "data",
            json!({
                "type": ["object", "array", "string", "number", "boolean", "null"],
                "readOnly": true,
            }),
        ),
        (
            "mood",
            json!({ "type": ["string", "null"], "enum": ["good", "bad", null] }),
        ),
        (
            "cost",
            json!({
                "type": ["integer", "null"],
                "format": "int64",
                "description": "Read by members of `manager` alone; else it is absent.",
            }),
        ),
        (
            "code",
            json!({
                "type": ["string", "null"],
                "readOnly": true,
                "description": "Read by members of `auditor` or `support` alone; else it is absent.",
            }),
        ),
    ] {
        assert_eq!(of(name), expected, "{name}");
    }
    assert_eq!(values["properties"]["total"]["title"], "Total in euros");
}

#[test]
fn what_is_entered_is_what_the_form_has() {
    let new = schema("OfficeSalesOrdersNew");
    assert_eq!(new["additionalProperties"], json!(false));
    assert_eq!(
        new["required"],
        json!(["number", "status", "priority", "paid"])
    );
    let changes = schema("OfficeSalesOrdersChanges");
    assert_eq!(changes["additionalProperties"], json!(false));
    assert!(changes["required"].is_null());
    assert_eq!(changes["minProperties"], 1);
    for entered in [&new, &changes] {
        let fields = entered["properties"].as_object().expect("fields");
        assert_eq!(fields.len(), 14, "{fields:?}");
        for unknown in ["id", "data", "code"] {
            assert!(!fields.contains_key(unknown), "{unknown}");
        }
        let says = "Entered by members of `manager` alone; else it is refused with 403.";
        assert_eq!(fields["total"]["description"], says);
        assert_eq!(fields["cost"]["description"], says);
        assert!(fields["number"]["description"].is_null());
    }
}
