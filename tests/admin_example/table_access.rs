//! Every caller × every page about access, and the own tokens.

use super::server::{callers, page, send, start};

/// Path, form, and the status for each of the callers: nobody, expired, guest, portal, blocked, clerk,
/// sales, manager, admin, auditor.
type Row = (&'static str, &'static str, &'static str);

const MATRIX: &str = "/admin/access/matrix";

#[rustfmt::skip]
const TABLE: &[Row] = &[
    (MATRIX, "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/routes", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/explain", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/explain?user=1&model=invoice&op=read", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/who-can", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/people", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/people/user?id=1", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/tokens", "", "401 401 403 403 403 403 403 403 200 200"),
    ("/admin/access/changes", "", "401 401 403 403 403 403 403 403 200 200"),
    // Who may not sees that before anybody reads the form.
    ("/admin/access/tokens/revoke", "id=aaaaaaaaaaaaaaaa", "401 401 403 403 403 403 403 403 404 403"),
    ("/admin/access/people/groups", "user=999&name=support&change=give", "401 401 403 403 403 403 403 403 404 403"),
    ("/admin/access/people/view-as", "user=4", "401 401 403 403 403 403 403 403 303 403"),
    // Who sells has what she who looks after accounts has not.
    ("/admin/access/people/view-as", "user=1", "401 401 403 403 403 403 403 403 403 403"),
    ("/admin/access/people/roles", "user=999&name=controller&change=give", "401 401 403 403 403 403 403 403 404 403"),
    // What one has oneself, everybody who works here.
    ("/admin/tokens", "", "401 401 403 403 403 200 200 200 200 200"),
    ("/admin/tokens/new", "", "401 401 403 403 403 200 200 200 200 200"),
    ("/admin/tokens/aaaaaaaaaaaaaaaa/revoke", " ", "401 401 403 403 403 404 404 404 404 404"),
];

#[test]
fn every_page_answers_every_caller() {
    let (to, callers) = (start(), callers());
    let mut wrong = Vec::new();
    for (path, form, statuses) in TABLE {
        let mut got = Vec::new();
        for (_, headers) in &callers {
            let kind = (
                "content-type",
                "application/x-www-form-urlencoded".to_owned(),
            );
            let headers = [headers.clone(), vec![kind]].concat();
            let answer = match *form {
                "" => send(to, "GET", path, &headers, None),
                form => send(to, "POST", path, &headers, Some(form.trim())),
            };
            got.push(answer.status.to_string());
        }
        let got = got.join(" ");
        if got != *statuses {
            wrong.push(format!(
                "{path} {form}\n  got      {got}\n  expected {statuses}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// No page is missing from the table: the registry of gates knows them all.
#[test]
fn the_table_has_every_page() {
    start();
    let mut asked = 0;
    for (_, path) in guard_runtime::gates().iter().flat_map(|gate| gate.routes) {
        let is_meant = path.starts_with("/admin/access/");
        let known = TABLE
            .iter()
            .any(|row| row.0.split('?').next() == Some(*path));
        assert!(known || !is_meant, "{path}");
        asked += u32::from(is_meant);
    }
    assert!(asked >= 11, "{asked}");
}

/// People are sent to sign in, and back.
#[test]
fn nobody_is_sent_to_sign_in() {
    let answer = page(start(), MATRIX, &Vec::new());
    assert_eq!(answer.status, 303);
    let to = answer.header("location").unwrap_or_default();
    assert!(to.starts_with("/admin/sign-in?next="), "{to}");
}
