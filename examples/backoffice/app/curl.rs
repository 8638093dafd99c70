//! Lines to paste into a shell: one caller after the other.

use std::fmt::Write as _;
use std::net::SocketAddr;

use super::data::seed::demo::{ACCOUNTS, API_KEY, PASSWORD};

const NEW_TICKET: &str = r#"{"subject":"Grinder jams","body":"It stops after ten seconds."}"#;
const NEW_SETTING: &str = r#"{"key":"sales.currency","value":"EUR"}"#;
const NEW_MODULE: &str = r#"{"name":"invoicing"}"#;

/// What to try as each of the accounts: the path, and the body of a `POST`.
fn calls(login: &str) -> &'static [(&'static str, Option<&'static str>)] {
    match login {
        "sales" => &[
            ("/api/my-profile", None),
            ("/api/orders?limit=1", None),
            ("/api/orders?company=2", None),
            ("/api/products?limit=1", None),
            ("/api/settings/update", Some(NEW_SETTING)),
        ],
        "manager" => &[
            ("/api/orders?company=2&limit=1", None),
            ("/api/reports/margins", None),
            ("/api/admin/gates", None),
        ],
        "admin" => &[
            ("/api/settings/update", Some(NEW_SETTING)),
            ("/api/modules/install", Some(NEW_MODULE)),
            ("/api/admin/users/8", None),
            ("/api/admin/users/6/blocked", Some(r#"{"blocked":false}"#)),
        ],
        "clerk" => &[
            ("/api/users?limit=1", None),
            ("/api/products?limit=1", None),
        ],
        "portal" => &[
            ("/api/orders?limit=1", None),
            ("/api/tickets", Some(NEW_TICKET)),
            ("/api/catalog?limit=1", None),
            ("/api/users", None),
        ],
        "portal2" => &[("/api/orders?limit=1", None)],
        "guest" => &[("/api/catalog?limit=1", None), ("/api/orders", None)],
        _ => &[],
    }
}

/// The lines, with what each account is there to show.
pub(crate) fn lines(address: SocketAddr) -> String {
    let base = format!("http://{address}");
    let mut text = String::new();
    section(&mut text, "nobody has signed in");
    for path in ["/api/health", "/api/catalog?limit=1", "/api/my-profile"] {
        call(&mut text, &base, path, "", None);
    }
    for account in &ACCOUNTS {
        section(&mut text, &format!("{}, {}", account.name, account.purpose));
        let body = format!(r#"{{"name":"{}","password":"{PASSWORD}"}}"#, account.login);
        if account.blocked {
            call(&mut text, &base, "/api/login", "", Some(&body));
            continue;
        }
        let variable = account.login.to_uppercase();
        let _ = writeln!(
            text,
            "{variable}=$(curl -s {base}/api/login -H 'content-type: application/json' -d '{body}' \
             | sed 's/.*\"token\":\"\\([^\"]*\\)\".*/\\1/')"
        );
        let credential = format!(" -H \"authorization: Bearer ${variable}\"");
        for (path, body) in calls(account.login) {
            call(&mut text, &base, path, &credential, *body);
        }
    }
    section(&mut text, "the scanner in the warehouse, by an API key");
    let credential = format!(" -H 'x-api-key: {API_KEY}'");
    for path in [
        "/api/stock?limit=1",
        "/api/users?limit=1",
        "/api/my-profile",
    ] {
        call(&mut text, &base, path, &credential, None);
    }
    text
}

fn section(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n# {title}");
}

fn call(text: &mut String, base: &str, path: &str, credential: &str, body: Option<&str>) {
    let _ = match body {
        None => writeln!(text, "curl -i '{base}{path}'{credential}"),
        Some(body) => writeln!(
            text,
            "curl -i '{base}{path}'{credential} -H 'content-type: application/json' -d '{body}'"
        ),
    };
}
