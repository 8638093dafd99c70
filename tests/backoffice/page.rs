//! The page for everybody.

use super::server::{get, send, server, token};

#[test]
fn the_page_says_who_you_are() {
    let page = get("/", &token(1));
    assert!(page.head.contains("text/html"));
    assert!(page.body.contains("You are <b>Sofia Marin</b>"));
    assert!(page.body.contains("<code>GET /api/orders</code>"));
    assert!(page.body.contains("$SALES&quot;"), "the lines are escaped");
    for method in ["POST", "PUT", "TRACE", "DELETE"] {
        assert_eq!(send(server(), method, "/", &token(1), "").status, 404);
    }
    assert!(
        get("/", &Vec::new())
            .body
            .contains("You have not signed in")
    );
}
