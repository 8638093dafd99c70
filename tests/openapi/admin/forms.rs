//! Forms and operations as the document describes them.

use serde_json::json;

use super::schemas::schema;
use super::{json, resolved};

#[test]
fn forms_are_made_of_their_fields() {
    let remind = schema("OfficeSalesOrdersRemindForm");
    assert_eq!(remind["required"], json!(["text", "by"]));
    assert_eq!(remind["additionalProperties"], json!(false));
    let fields = &remind["properties"];
    assert_eq!(fields["text"]["description"], "What the customer reads.");
    assert_eq!(fields["until"]["type"], json!(["string", "null"]));
    assert_eq!(fields["by"]["enum"], json!(["mail", "letter"]));
    assert_eq!(fields["urgent"]["type"], "boolean");
    let document = json();
    let body = |path: &str| {
        let said = &document["paths"][path]["post"]["requestBody"];
        assert_eq!(said["required"], json!(true), "{path}");
        resolved(&document, &said["content"]["application/json"]["schema"]).clone()
    };
    let actions = "/office/api/sales/orders/actions";
    let one = body(&format!("{actions}/remind"));
    assert_eq!(one["required"], json!(["keys", "form"]));
    assert_eq!(one["properties"]["keys"]["maxItems"], 1);
    let many = body(&format!("{actions}/mark_sent"));
    assert_eq!(many["required"], json!(["keys"]));
    assert_eq!(many["properties"]["keys"]["minItems"], 1);
    assert!(many["properties"]["form"].is_null());
    let none = body(&format!("{actions}/recount"));
    assert_eq!(
        none,
        json!({ "type": "object", "additionalProperties": false })
    );
    let announcement = body("/office/api/announcement");
    assert_eq!(announcement["required"], json!(["text"]));
    assert_eq!(
        announcement["properties"]["days"]["type"],
        json!(["integer", "null"])
    );
}

#[test]
fn operations_are_named_by_their_pages() {
    let document = json();
    for (method, path, id, summary, tag) in [
        ("get", "/menu", "office_menu", "The menu", "The office"),
        (
            "get",
            "/labels",
            "office_labels_list",
            "Labels: list",
            "The office",
        ),
        (
            "post",
            "/sales/orders/update",
            "office_sales_orders_update_many",
            "Orders: update many",
            "Sales",
        ),
        (
            "post",
            "/sales/orders/actions/remind",
            "office_sales_orders_run_remind",
            "Orders: Ask for money",
            "Sales",
        ),
        (
            "post",
            "/announcement",
            "office_announcement_submit",
            "Announcement",
            "The office",
        ),
    ] {
        let said = &document["paths"][format!("/office/api{path}")][method];
        assert_eq!(said["operationId"], id, "{path}");
        assert_eq!(said["summary"], summary, "{path}");
        assert_eq!(said["tags"], json!([tag]), "{path}");
    }
    let said = &document["paths"]["/office/api/sales/orders/actions/remind"]["post"];
    let words = said["description"].as_str().expect("words");
    let paragraphs = words.split("\n\n").collect::<Vec<_>>();
    assert_eq!(
        paragraphs[..2],
        ["What people have ordered.", "Asks for money."]
    );
    let tags = json!([
        { "name": "The office", "description": "Where we work." },
        { "name": "Sales", "description": "What is sold." },
    ]);
    assert_eq!(document["tags"], tags);
}
