//! The same of many records at once, of custom actions and of forms.

use serde_json::json;

use super::answers::conforms;
use super::{ask, database, json};

#[actix_web::test]
async fn answers_of_sets_and_actions_are_too() {
    let (db, document) = (database().await, json());
    let bare = json!({ "number": "A-1", "status": "sent", "priority": 2, "paid": false });
    ask(&db, "manager", ("POST", "/api/sales/orders"), Some(&bare)).await;
    let keys = json!({ "keys": ["1"] });
    let page = "/api/sales/orders";
    for (user, path, body, status) in [
        (
            "sales",
            "/update",
            json!({ "keys": ["1"], "changes": { "note": "N" } }),
            200,
        ),
        (
            "sales",
            "/update",
            json!({ "keys": [], "changes": { "note": "N" } }),
            422,
        ),
        (
            "sales",
            "/update",
            json!({ "keys": ["1"], "changes": { "cost": 1 } }),
            403,
        ),
        (
            "sales",
            "/update",
            json!({ "keys": ["1"], "changes": {}, "more": 1 }),
            400,
        ),
        ("sales", "/actions/mark_sent", keys.clone(), 200),
        ("sales", "/actions/mark_sent", json!({ "keys": ["x"] }), 404),
        (
            "sales",
            "/actions/mark_sent",
            json!({ "keys": ["1"], "form": { "x": 1 } }),
            422,
        ),
        ("sales", "/actions/recount", json!({}), 200),
        ("sales", "/actions/recount", keys.clone(), 422),
        ("sales", "/actions/remind", keys.clone(), 403),
        ("manager", "/actions/remind", keys.clone(), 422),
        (
            "manager",
            "/actions/remind",
            json!({ "keys": ["1"], "form": { "text": "T", "by": "mail" } }),
            200,
        ),
        (
            "manager",
            "/actions/remind",
            json!({ "keys": ["1"], "form": { "text": "T", "by": "dove" } }),
            422,
        ),
        ("sales", "/delete", keys.clone(), 403),
        ("manager", "/delete", keys.clone(), 200),
        ("manager", "/delete", keys.clone(), 404),
    ] {
        let path = format!("{page}{path}");
        let answer = ask(&db, user, ("POST", &path), Some(&body)).await;
        assert_eq!(answer.0, status, "{user} {path} {body}: {}", answer.1);
        conforms(&document, ("POST", &path), &answer);
    }
    for (body, status) in [
        (json!({ "text": "T", "days": 3 }), 200),
        (json!({ "text": "T", "days": 0 }), 422),
        (json!({ "text": "T", "more": 0 }), 422),
        (json!({}), 422),
    ] {
        let path = "/api/announcement";
        let answer = ask(&db, "internal", ("POST", path), Some(&body)).await;
        assert_eq!(answer.0, status, "{body}: {}", answer.1);
        conforms(&document, ("POST", path), &answer);
    }
    // Nothing of an action that there is not.
    let (status, _) = ask(
        &db,
        "manager",
        ("POST", "/api/sales/orders/actions/x"),
        Some(&keys),
    )
    .await;
    assert_eq!(status, 404);
    let (status, _) = ask(
        &db,
        "internal",
        ("POST", "/api/sales/orders/actions/x"),
        Some(&keys),
    )
    .await;
    assert_eq!(status, 403);
}
