//! What callers are answered by handlers below gates.

use actix_web::App;
use actix_web::http::StatusCode;
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::web;
use serde_json::Value;

use crate::app::{access, configure, token};
use crate::databases::{Place, in_each_database};
use crate::world::World;

/// Who asks for what, what is answered, and what stands in the answer.
const TABLE: &str = r#"
portal  GET    /invoices/1                         200 "id":1
portal  GET    /invoices/2                         404 not-found
portal  GET    /invoices/3                         404 not-found
portal  GET    /invoices/999                       404 not-found
portal  GET    /cheap                              403 "required":["invoice.cost:read"]
seller  GET    /cheap                              403 "missing":["invoice.cost:read"]
manager GET    /cheap                              200 "cost":60
portal  PATCH  /invoices/1 {"number":"B"}          403 "required":["invoice:update"]
portal  PATCH  /invoices/2 {"number":"B"}          404 not-found
seller  PATCH  /invoices/1 {"number":"B"}          200 "number":"B"
seller  PATCH  /invoices/1 {"cost":1}              403 "required":["invoice.cost:write"]
seller  PATCH  /invoices/2 {"cost":1}              404 not-found
seller  PATCH  /invoices/5 {"cost":1}              403 "required":["invoice:update"]
seller  PATCH  /invoices/1 {"salesperson_id":8}    403 "required":["invoice:update"]
seller  PATCH  /invoices/1 {"number":"A-3"}        409 conflict
seller  DELETE /contacts/31                        409 conflict
portal  DELETE /contacts/31                        403 "required":["contact:delete"]
portal  DELETE /contacts/32                        404 not-found
blocked GET    /invoices/1                         403 account-blocked
nobody  GET    /invoices/1                         401 invalid-token
manager GET    /ungated                            500 misconfigured
"#;

macro_rules! app {
    ($db:expr) => {
        init_service(App::new().wrap(access()).app_data($db).configure(configure)).await
    };
}

/// The status and the body.
macro_rules! send {
    ($app:expr, $who:expr, $method:expr, $path:expr, $body:expr) => {{
        let request = TestRequest::with_uri($path).method($method.parse().unwrap());
        let request = request.insert_header(("authorization", token($who)));
        let request = request.insert_header(("content-type", "application/json"));
        let response = call_service(&$app, request.set_payload($body).to_request()).await;
        let (status, kind) = (
            response.status(),
            response.headers().get("content-type").cloned(),
        );
        let body = String::from_utf8(read_body(response).await.to_vec()).unwrap();
        if status.is_client_error() || status.is_server_error() {
            assert_eq!(kind.unwrap(), "application/problem+json", "{body}");
            // What the database is asked, and what it says.
            for word in [
                "select",
                "update \"",
                "insert",
                "unique",
                "foreign",
                "sqlite",
                "constraint",
                "relation",
                "no such",
            ] {
                assert!(!body.to_lowercase().contains(word), "{word}: {body}");
            }
        }
        (status, body)
    }};
}

in_each_database! {
    async fn each_answer(place: &Place) {
        let world = World::new(place).await;
        let app = app!(world.guarded.clone());
        let mut asked = 0;
        for line in TABLE.trim().lines() {
            let words = line.split_whitespace().collect::<Vec<_>>();
            let (who, method, path, body, expected, part) = match words[..] {
                [who, method, path, expected, part] => (who, method, path, "", expected, part),
                [who, method, path, body, expected, part] => (who, method, path, body, expected, part),
                _ => panic!("{line}"),
            };
            let before = world.rows().await;
            let (status, answer) = send!(app, who, method, path, body.to_owned());
            assert_eq!(status.as_str(), expected, "{line}: {answer}");
            assert!(answer.contains(part), "{line}: {answer}");
            let changes = status.is_success() && method != "GET";
            assert_eq!(world.rows().await != before, changes, "{line}");
            if changes {
                world.refill().await;
            }
            asked += 1;
        }
        assert_eq!(asked, 21);
        // Kept as `Data` as well.
        let app = app!(web::Data::new(world.guarded.clone()));
        for (who, total, shown) in [("portal", 2, false), ("seller", 2, false), ("manager", 5, true)] {
            let (status, body) = send!(app, who, "GET", "/invoices", "");
            assert_eq!(status, StatusCode::OK);
            let page: Value = serde_json::from_str(&body).unwrap();
            assert_eq!(page["total"], total);
            assert_eq!(page["items"].as_array().unwrap().len(), total);
            assert_eq!(body.contains("cost") || body.contains("campaign_id"), shown, "{body}");
        }
    }

    async fn concurrent_requests_are_told_apart(place: &Place) {
        let world = World::new(place).await;
        let app = app!(world.guarded.clone());
        let ask = async |who: &str, total: u64| {
            let (status, body) = send!(app, who, "GET", "/invoices", "");
            assert_eq!(status, StatusCode::OK);
            let page: Value = serde_json::from_str(&body).unwrap();
            assert_eq!(page["total"], total, "{who}");
        };
        let all = [("portal", 2), ("manager", 5), ("seller", 2)].into_iter().cycle().take(30);
        futures::future::join_all(all.map(|(who, total)| ask(who, total))).await;
    }

    async fn a_database_that_is_down_or_has_no_table(place: &Place) {
        let world = World::new(place).await;
        let app = app!(world.guarded.clone());
        world.drop_table("line").await;
        world.drop_table("invoice_tag").await;
        world.drop_table("invoice").await;
        for (method, path, body) in [
            ("GET", "/invoices", ""),
            ("GET", "/invoices/1", ""),
            ("PATCH", "/invoices/1", r#"{"number":"B"}"#),
        ] {
            let (status, answer) = send!(app, "seller", method, path, body);
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{method} {path}: {answer}");
            assert!(answer.contains("failed") && !answer.contains("invoice\""), "{answer}");
        }
        world.raw.clone().close().await.unwrap();
        for (method, path, body) in [
            ("GET", "/invoices", ""),
            ("GET", "/invoices/1", ""),
            ("PATCH", "/invoices/1", r#"{"number":"B"}"#),
            ("DELETE", "/contacts/31", ""),
        ] {
            let (status, answer) = send!(app, "manager", method, path, body);
            assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{method} {path}: {answer}");
        }
    }
}

#[actix_web::test]
async fn an_application_that_keeps_no_database() {
    let app = app!(());
    let (status, body) = send!(app, "manager", "GET", "/invoices", "");
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{body}");
    assert!(body.contains("misconfigured"), "{body}");
}
