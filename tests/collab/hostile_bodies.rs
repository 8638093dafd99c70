//! Bodies that are not what a handler takes: refused as problems.

use serde_json::{Value, json};

use super::matrix::Row;
use super::server::{ADMIN, Answer, Headers, send_to, server, token};
use super::table_outside::OUTSIDE;
use super::table_projects::OF_PROJECTS;

/// The rows that send something.
fn rows() -> impl Iterator<Item = &'static Row> {
    let rows = OUTSIDE.iter().chain(OF_PROJECTS);
    rows.filter(|row| !row.2.is_empty() && !row.1.starts_with("/api/projects/2"))
}

fn is_problem(answer: &Answer) -> bool {
    (400..500).contains(&answer.status)
        && answer.header("content-type") == Some("application/problem+json")
        && answer.json()["status"] == answer.status
}

fn ask(row: &Row, headers: &Headers, body: &str, wrong: &mut Vec<String>) {
    let (method, path, ..) = row;
    let answer = send_to(server(), method, path, headers, body);
    if !is_problem(&answer) {
        let body = body.chars().take(80).collect::<String>();
        wrong.push(format!(
            "{method} {path} {body}\n  {} {}",
            answer.status, answer.body
        ));
    }
}

#[test]
fn bodies_of_another_shape() {
    let mut wrong = Vec::new();
    let deep = "[".repeat(10_000);
    for row in rows() {
        for body in [
            "",
            "null",
            "[]",
            "7",
            "\"x\"",
            "{",
            "{}x",
            "\u{feff}{}",
            &deep,
        ] {
            ask(row, &token(ADMIN), body, &mut wrong);
        }
        let large = format!("{}{}", row.2, " ".repeat(70_000));
        ask(row, &token(ADMIN), &large, &mut wrong);
        let twice = row
            .2
            .replacen('{', &format!("{},", row.2.trim_end_matches('}')), 1);
        ask(row, &token(ADMIN), &twice, &mut wrong);
        for kind in ["text/plain", "application/x-www-form-urlencoded", "x"] {
            let headers = [token(ADMIN), vec![("content-type", kind.to_owned())]].concat();
            ask(row, &headers, row.2, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn fields_of_another_kind() {
    let mut wrong = Vec::new();
    for row in rows() {
        let body = serde_json::from_str::<Value>(row.2).unwrap();
        let fields = body.as_object().unwrap();
        let mut more = body.clone();
        more["more"] = json!(1);
        ask(row, &token(ADMIN), &more.to_string(), &mut wrong);
        for (name, value) in fields {
            let mut others = vec![json!({ "x": [] }), json!([[]]), json!(1e30), json!(-1.5)];
            if value.is_string() {
                others.extend([json!(null), json!(true), json!("x".repeat(15_000))]);
            }
            for other in others {
                let mut body = body.clone();
                body[name] = other;
                ask(row, &token(ADMIN), &body.to_string(), &mut wrong);
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
