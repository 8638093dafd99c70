//! Paths and queries that nobody means.

use super::server::{MANAGER, PORTAL, SALES, get, send, server, token};

#[test]
fn what_is_no_query_is_answered_with_problems() {
    for (query, status) in [
        ("sort=", 400),
        ("sort=-", 400),
        ("sort=--id", 400),
        ("sort=nothing", 400),
        ("sort=password_hash", 400),
        ("sort=id;DROP%20TABLE%20invoice", 400),
        ("sort=id,number", 400),
        ("sort=id&sort=number", 400),
        ("status=nothing", 400),
        ("status=Draft", 400),
        ("status=draft&status=paid", 400),
        ("nothing=1", 400),
        ("Status=paid", 400),
        ("internal_note=x", 400),
        ("status%00=paid", 400),
        ("status=paid%00", 400),
        ("company=mine", 400),
        ("contact=1%20OR%201=1", 400),
        ("contact=9223372036854775808", 400),
        ("min_total=many", 400),
        ("limit=0", 400),
        ("limit=101", 400),
        ("limit=-1", 400),
        ("offset=-1", 400),
        ("offset=18446744073709551616", 400),
    ] {
        for uid in [PORTAL, SALES, MANAGER] {
            let answer = get(&format!("/api/invoices?{query}"), &token(uid));
            assert_eq!(answer.status, status, "{query} by {uid}: {}", answer.body);
            assert!(answer.head.contains("application/problem+json"), "{query}");
            assert!(!answer.body.contains("SELECT"), "{query}");
        }
    }
}

#[test]
fn what_nothing_fits_is_an_empty_list() {
    for query in [
        "offset=18446744073709551615",
        "offset=9223372036854775807&limit=100",
        "min_total=9223372036854775807",
        "company=-9223372036854775808",
        "contact=0",
    ] {
        let answer = get(&format!("/api/invoices?{query}"), &token(MANAGER));
        assert!(answer.items().is_empty(), "{query}");
    }
    let all = get(
        "/api/invoices?min_total=-9223372036854775808",
        &token(MANAGER),
    );
    assert!(all.expect(200)["total"].as_u64() > Some(1000));
}

#[test]
fn ids_that_are_none() {
    for id in [
        "0",
        "-1",
        "4711",
        "9223372036854775807",
        "9223372036854775808",
        "1%20OR%201=1",
        "x",
    ] {
        let path = format!("/api/invoices/{id}");
        for method in ["GET", "PATCH", "DELETE"] {
            let answer = send(server(), method, &path, &token(MANAGER), "{}");
            assert_eq!(answer.status, 404, "{method} {path}: {}", answer.body);
            assert!(answer.head.contains("application/problem+json"));
        }
    }
    for (method, path) in [
        ("PUT", "/api/invoices/1"),
        ("POST", "/api/invoices/1"),
        ("DELETE", "/api/invoices"),
        ("GET", "/api/invoices/paid"),
        ("GET", "/api/invoices/"),
        ("GET", "/api//invoices"),
        ("GET", "/api/invoices/1/"),
    ] {
        let answer = send(server(), method, path, &token(MANAGER), "{}");
        assert_eq!(answer.status, 404, "{method} {path}");
    }
}

/// What a caller is told of an invoice that is there and hidden is what they are told of none.
#[test]
fn hidden_and_missing_are_told_apart_by_nothing() {
    let told = |method: &str, id: i64, body: &str| {
        let path = format!("/api/invoices/{id}");
        let mut problem = send(server(), method, &path, &token(SALES), body).expect(404);
        problem.as_object_mut().unwrap().remove("request_id");
        problem
    };
    for (method, body) in [
        ("GET", ""),
        ("PATCH", r#"{"internal_note":"x"}"#),
        ("PATCH", r#"{"salesperson_id":1}"#),
        ("PATCH", r#"{"status":"draft"}"#),
        ("DELETE", ""),
    ] {
        // A colleague's, one of another company, and none.
        let missing = told(method, 4711, body);
        assert_eq!(told(method, 18, body), missing);
        assert_eq!(told(method, 14, body), missing);
    }
}
