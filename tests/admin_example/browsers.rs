//! Signing in, the proof against other sites, and pages that agree with the JSON.

use std::net::SocketAddr;

use super::server::{Headers, callers, form, get, page, server, start};
use crate::app::data::seed::demo::PASSWORD;
use crate::app::{COOKIE, auditor};

fn sign_in(to: SocketAddr, login: &str) -> Option<Headers> {
    let body = format!("username={login}&password={PASSWORD}");
    let answer = form(to, "/admin/sign-in", &Vec::new(), &body);
    let cookie = answer.header("set-cookie")?.split(';').next()?.to_owned();
    assert_eq!(answer.status, 303);
    assert!(cookie.starts_with(COOKIE), "{cookie}");
    Some(vec![("cookie", cookie)])
}

#[test]
fn all_accounts_sign_in_but_the_blocked_one() {
    for (login, status) in [
        ("sales", 200),
        ("manager", 200),
        ("admin", 200),
        ("clerk", 200),
        (auditor::LOGIN, 200),
        ("portal", 403),
        ("portal2", 403),
        ("guest", 403),
    ] {
        let session = sign_in(server(), login).expect(login);
        assert_eq!(page(server(), "/admin", &session).status, status, "{login}");
    }
    for login in ["blocked", "staff10", "scanner", "nobody"] {
        assert!(sign_in(server(), login).is_none(), "{login}");
    }
}

#[test]
fn a_change_needs_the_proof() {
    let to = start();
    let session = sign_in(to, "manager").unwrap();
    let edit = "/admin/sales/invoices/6/edit";
    let body = "internal_note=Changed";
    assert_eq!(form(to, edit, &session, body).status, 403);
    let wrong = [session.clone(), vec![("x-csrf-token", "wrong".to_owned())]].concat();
    assert_eq!(form(to, edit, &wrong, body).status, 403);
    let shown = page(to, edit, &session);
    let (_, rest) = shown
        .body
        .split_once("name=\"csrf-token\" content=\"")
        .unwrap();
    let proof = rest.split('"').next().unwrap().to_owned();
    // Another's session does not go with it.
    let other = sign_in(to, "sales").unwrap();
    let other = [other, vec![("x-csrf-token", proof.clone())]].concat();
    assert_eq!(form(to, edit, &other, body).status, 403);
    let read = || get(to, "/admin/api/sales/invoices/6", &session).expect(200);
    assert_ne!(read()["values"]["internal_note"], "Changed");
    let own = [session.clone(), vec![("x-csrf-token", proof)]].concat();
    let sent = form(to, edit, &own, body);
    assert_eq!(sent.status, 303, "{}", sent.body);
    assert_eq!(read()["values"]["internal_note"], "Changed");
}

/// Whoever may read it as JSON may open its page, and nobody else.
#[test]
fn pages_and_json_agree() {
    for (caller, headers) in callers() {
        for path in [
            "/sales/invoices",
            "/sales/invoices/6",
            "/sales/invoices/14",
            "/sales/orders",
            "/sales/contacts",
            "/sales/contacts/2",
            "/sales/tickets",
            "/catalogue/products",
            "/catalogue/products/1",
            "/administration/users",
            "/administration/companies",
            "/administration/settings",
            "/administration/settings/mail.footer",
        ] {
            let json = get(server(), &format!("/admin/api{path}"), &headers).status;
            let shown = page(server(), &format!("/admin{path}"), &headers).status;
            // Who has not signed in is sent there.
            let expected = if json == 401 { 303 } else { json };
            assert_eq!(shown, expected, "{path} as {caller}");
        }
    }
}
