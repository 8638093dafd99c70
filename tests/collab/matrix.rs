//! Every route × every caller.

use std::net::SocketAddr;

use serde_json::json;

use super::documents::operations;
use super::server::{
    ADMIN, BLOCKED, Headers, MANAGER, access_token_at, bearer, expired, limited, send_to, server,
    signed_in, token,
};
use super::start::start;
use super::table_outside::OUTSIDE;
use super::table_projects::OF_PROJECTS;

/// Method, path, body, and the status for each caller.
pub(crate) type Row = (&'static str, &'static str, &'static str, &'static str);

/// The callers of a server, in the order of the table's columns.
fn callers(of: SocketAddr) -> [(&'static str, Headers); 14] {
    let read = json!(["project.root:GET", "project.pipelines:GET"]);
    let pat = access_token_at(of, &token(MANAGER), &json!(["user.sessions:GET"]), &read);
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
    let shared = (server(), callers(server()));
    let mut wrong = Vec::new();
    for (method, path, body, statuses) in OUTSIDE.iter().chain(OF_PROJECTS) {
        // This one takes the tokens of other tests away.
        let own = (*method == "DELETE" && *path == "/api/tokens").then(|| {
            let own = start();
            (own, callers(own))
        });
        let (to, callers) = own.as_ref().unwrap_or(&shared);
        let mut got = Vec::new();
        for (caller, headers) in callers {
            let answer = send_to(*to, method, path, headers, body);
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

/// Each operation has rows of its own; those of projects one in each kind of project.
#[test]
fn the_table_has_every_operation() {
    let mut missing = Vec::new();
    for (method, path, _) in operations() {
        for project in ["1", "2"] {
            let has_row = |project: &str| {
                let path = path.replace("{project_id}", project);
                let mut rows = OUTSIDE.iter().chain(OF_PROJECTS);
                rows.any(|row| row.0 == method && matches(row.1, &path))
            };
            // Deleted is what tests have made themselves: see `projects`.
            let is_deletion = method == "DELETE" && path == "/api/projects/{project_id}";
            if !has_row(if is_deletion { "999" } else { project }) {
                missing.push(format!("{method} {path}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Whether a path is one of a documented path.
pub(crate) fn matches(path: &str, documented: &str) -> bool {
    let path = path.split('?').next().unwrap_or_default();
    let (mut path, mut documented) = (path.split('/'), documented.split('/'));
    loop {
        match (path.next(), documented.next()) {
            (None, None) => return true,
            (Some(part), Some(known)) if known.starts_with('{') || part == known => {}
            _ => return false,
        }
    }
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
