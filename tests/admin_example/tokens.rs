//! Personal access tokens: made on one page, used by a program, revoked on another.

use std::net::SocketAddr;

use serde_json::json;

use super::server::served::bearer;
use super::server::{ADMIN, AUDITOR, Headers, MANAGER, form, get, page, send, start, token};

const ALL: &str = "/admin/access/tokens";
const LOG: &str = "/admin/access/changes?format=json";

/// A token that somebody makes for themselves: its id, and what a program sends.
fn made(to: SocketAddr, owner: i64, permissions: &[&str]) -> (String, Headers) {
    let permissions = permissions.iter().map(|it| format!("&permissions={it}"));
    let body = format!("title=Export&days=30{}", permissions.collect::<String>());
    let answer = form(to, "/admin/tokens/new", &token(owner), &body);
    assert_eq!(answer.status, 201, "{}", answer.body);
    let at = answer.body.find("office_").expect("the secret");
    let secret = answer.body[at..].split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    let secret = secret.into_iter().next().unwrap().to_owned();
    let id = secret.split('_').nth(1).unwrap().to_owned();
    (id, bearer(&secret))
}

#[test]
fn a_token_may_what_it_was_made_for_and_its_owner_may() {
    let to = start();
    let (_, reads) = made(to, MANAGER, &["office.records:GET"]);
    let (_, writes) = made(
        to,
        MANAGER,
        &["office.records:GET", "office.records:UPDATE"],
    );
    let (_, nothing) = made(to, MANAGER, &["account.tokens:GET"]);
    let invoice = "/admin/api/sales/invoices/6";
    let note = json!({ "internal_note": "by a program" }).to_string();
    for (who, read, write) in [
        (&reads, 200, 403),
        (&writes, 200, 204),
        (&nothing, 403, 403),
    ] {
        assert_eq!(get(to, invoice, who).status, read);
        assert_eq!(send(to, "PATCH", invoice, who, Some(&note)).status, write);
        // The manager may not, so no token of theirs may.
        assert_eq!(get(to, "/admin/api/administration/users", who).status, 403);
    }
    // A token makes none with more than it has.
    let more = "title=More&days=30&permissions=office.records:UPDATE";
    assert_eq!(form(to, "/admin/tokens/new", &nothing, more).status, 403);
}

#[test]
fn who_looks_after_accounts_revokes_it_and_it_ends_at_once() {
    let to = start();
    let (id, program) = made(to, AUDITOR, &["office.records:GET"]);
    let menu = || get(to, "/admin/api/menu", &program).status;
    assert_eq!(menu(), 200);
    let shown = page(to, ALL, &token(ADMIN));
    assert!(shown.body.contains(&id), "{}", shown.body);
    assert!(shown.body.contains("class=\"danger\""), "{}", shown.body);
    let shown = page(to, ALL, &token(AUDITOR));
    assert!(shown.body.contains(&id), "{}", shown.body);
    assert!(!shown.body.contains("class=\"danger\""), "{}", shown.body);
    let revoke = |who: i64| {
        form(
            to,
            &format!("{ALL}/revoke"),
            &token(who),
            &format!("id={id}"),
        )
    };
    // The auditor changes nothing here, and the manager does not look after accounts.
    assert_eq!(revoke(AUDITOR).status, 403);
    assert_eq!(revoke(MANAGER).status, 403);
    assert_eq!(menu(), 200);
    assert_eq!(revoke(ADMIN).status, 303);
    assert_eq!(menu(), 401);
    // What the manager sees besides, Ida does not; her own token she may end.
    let (of_manager, program) = made(to, MANAGER, &["office.records:GET"]);
    let body = format!("id={of_manager}");
    assert_eq!(
        form(to, &format!("{ALL}/revoke"), &token(ADMIN), &body).status,
        403
    );
    assert_eq!(get(to, "/admin/api/menu", &program).status, 200);
    let (id, program) = made(to, ADMIN, &["office.records:GET"]);
    assert_eq!(get(to, "/admin/api/menu", &program).status, 200);
    let answer = form(
        to,
        &format!("{ALL}/revoke"),
        &token(ADMIN),
        &format!("id={id}"),
    );
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(get(to, "/admin/api/menu", &program).status, 401);
    let log = get(to, LOG, &token(ADMIN)).expect(200);
    assert_eq!(log[0]["kind"], "token");
    assert_eq!(log[0]["before"], json!([id]));
    assert_eq!(log[0]["state"], "done");
    assert_eq!(log[1]["user"], AUDITOR);
    assert_eq!(log.as_array().map(Vec::len), Some(2));
}
