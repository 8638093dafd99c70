//! Why somebody may or may not do something: who is told.

use super::callers::of_invoices;
use super::server::{ADMIN, BLOCKED, PORTAL, SALES, send, server, token};

#[test]
fn only_who_looks_after_accounts_is_told() {
    let server = server();
    // anonymous, expired, guest, portal, portal2, clerk, sales, manager, admin, blocked, key
    let expected = [401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403];
    let path = "/api/invoices/240/access?user=5&operation=read";
    for ((caller, headers), expected) in of_invoices().iter().zip(expected) {
        let status = send(server, "GET", path, headers, "").status;
        assert_eq!(status, expected, "{caller}");
    }
}

#[test]
fn it_is_about_the_other_user() {
    let server = server();
    let ask = |query: &str| send(server, "GET", query, &token(ADMIN), "");
    let why = |query: &str| ask(query).expect(200);
    let read = why("/api/invoices/240/access?user=5&operation=read");
    assert_eq!(read["allowed"], true);
    let delete = why("/api/invoices/240/access?user=5&operation=delete");
    assert_eq!(delete["allowed"], false);
    assert_eq!(delete["restrictions"].as_array().unwrap().len(), 2);
    for query in ["user=4711&operation=read", "user=5&operation=read"] {
        let id = if query.starts_with("user=5") {
            999_999
        } else {
            240
        };
        assert_eq!(
            ask(&format!("/api/invoices/{id}/access?{query}")).status,
            404
        );
    }
    for query in [
        "",
        "user=5",
        "user=5&operation=create",
        "user=x&operation=read",
    ] {
        let path = format!("/api/invoices/240/access?{query}");
        assert_eq!(ask(&path).status, 400, "{query}");
    }
}

#[test]
fn it_does_not_say_of_the_caller_what_is_true_of_the_other() {
    let path = format!("/api/invoices/240/access?user={BLOCKED}&operation=read");
    let told = send(server(), "GET", &path, &token(ADMIN), "").expect(409);
    assert_eq!(
        told["detail"],
        "the account is blocked, so it may do nothing"
    );
}

#[test]
fn a_refusal_says_why_to_nobody_else() {
    let server = server();
    let told = send(server, "GET", "/api/invoices/240", &token(ADMIN), "");
    assert_eq!(told.status, 404);
    assert_eq!(told.json()["explanation"]["model"], "invoice");
    for (caller, method, path, status) in [
        (PORTAL, "GET", "/api/invoices/138", 404),
        (PORTAL, "DELETE", "/api/invoices/240", 403),
        (SALES, "GET", "/api/invoices/18", 404),
    ] {
        let refused = send(server, method, path, &token(caller), "");
        assert_eq!(refused.status, status, "{path}");
        assert_eq!(refused.json().get("explanation"), None);
    }
}
