//! Every route, for those who may not be here.

use actix_web::{App, rt, test::init_service};
use guard_runtime::testing::{assert_all_gated, assert_app_is_gated};

use super::server::{GUEST, MANAGER, PORTAL, SECRET, expired, page, send, server, token};
use crate::app::Administration;

/// What those see who have not signed in.
const OPEN: [&str; 8] = [
    "/",
    "/admin/sign-in",
    "/admin/sign-out",
    "/admin/static/page.css",
    "/admin/static/page.js",
    // Whoever has signed in may be themselves again.
    "/admin/view-as/end",
    "/admin/tokens/page.css",
    "/admin/tokens/page.js",
];

#[test]
fn every_route_is_closed_to_others() {
    let to = server();
    let mut asked = 0;
    for gate in guard_runtime::gates() {
        for (method, path) in gate.routes {
            if !path.starts_with('/') || OPEN.contains(path) {
                continue;
            }
            asked += 1;
            let path = path
                .replace("{key}", "1")
                .replace("{action}", "mark_paid")
                .replace("{id}", "1");
            for (caller, headers, status) in [
                ("nobody", Vec::new(), 401),
                ("expired", expired(MANAGER), 401),
                ("guest", token(GUEST), 403),
                ("portal", token(PORTAL), 403),
            ] {
                let body = (*method != "GET").then_some("{}");
                let answer = send(to, method, &path, &headers, body);
                assert_eq!(answer.status, status, "{method} {path} as {caller}");
                // Programs are told in JSON, and people on a page; neither what there is.
                if path.starts_with("/admin/api/") {
                    assert_eq!(answer.json()["status"], status, "{method} {path}");
                }
                assert!(!answer.body.contains("INV-2026"), "{method} {path}");
            }
        }
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn a_customer_is_told_what_is_missing() {
    let answer = page(server(), "/admin", &token(PORTAL));
    assert_eq!(answer.status, 403);
    assert!(answer.body.contains("<h1"), "{}", answer.body);
    assert!(answer.body.contains("class=\"refusal\""), "{}", answer.body);
    assert!(
        answer.body.contains("<code>internal</code>"),
        "{}",
        answer.body
    );
    // And not what there is.
    assert!(!answer.body.contains("Invoices"), "{}", answer.body);
    assert!(!answer.body.contains("sales_user"), "{}", answer.body);
}

#[test]
fn the_root_leads_to_the_site() {
    let answer = page(server(), "/", &Vec::new());
    assert_eq!(answer.status, 303);
    assert_eq!(answer.header("location"), Some("/admin"));
}

#[test]
fn every_handler_has_a_gate() {
    assert_all_gated(["examples/admin"]);
    rt::System::new().block_on(async {
        let app = Administration::open("sqlite::memory:", SECRET, false);
        let app = app.await.unwrap();
        let configured = app.clone();
        let service = App::new()
            .configure(move |config| configured.configure(config))
            .wrap(app.access());
        assert_app_is_gated(&init_service(service).await).await;
    });
}
