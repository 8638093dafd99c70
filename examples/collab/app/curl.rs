//! Lines to paste into a shell: one caller after the other.

use std::fmt::Write as _;
use std::net::SocketAddr;

use super::data::seed::demo::{ACCOUNTS, PASSWORD};

/// A method, a path, and a body.
type Call = (&'static str, &'static str, Option<&'static str>);

const SESSION: &str = r#"{"tool_id":1,"project_id":2,"read_only":false,"title":"Seats"}"#;
const MODEL: &str = r#"{"tool_id":1,"name":"Headrest"}"#;
const NEWS: &str = r#"{"title":"New tool","text":"Capella 7 is here."}"#;

/// What to try as each of the accounts.
fn calls(login: &str) -> &'static [Call] {
    match login {
        "admin" => &[
            ("GET", "/api/users?limit=2", None),
            ("POST", "/api/announcements", Some(NEWS)),
            ("GET", "/api/projects/2/users", None),
            ("PUT", "/api/users/5/roles/auditor", None),
        ],
        "manager" => &[
            ("POST", "/api/projects/2/models", Some(MODEL)),
            ("GET", "/api/projects/2/git-links", None),
            (
                "POST",
                "/api/projects/1/models/1/copy",
                Some(r#"{"project_id":2}"#),
            ),
            (
                "PATCH",
                "/api/projects/1/users/8",
                Some(r#"{"role":"reader"}"#),
            ),
            ("GET", "/api/users", None),
        ],
        "writer" => &[
            ("POST", "/api/sessions", Some(SESSION)),
            ("PATCH", "/api/projects/2/volume", Some(r#"{"size_gb":20}"#)),
            ("GET", "/api/projects/2/users", None),
        ],
        "reader" => &[
            ("GET", "/api/projects/2/git-links", None),
            ("PATCH", "/api/projects/2/volume", Some(r#"{"size_gb":20}"#)),
        ],
        "staff" => &[
            ("GET", "/api/projects", None),
            ("GET", "/api/projects/1/models", None),
            ("GET", "/api/projects/2/models", None),
        ],
        "partner" => &[
            ("GET", "/api/projects/2/models", None),
            ("GET", "/api/projects/1/models", None),
            ("GET", "/api/admin/monitoring", None),
        ],
        "guest" => &[
            ("GET", "/api/announcements", None),
            ("GET", "/api/projects", None),
        ],
        "auditor" => &[
            ("GET", "/api/admin/events?limit=2", None),
            ("GET", "/api/sessions", None),
            ("POST", "/api/projects/2/pipelines/2/runs", None),
            ("DELETE", "/api/projects/2/pipelines/2", None),
        ],
        _ => &[],
    }
}

/// The lines, with what each account is there to show.
pub(crate) fn lines(address: SocketAddr) -> String {
    let base = format!("http://{address}");
    let mut text = format!("# In a browser: {base}/sign-in, {base}/tokens, {base}/docs/\n");
    section(&mut text, "nobody has signed in");
    call(&mut text, &base, "", &("GET", "/api/announcements", None));
    call(&mut text, &base, "", &("GET", "/api/projects/1", None));
    for account in &ACCOUNTS {
        section(&mut text, &format!("{}, {}", account.name, account.purpose));
        if account.blocked {
            let _ = writeln!(text, "curl -i {}", grant(&base, account.login, ""));
            continue;
        }
        let variable = account.login.to_uppercase();
        sign_in(&mut text, &variable, &grant(&base, account.login, ""));
        for one in calls(account.login) {
            call(&mut text, &base, &variable, one);
        }
    }
    section(
        &mut text,
        "the administrator again, in a session that may only look at accounts",
    );
    let scope = " -d scope='admin.users:GET'";
    sign_in(&mut text, "LOOKING", &grant(&base, "admin", scope));
    call(
        &mut text,
        &base,
        "LOOKING",
        &("GET", "/api/users?limit=2", None),
    );
    call(
        &mut text,
        &base,
        "LOOKING",
        &("GET", "/api/configuration", None),
    );
    text
}

fn section(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n# {title}");
}

fn grant(base: &str, login: &str, scope: &str) -> String {
    format!("{base}/token -d grant_type=password -d username={login} -d password={PASSWORD}{scope}")
}

fn sign_in(text: &mut String, variable: &str, grant: &str) {
    let _ = writeln!(
        text,
        "{variable}=$(curl -s {grant} | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')"
    );
}

fn call(text: &mut String, base: &str, variable: &str, (method, path, body): &Call) {
    let _ = write!(text, "curl -i");
    if *method != "GET" && (*method != "POST" || body.is_none()) {
        let _ = write!(text, " -X {method}");
    }
    let _ = write!(text, " '{base}{path}'");
    if !variable.is_empty() {
        let _ = write!(text, " -H \"authorization: Bearer ${variable}\"");
    }
    if let Some(body) = body {
        let _ = write!(text, " -H 'content-type: application/json' -d '{body}'");
    }
    let _ = writeln!(text);
}
