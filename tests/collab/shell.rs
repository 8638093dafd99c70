//! The lines that the program prints: each is answered as its section promises.

use std::collections::BTreeMap;

use super::server::{Headers, bearer, send_to};
use super::start::start;
use crate::app::curl;

/// What each section is answered.
const SECTIONS: [(&str, &[u16]); 11] = [
    ("nobody has signed in", &[200, 401]),
    (
        "an administrator, and member of no project",
        &[200, 201, 200, 204],
    ),
    ("manager of both projects", &[201, 200, 201, 200, 403]),
    ("writer in both projects", &[201, 200, 403]),
    ("reader in the private project", &[200, 403]),
    ("works here and is member of no project", &[200, 200, 404]),
    (
        "a portal user, reader in the private project",
        &[200, 404, 403],
    ),
    ("an account that is no more than a guest", &[200, 403]),
    ("has left: the account is blocked", &[400]),
    (
        "has roles that were defined at run time",
        &[200, 200, 201, 403],
    ),
    ("in a session that may only look at accounts", &[200, 403]),
];

#[test]
fn every_line_is_answered_as_promised() {
    let server = start();
    let lines = curl::lines(server);
    let mut sections = lines.split("\n# ").skip(1);
    let mut sessions = BTreeMap::new();
    for (title, statuses) in SECTIONS {
        let mut lines = sections.next().expect(title).lines();
        let head = lines.next().unwrap();
        assert!(head.ends_with(title), "{head}");
        let mut got = Vec::new();
        for line in lines.filter(|line| !line.is_empty()) {
            let call = Call::of(line, &format!("http://{server}"));
            let session = call.session.and_then(|it| sessions.get(it)).cloned();
            let mut headers: Headers = session.unwrap_or_default();
            headers.extend(call.kind.map(|kind| ("content-type", kind.to_owned())));
            let answer = send_to(server, call.method, call.path, &headers, &call.body);
            if let Some((name, _)) = line.split_once("=$(curl -s ") {
                let token = answer.expect(200)["access_token"].clone();
                sessions.insert(name, bearer(token.as_str().unwrap()));
            } else {
                got.push(answer.status);
            }
        }
        assert_eq!(got, statuses, "{title}");
    }
    assert_eq!(sections.next(), None);
}

/// What curl makes of a line.
struct Call<'a> {
    method: &'a str,
    path: &'a str,
    session: Option<&'a str>,
    kind: Option<&'static str>,
    body: String,
}

impl<'a> Call<'a> {
    fn of(line: &'a str, base: &str) -> Self {
        let after = |mark: &str| line.split_once(mark).map(|(_, after)| after);
        let (_, path) = line.split_once(base).expect("an address");
        let path = path.split([' ', '\'']).next().unwrap_or_default();
        let json = after(" -d '").and_then(|it| it.split('\'').next());
        let form = line
            .split(" -d ")
            .skip(1)
            .map(|it| it.split([' ', ')']).next().unwrap());
        let form = form
            .map(|it| it.replace('\'', ""))
            .collect::<Vec<_>>()
            .join("&");
        let is_json = line.contains("'content-type: application/json'");
        let body = if is_json {
            json.unwrap().to_owned()
        } else {
            form
        };
        let named = after(" -X ").and_then(|it| it.split(' ').next());
        Self {
            method: named.unwrap_or(if body.is_empty() { "GET" } else { "POST" }),
            path,
            session: after("Bearer $").and_then(|it| it.split('"').next()),
            kind: match (is_json, body.is_empty()) {
                (true, _) => Some("application/json"),
                (false, false) => Some("application/x-www-form-urlencoded"),
                (false, true) => None,
            },
            body,
        }
    }
}
