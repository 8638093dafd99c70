//! Input that is not what the routes take.

use super::server::{get, post, token};

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
