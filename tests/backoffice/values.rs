//! What the values in bodies are taken for.

use serde_json::{Value, json};

use super::invoices::{in_status, stored};
use super::server::{MANAGER, SALES, patch, send, server, token};

#[test]
fn a_list_is_no_object() {
    let id = in_status("draft");
    let path = format!("/api/invoices/{id}");
    for (method, path, body) in [
        ("PATCH", path.as_str(), "[]"),
        ("PATCH", &path, r#"["posted"]"#),
        ("POST", "/api/invoices", r#"[1,"2026-12-31",null,null,[]]"#),
        ("POST", "/api/invoices/paid", "[[1]]"),
        ("POST", "/api/tickets", r#"["x","x",1]"#),
        ("POST", "/api/login", r#"["sales","x"]"#),
    ] {
        let refused = send(server(), method, path, &token(SALES), body).expect(400);
        let detail = refused["detail"].as_str().unwrap();
        let wanted = "invalid type: sequence, expected an object";
        assert!(detail.starts_with(wanted), "{method} {path}: {detail}");
    }
}

/// `null` is not what is left out: it takes away what may be absent, and is refused for the rest.
#[test]
fn null_is_a_value() {
    let id = in_status("draft");
    let (path, before) = (format!("/api/invoices/{id}"), stored(id));
    for field in ["status", "due_on", "salesperson_id"] {
        let body = json!({ field: null, "internal_note": "changed" }).to_string();
        patch(&path, &token(MANAGER), &body).expect(400);
    }
    assert_eq!(stored(id), before);
    assert_eq!(before["body"]["internal_note"], "secret of ours");
    let emptied = patch(&path, &token(SALES), r#"{"internal_note":null}"#).expect(200);
    assert_eq!(emptied["internal_note"], Value::Null);
    assert_eq!(stored(id)["body"]["internal_note"], Value::Null);
    patch(&path, &token(SALES), "{}").expect(200);
}

#[test]
fn text_is_stored_as_it_is() {
    let id = in_status("draft");
    let path = format!("/api/invoices/{id}");
    for note in [
        "'; DROP TABLE invoice; --",
        "%_\\",
        "Zoë \u{0301}🧾",
        "<script>alert(1)</script>",
    ] {
        let body = json!({ "internal_note": note }).to_string();
        let changed = patch(&path, &token(SALES), &body).expect(200);
        assert_eq!(changed["internal_note"], note);
        assert_eq!(stored(id)["body"]["internal_note"], note);
    }
    for body in [
        "",
        "[]",
        "null",
        r#"{"status":"nothing"}"#,
        r#"{"status":null,"due_on":7}"#,
        "{\"status\":",
    ] {
        patch(&path, &token(SALES), body).expect(400);
    }
}
