//! Input that is not what the routes take.

use super::server::{ADMIN, SALES, get, post, send, server, token};

#[test]
fn bad_input_is_answered_with_problems() {
    let (portal, admin) = (token(5), token(3));
    let long = format!(r#"{{"subject":"{}","body":"x"}}"#, "x".repeat(121));
    let huge = format!(r#"{{"subject":"x","body":"{}"}}"#, "x".repeat(20_000));
    let tickets = [
        ("", 400),
        ("{", 400),
        ("[]", 400),
        (r#"{"subject":"x"}"#, 400),
        (r#"{"subject":" ","body":"x"}"#, 400),
        (r#"{"subject":"x","body":"x","status":"closed"}"#, 400),
        (r#"{"subject":"x","body":"x","contact_id":2}"#, 400),
        (&long, 400),
        (&huge, 413),
    ];
    let mut answers: Vec<_> = tickets
        .iter()
        .map(|(body, status)| (post("/api/tickets", &portal, body), *status))
        .collect();
    let text = [portal.clone(), vec![("content-type", "text/plain".into())]].concat();
    let unknown = r#"{"name":"spreadsheets"}"#;
    answers.extend([
        (post("/api/tickets", &text, "{}"), 415),
        (post("/api/login", &Vec::new(), r#"{"name":"sales"}"#), 400),
        (post("/api/modules/install", &admin, unknown), 400),
        (get("/api/orders?limit=0", &portal), 400),
        (get("/api/orders?limit=101", &portal), 400),
        (get("/api/orders?limit=many", &portal), 400),
        (get("/api/orders?company=mine", &portal), 400),
        (get("/api/admin/users/me", &admin), 404),
        (get("/api/admin/users/4711", &admin), 404),
        (get("/api/nothing", &portal), 404),
        (get("/api/login", &portal), 404),
    ]);
    for (answer, status) in answers {
        let problem = answer.json();
        assert_eq!(answer.status, status, "{problem}");
        assert_eq!(problem["status"], status, "{problem}");
        assert!(
            answer.head.contains("application/problem+json"),
            "{problem}"
        );
    }
    let far = get("/api/orders?offset=18446744073709551615", &portal);
    assert!(far.items().is_empty());
}

#[test]
fn what_is_wrong_is_named() {
    let (sales, admin) = (token(SALES), token(ADMIN));
    let new = |changed: &str| {
        let mut new = r#"{"contact_id":1,"due_on":"2026-12-31","lines":[]}"#.to_owned();
        new.insert_str(1, changed);
        new
    };
    let date = "`due_on` is a date, as `2026-03-14`";
    for (method, path, body, detail) in [
        ("POST", "invoices", "{}", "missing field `contact_id`"),
        (
            "POST",
            "invoices",
            r#"{"contact_id":1}"#,
            "missing field `due_on`",
        ),
        ("POST", "invoices", &new(r#""total":1,"#), "`total`"),
        ("POST", "invoices", "null", "expected an object"),
        ("POST", "invoices", &new(""), "`lines` has 1 to 50 lines"),
        ("PATCH", "invoices/240", r#"{"due_on":"2026-02-31"}"#, date),
        ("PATCH", "invoices/240", r#"{"due_on":"2026-02-29"}"#, date),
        ("PATCH", "invoices/240", r#"{"status":1}"#, "integer `1`"),
        (
            "PATCH",
            "invoices/240",
            r#"{"status":"Paid"}"#,
            "`Paid` is no status: there are `draft`, `posted`, `paid`, `cancelled`",
        ),
        (
            "PATCH",
            "invoices/240",
            r#"{"internal_note":"a\u0000b"}"#,
            "`internal_note` has control characters",
        ),
        ("GET", "invoices?limit=many", "", "`many` is no whole"),
        ("GET", "invoices?company=1.5", "", "`1.5` is no whole"),
        ("GET", "orders?company=", "", "`` is no whole"),
        ("GET", "orders?offset=-1", "", "`-1` is no whole"),
        ("GET", "invoices?stauts=paid", "", "unknown field `stauts`"),
        ("GET", "invoices?status=Paid", "", "`Paid` is no status"),
        (
            "GET",
            "reports/invoices?cost=true",
            "",
            "unknown field `cost`",
        ),
        ("GET", "orders?page=2", "", "unknown field `page`"),
        (
            "GET",
            "catalog?page_size=9",
            "",
            "unknown field `page_size`",
        ),
    ] {
        let path = format!("/api/{path}");
        let problem = send(server(), method, &path, &sales, body).expect(400);
        let said = problem["detail"].as_str().unwrap();
        assert!(said.contains(detail), "{method} {path} {body}: {said}");
        assert!(
            !said.contains("struct ") && !said.contains("Query"),
            "{said}"
        );
    }
    let unset = r#"{"key":"mail.footer","value":"a\u0007b"}"#;
    let problem = post("/api/settings/update", &admin, unset).expect(400);
    assert_eq!(problem["detail"], "`value` has control characters");
}
