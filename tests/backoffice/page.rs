//! The page for everybody.

use super::server::{get, token};

#[test]
fn the_page_says_who_you_are() {
    let page = get("/", &token(1));
    assert!(page.head.contains("text/html"));
    assert!(page.body.contains("You are <b>Sofia Marin</b>"));
    assert!(page.body.contains("<code>GET /api/orders</code>"));
    assert!(page.body.contains("$SALES&quot;"), "the lines are escaped");
    assert!(
        get("/", &Vec::new())
            .body
            .contains("You have not signed in")
    );
}
