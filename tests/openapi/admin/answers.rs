//! What the site really answers, against the schemas of its document.

use boon::{Compiler, Schemas};
use serde_json::{Value, json};

use super::{ask, database, json};

/// Fails unless the document says of the operation that it answers so, and nothing else.
#[track_caller]
pub(super) fn conforms(
    document: &Value,
    (method, path): (&str, &str),
    (status, body): &(u16, Value),
) {
    let said = &document["paths"][format!("/office{path}")][method.to_lowercase()];
    let answer = &said["responses"][status.to_string()];
    assert!(
        answer.is_object(),
        "{method} {path} answers {status}: {body}"
    );
    let content = answer["content"].as_object();
    let Some((_, content)) = content.and_then(|it| it.iter().next()) else {
        assert!(body.is_null(), "{method} {path} {status}: {body}");
        return;
    };
    let mut whole = document.clone();
    whole["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    whole["it"] = content["schema"].clone();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler
        .add_resource("https://tests.example/it", whole)
        .expect("a resource");
    let schema = compiler.compile("https://tests.example/it#/it", &mut schemas);
    let schema = schema.unwrap_or_else(|error| panic!("{error:#}"));
    if let Err(error) = schemas.validate(body, schema) {
        panic!("{method} {path} {status}: {error:#}\n{body:#}");
    }
}

#[actix_web::test]
async fn answers_are_as_they_are_documented() {
    let (db, document) = (database().await, json());
    let full = json!({
        "number": "A-1", "status": "new", "priority": 1, "weight": 2.5, "total": "12.50",
        "due_on": "2026-11-21", "opens_at": "14:30:00", "placed_at": "2026-11-21T14:30:00Z",
        "seen_at": "2026-11-21T14:30:00", "note": "N", "paid": true,
        "token": "67e55044-10b1-426f-9247-bb680e5fe0c8", "mood": "good", "cost": 7,
    });
    let bare = json!({ "number": "A-2", "status": "sent", "priority": 2, "paid": false });
    let list = "/api/sales/orders";
    let one = "/api/sales/orders/{key}";
    for (user, method, route, path, body, status) in [
        ("manager", "POST", list, list, Some(&full), 201),
        ("sales", "POST", list, list, Some(&bare), 201),
        ("sales", "POST", list, list, Some(&full), 403),
        ("manager", "POST", list, list, Some(&full), 409),
        ("manager", "POST", list, list, Some(&json!({})), 422),
        (
            "manager",
            "POST",
            list,
            list,
            Some(&json!({ "id": 7, "x": 1 })),
            422,
        ),
        ("manager", "POST", list, list, Some(&json!([])), 400),
        ("manager", "POST", list, list, None, 415),
        (
            "manager",
            "POST",
            list,
            list,
            Some(&json!("x".repeat(1 << 20))),
            413,
        ),
        ("manager", "GET", list, list, None, 200),
        ("sales", "GET", list, list, None, 200),
        (
            "sales",
            "GET",
            list,
            "/api/sales/orders?filter.cost=7",
            None,
            403,
        ),
        (
            "sales",
            "GET",
            list,
            "/api/sales/orders?nonsense=7",
            None,
            400,
        ),
        ("internal", "GET", list, list, None, 403),
        ("manager", "GET", one, "/api/sales/orders/1", None, 200),
        ("sales", "GET", one, "/api/sales/orders/2", None, 200),
        ("sales", "GET", one, "/api/sales/orders/9", None, 404),
        (
            "sales",
            "PATCH",
            one,
            "/api/sales/orders/1",
            Some(&json!({ "note": null })),
            204,
        ),
        (
            "sales",
            "PATCH",
            one,
            "/api/sales/orders/1",
            Some(&json!({})),
            422,
        ),
        (
            "sales",
            "PATCH",
            one,
            "/api/sales/orders/1",
            Some(&json!({ "total": "1" })),
            403,
        ),
        (
            "sales",
            "PATCH",
            one,
            "/api/sales/orders/1",
            Some(&json!({ "number": "A-2" })),
            409,
        ),
        ("sales", "DELETE", one, "/api/sales/orders/1", None, 403),
        ("manager", "DELETE", one, "/api/sales/orders/9", None, 404),
        ("manager", "DELETE", one, "/api/sales/orders/1", None, 204),
        ("internal", "GET", "/api/menu", "/api/menu", None, 200),
        ("manager", "GET", "/api/menu", "/api/menu", None, 200),
        ("internal", "GET", "/api/labels", "/api/labels", None, 200),
    ] {
        let answer = ask(&db, user, (method, path), body).await;
        assert_eq!(answer.0, status, "{user} {method} {path}: {}", answer.1);
        conforms(&document, (method, route), &answer);
    }
}
