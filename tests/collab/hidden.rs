//! A project that is hidden from somebody answers them as one that is not there.

use serde_json::Value;

use super::documents::operations;
use super::matrix::matches;
use super::server::{
    ADMIN, Answer, GUEST, Headers, PARTNER, STAFF, bearer, limited, send_to, server, token,
};
use super::table_projects::OF_PROJECTS;

/// All of an answer but its date and the name of the request.
fn shown(answer: &Answer) -> (Vec<String>, Value) {
    let lines = answer.head.lines().map(str::to_lowercase);
    let mut head = lines
        .filter(|line| !line.starts_with("date: ") && !line.starts_with("content-length: "))
        .collect::<Vec<_>>();
    head.sort();
    let mut body = answer.json();
    let id = body["request_id"].take();
    assert!(id.is_string(), "{}", answer.body);
    (head, body)
}

#[test]
fn nobody_tells_a_hidden_project_from_none() {
    let projects = operations().into_iter();
    let projects = projects.filter(|(_, path, _)| path.contains("{project_id}"));
    let mut asked = 0;
    for (method, documented, _) in projects {
        let mut rows = OF_PROJECTS.iter();
        let row = rows.find(|row| row.0 == method && matches(row.1, &documented));
        let (_, path, body, _) = row.unwrap_or_else(|| panic!("{method} {documented}"));
        let ask = |caller: &Headers, project: &str| {
            let mut parts = path.split('/').collect::<Vec<_>>();
            parts[3] = project;
            send_to(server(), &method, &parts.join("/"), caller, body)
        };
        for (caller, project) in [
            (token(STAFF), "2"),
            (token(GUEST), "1"),
            (token(GUEST), "2"),
            (token(PARTNER), "1"),
            (limited(ADMIN, "admin.users:GET"), "2"),
        ] {
            let (hidden, none) = (ask(&caller, project), ask(&caller, "987654321"));
            assert_eq!(hidden.status, 404, "{method} {path}");
            assert_eq!(shown(&hidden), shown(&none), "{method} {path}");
            asked += 1;
        }
        for caller in [Vec::new(), bearer("a.b.c")] {
            let (hidden, none) = (ask(&caller, "2"), ask(&caller, "987654321"));
            assert_eq!(hidden.status, 401, "{method} {path}");
            assert_eq!(shown(&hidden), shown(&none), "{method} {path}");
        }
    }
    assert_eq!(asked, 28 * 5);
}
