//! Every route × every caller.

use serde_json::json;

use super::server::{
    ADMIN, BLOCKED, Headers, MANAGER, access_token, bearer, expired, limited, send_to, server,
    signed_in, token,
};
use super::table_outside::OUTSIDE;
use super::table_projects::OF_PROJECTS;

/// Method, path, body, and the status for each caller.
pub(crate) type Row = (&'static str, &'static str, &'static str, &'static str);

/// The callers, in the order of the table's columns.
fn callers() -> [(&'static str, Headers); 14] {
    let read = json!(["project.root:GET", "project.pipelines:GET"]);
    let pat = access_token(&token(MANAGER), &json!(["user.sessions:GET"]), &read);
    [
        ("anonymous", Vec::new()),
        ("garbage", bearer("a.b.c")),
        ("expired", expired(ADMIN)),
        ("guest", signed_in("guest")),
        ("blocked", token(BLOCKED)),
        ("partner", signed_in("partner")),
        ("staff", signed_in("staff")),
        ("reader", signed_in("reader")),
        ("writer", signed_in("writer")),
        ("manager", signed_in("manager")),
        ("admin", signed_in("admin")),
        ("auditor", signed_in("auditor")),
        ("limited admin", limited(ADMIN, "admin.users:GET")),
        ("manager's access token", pat),
    ]
}

#[test]
fn every_route_answers_every_caller() {
    let callers = callers();
    let mut wrong = Vec::new();
    for (method, path, body, statuses) in OUTSIDE.iter().chain(OF_PROJECTS) {
        let mut got = Vec::new();
        for (caller, headers) in &callers {
            let answer = send_to(server(), method, path, headers, body);
            got.push(answer.status.to_string());
            if answer.status >= 400 && path.starts_with("/api/") {
                let problem = answer.json();
                assert_eq!(problem["status"], answer.status, "{path} as {caller}");
                assert_eq!(
                    answer.header("content-type"),
                    Some("application/problem+json"),
                    "{method} {path} as {caller}"
                );
            }
            let challenge = answer.header("www-authenticate").unwrap_or_default();
            if answer.status == 401 {
                assert!(
                    challenge.starts_with("Bearer realm=\"collab\""),
                    "{path} as {caller}"
                );
            }
        }
        let got = got.join(" ");
        if got != statuses.split_whitespace().collect::<Vec<_>>().join(" ") {
            wrong.push(format!(
                "{method} {path}\n  got      {got}\n  expected {statuses}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No handler is missing from the table: the registry of gates knows them all.
#[test]
fn the_table_has_every_route() {
    server();
    let mut missing = Vec::new();
    for gate in guard_runtime::gates() {
        if !gate.module.contains("::app::routes") {
            continue;
        }
        for (method, pattern) in gate.routes {
            let mut rows = OUTSIDE.iter().chain(OF_PROJECTS);
            if !rows.any(|row| is_of(row, method, pattern)) {
                missing.push(format!("{method} {pattern} ({})", gate.handler));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// The pattern of a handler in a scope is the end of its path.
fn is_of((method, path, ..): &Row, of: &str, pattern: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let pattern = pattern.trim_matches('/').split('/').rev();
    let mut path = path.trim_matches('/').split('/').rev();
    let same = pattern.filter(|it| !it.is_empty()).all(|part| {
        let found = path.next();
        found.is_some_and(|found| part.starts_with('{') || part == found)
    });
    *method == of && same
}
