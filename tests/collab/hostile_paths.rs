//! Paths that name nothing: refused, and never a mistake of ours.

use super::documents::operations;
use super::matrix::matches;
use super::server::{ADMIN, send_to, server, token};
use super::table_outside::OUTSIDE;
use super::table_projects::OF_PROJECTS;

const NAMES: [&str; 16] = [
    "0",
    "-1",
    "abc",
    "%2e%2e",
    "%2e%2e%2f1",
    "..%5c1",
    "1000000000000000000000000000000",
    "9223372036854775807",
    "9223372036854775808",
    "1.0",
    "%00",
    "%ff",
    "%31%",
    "null",
    "1'%20OR%201=1--",
    "%F0%9F%92%A9",
];

#[test]
fn ids_of_nothing() {
    let callers = [Vec::new(), token(ADMIN)];
    let (mut asked, mut wrong) = (0, Vec::new());
    for (method, documented, operation) in operations() {
        let mut rows = OUTSIDE.iter().chain(OF_PROJECTS);
        let row = rows.find(|row| row.0 == method && matches(row.1, &documented));
        let (_, path, body, _) = row.unwrap_or_else(|| panic!("{method} {documented}"));
        for (place, parameter) in documented.split('/').enumerate() {
            let Some(parameter) = parameter.strip_prefix('{') else {
                continue;
            };
            let parameters = operation["parameters"].as_array().unwrap();
            let is_it = |it: &&serde_json::Value| it["name"] == parameter.trim_end_matches('}');
            let schema = &parameters.iter().find(is_it).unwrap()["schema"];
            for name in NAMES {
                let mut parts = path.split('/').collect::<Vec<_>>();
                parts[place] = name;
                let path = parts.join("/");
                for caller in &callers {
                    asked += 1;
                    let answer = send_to(server(), &method, &path, caller, body);
                    // A role of that name may be made.
                    let text = schema["type"] == "string" && answer.status < 300;
                    if !(text || (400..500).contains(&answer.status)) {
                        wrong.push(format!("{method} {path}: {}", answer.status));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked > 1500, "{asked}");
}

#[test]
fn pages_of_nothing() {
    for path in [
        "/api/users",
        "/api/admin/events",
        "/api/projects/1/access-log",
    ] {
        for (query, status) in [
            ("", 200),
            ("limit=100&offset=18446744073709551615", 200),
            ("limit=0", 400),
            ("limit=101", 400),
            ("limit=-1", 400),
            ("limit=1e3", 400),
            ("limit=%00", 400),
            ("limit=%ff", 400),
            ("limit=1&limit=2", 400),
            ("offset=-1", 400),
            ("offset=18446744073709551616", 400),
            ("limits=1", 400),
            ("limit[]=1", 400),
        ] {
            let path = format!("{path}?{query}");
            let answer = send_to(server(), "GET", &path, &token(ADMIN), "");
            assert_eq!(answer.status, status, "{path}: {}", answer.body);
            if status == 400 {
                assert_eq!(answer.json()["type"], "urn:collab:problem:invalid-input");
            }
        }
    }
}
