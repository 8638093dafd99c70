//! Every route and every caller.

use serde_json::json;

use super::callers::with_all_credentials;
use super::server::{send, server};
use crate::app::data::seed::demo::PASSWORD;

#[test]
fn every_route_answers_every_caller() {
    let callers = with_all_credentials();
    let setting = r#"{"key":"mail.footer","value":"Tidewater"}"#;
    let module = r#"{"name":"base"}"#;
    let ticket = r#"{"subject":"Late","body":"Still waiting.","contact_id":1}"#;
    let login = json!({ "name": "clerk", "password": PASSWORD }).to_string();
    let unblock = r#"{"blocked":false}"#;
    #[rustfmt::skip]
    let table: [(&str, &str, &str, [u16; 16]); 21] = [
        // anonymous, garbage, expired, gone | guest, portal, portal2 | clerk, sales, manager, admin | blocked | key, wrong, none, both
        ("GET", "/api/health", "", [200; 16]),
        ("POST", "/api/login", &login, [200; 16]),
        ("GET", "/api/my-profile", "", [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
        ("GET", "/api/orders", "", [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
        // Of company 1 and its contact 1.
        ("GET", "/api/orders/1", "", [401, 401, 401, 401, 403, 200, 404, 404, 200, 200, 200, 403, 200, 401, 401, 400]),
        ("GET", "/api/tickets", "", [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
        // For contact 1: neither the other customer nor the clerk of another company may say so.
        ("POST", "/api/tickets", ticket, [401, 401, 401, 401, 403, 201, 400, 400, 201, 201, 201, 403, 201, 401, 401, 400]),
        ("GET", "/api/products", "", [401, 401, 401, 401, 403, 403, 403, 403, 200, 200, 200, 403, 200, 401, 401, 400]),
        ("GET", "/api/catalog", "", [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 403, 200, 200, 200, 400]),
        ("GET", "/api/users", "", [401, 401, 401, 401, 403, 403, 403, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
        ("POST", "/api/settings/update", setting, [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401, 401, 400]),
        ("POST", "/api/modules/install", module, [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401, 401, 400]),
        ("GET", "/api/reports/margins", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 403, 401, 401, 400]),
        ("GET", "/api/stock", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 200, 403, 403, 200, 401, 401, 400]),
        ("GET", "/api/admin/gates", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401, 401, 400]),
        ("GET", "/api/admin/users/8", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401, 401, 400]),
        ("POST", "/api/admin/users/10/blocked", unblock, [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 200, 403, 403, 401, 401, 400]),
        ("POST", "/api/admin/users/10/sign-out", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 204, 403, 403, 401, 401, 400]),
        // The gate of the scope comes before the answer that there is nothing.
        ("GET", "/api/admin/nothing", "", [401, 401, 401, 401, 403, 403, 403, 403, 403, 403, 404, 403, 403, 401, 401, 400]),
        ("GET", "/", "", [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 403, 200, 200, 200, 400]),
        ("GET", "/nothing", "", [404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 404, 403, 404, 404, 404, 400]),
    ];
    let mut wrong = Vec::new();
    for (method, path, body, statuses) in table {
        for ((caller, headers), status) in callers.iter().zip(statuses) {
            let answer = send(server(), method, path, headers, body);
            if answer.status != status {
                let got = answer.status;
                wrong.push(format!("{method} {path} as {caller}: {got}, not {status}"));
            }
            if answer.status >= 400 && path != "/nothing" {
                let problem = answer.json();
                assert_eq!(problem["status"], answer.status, "{path} as {caller}");
                assert!(answer.head.contains("application/problem+json"));
            }
            let challenge = answer.header("www-authenticate").unwrap_or_default();
            let challenged = challenge.starts_with("Bearer realm=\"backoffice\"");
            if answer.status == 401 && !challenged {
                wrong.push(format!("{method} {path} as {caller}: {}", answer.head));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
