//! What administrators change.

use super::server::{Headers, get, post, token};

#[test]
fn what_administrators_do_counts_at_once() {
    let (admin, staff, other) = (token(3), token(13), token(14));
    let profile = |headers: &Headers| get("/api/my-profile", headers).status;
    assert_eq!((profile(&staff), profile(&other)), (200, 200));

    let block = |body: &str| post("/api/admin/users/13/blocked", &admin, body).status;
    assert_eq!(block(r#"{"blocked":true}"#), 200);
    assert_eq!((profile(&staff), profile(&other)), (403, 200));
    assert_eq!(block(r#"{"blocked":false}"#), 200);
    assert_eq!(profile(&staff), 200);
    let oneself = post("/api/admin/users/3/blocked", &admin, r#"{"blocked":true}"#);
    assert_eq!(oneself.status, 400);

    assert_eq!(post("/api/admin/users/14/sign-out", &admin, "").status, 204);
    assert_eq!((profile(&staff), profile(&other)), (200, 401));
}
