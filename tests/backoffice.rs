//! The back office of `examples/`, over real sockets: in this process, and as the program itself.
#![allow(missing_docs, reason = "tests")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../examples/backoffice/app/mod.rs"]
mod app;
#[path = "support/example.rs"]
mod example;

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::OnceLock;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use actix_web::{App, HttpServer, rt};
use guard_runtime::Id;
use serde_json::{Value, json};

use app::data::seed::demo::{API_KEY, PASSWORD};
use example::{Running, run};
// The gates look the names up at the root of the crate.
pub(crate) use app::{Backoffice, groups, roles, tokens};

const SECRET: &[u8] = b"the secret of the tests, long enough";

/// One server for all tests of this file; what they change, they change for accounts of their own.
fn server() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(|| {
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            rt::System::new().block_on(async move {
                let app = Backoffice::open("sqlite::memory:", SECRET).await.unwrap();
                let listener = TcpListener::bind("127.0.0.1:0").unwrap();
                tell.send(listener.local_addr().unwrap()).unwrap();
                let server = HttpServer::new(move || {
                    let configured = app.clone();
                    App::new()
                        .configure(move |config| configured.configure(config))
                        .wrap(app.access())
                });
                server
                    .workers(2)
                    .disable_signals()
                    .listen(listener)
                    .unwrap()
                    .run()
                    .await
                    .unwrap();
            });
        });
        told.recv().expect("the server starts")
    })
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    fn items(&self) -> Vec<Value> {
        assert_eq!(self.status, 200, "{}", self.body);
        self.json()["items"].as_array().cloned().expect("a list")
    }
}

type Headers = Vec<(&'static str, String)>;

/// A client that sends what it is told to, and nothing else.
fn send(to: SocketAddr, method: &str, path: &str, headers: &Headers, body: &str) -> Answer {
    let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {to}\r\nconnection: close\r\n");
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    if method == "POST" {
        if !headers.iter().any(|(name, _)| *name == "content-type") {
            request.push_str("content-type: application/json\r\n");
        }
        let length = body.len().to_string();
        request.extend(["content-length: ", &length, "\r\n"]);
    }
    let mut stream = TcpStream::connect(to).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    write!(stream, "{request}\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
    Answer {
        status: head[9..12].parse().unwrap(),
        head: head.to_lowercase(),
        body: body.to_owned(),
    }
}

fn get(path: &str, headers: &Headers) -> Answer {
    send(server(), "GET", path, headers, "")
}

fn post(path: &str, headers: &Headers, body: &str) -> Answer {
    send(server(), "POST", path, headers, body)
}

fn bearer(token: &str) -> Headers {
    vec![("authorization", format!("Bearer {token}"))]
}

/// A valid token of this account, without signing in.
fn token(uid: i64) -> Headers {
    let issuer = tokens::issuer(SECRET).unwrap();
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

fn expired(uid: i64) -> Headers {
    let issuer = tokens::issuer(SECRET).unwrap().clock(|| 1_000_000_000);
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

fn api_key(key: &str) -> Headers {
    vec![("x-api-key", key.to_owned())]
}

fn login(name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password }).to_string();
    post("/api/login", &Vec::new(), &body)
}

/// A token of this account, by signing in.
fn signed_in(name: &str) -> Headers {
    let answer = login(name, PASSWORD);
    assert_eq!(answer.status, 200, "{name}: {}", answer.body);
    bearer(answer.json()["token"].as_str().unwrap())
}

#[test]
fn every_route_answers_every_caller() {
    let both = [signed_in("admin"), api_key(API_KEY)].concat();
    let callers = [
        ("anonymous", Vec::new()),
        ("garbage", bearer("a.b.c")),
        ("expired", expired(3)),
        ("gone", token(4711)),
        ("guest", signed_in("guest")),
        ("portal", signed_in("portal")),
        ("portal2", signed_in("portal2")),
        ("clerk", signed_in("clerk")),
        ("sales", signed_in("sales")),
        ("manager", signed_in("manager")),
        ("admin", signed_in("admin")),
        ("blocked", token(8)),
        ("API key", api_key(API_KEY)),
        ("wrong API key", api_key("bo_scanner7_wrong")),
        ("no API key", api_key("secret")),
        ("both", both),
    ];
    let setting = r#"{"key":"mail.footer","value":"Tidewater"}"#;
    let module = r#"{"name":"base"}"#;
    let ticket = r#"{"subject":"Late","body":"Still waiting.","contact_id":1}"#;
    let login = json!({ "name": "clerk", "password": PASSWORD }).to_string();
    let unblock = r#"{"blocked":false}"#;
    #[rustfmt::skip]
    let table: [(&str, &str, &str, [u16; 16]); 20] = [
        // anonymous, garbage, expired, gone | guest, portal, portal2 | clerk, sales, manager, admin | blocked | key, wrong, none, both
        ("GET", "/api/health", "", [200; 16]),
        ("POST", "/api/login", &login, [200; 16]),
        ("GET", "/api/my-profile", "", [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
        ("GET", "/api/orders", "", [401, 401, 401, 401, 403, 200, 200, 200, 200, 200, 200, 403, 200, 401, 401, 400]),
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
            let challenged = answer
                .head
                .contains("\r\nwww-authenticate: bearer realm=\"backoffice\"");
            if answer.status == 401 && !challenged {
                wrong.push(format!("{method} {path} as {caller}: {}", answer.head));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nobody_learns_why_signing_in_failed() {
    let refusals = [
        login("sales", "wrong"),
        login("nobody", PASSWORD),
        login("blocked", PASSWORD),
        login("blocked", "wrong"),
        login("staff10", ""),
        login("scanner", "wrong"),
        login("' OR 1=1 --", "wrong"),
    ];
    for refusal in &refusals {
        assert_eq!(refusal.status, 401);
        assert_eq!(refusal.body, refusals[0].body);
    }
    let fastest = |name: &str| {
        let times = (0..4).map(|_| {
            let start = Instant::now();
            login(name, "wrong");
            start.elapsed()
        });
        times.min().unwrap()
    };
    let (known, unknown) = (fastest("sales"), fastest("nobody"));
    // Without the work of a password it would be a hundredth.
    assert!(
        unknown > known / 4,
        "{known:?} for an account, {unknown:?} for none"
    );
}

#[test]
fn customers_pay_wholesale_prices_and_guests_retail() {
    let first = |headers: &Headers| get("/api/catalog?limit=1", headers).items().remove(0);
    for (caller, headers, list, cents) in [
        ("anonymous", Vec::new(), "retail", 1190),
        ("expired", expired(5), "retail", 1190),
        ("guest", token(7), "retail", 1190),
        ("portal", token(5), "wholesale", 856),
        ("portal and public", token(6), "wholesale", 856),
        ("clerk", token(4), "wholesale", 856),
    ] {
        let offer = first(&headers);
        assert_eq!(offer["price_list"], list, "{caller}");
        assert_eq!(offer["price_cents"], cents, "{caller}");
        assert_eq!(offer["cost_cents"], Value::Null, "{caller}");
    }
}

#[test]
fn orders_and_tickets_stay_with_their_customers() {
    let all = |path: &str, uid: i64| get(&format!("{path}?limit=100"), &token(uid)).items();
    let column = |rows: &[Value], name: &str| {
        let mut values: Vec<_> = rows.iter().map(|it| it[name].as_i64().unwrap()).collect();
        values.sort_unstable();
        values.dedup();
        values
    };
    assert_eq!(
        all("/api/orders", 3).len(),
        90,
        "an administrator of all companies"
    );
    for path in ["/api/orders", "/api/tickets"] {
        assert_eq!(column(&all(path, 5), "contact_id"), [1], "{path}");
        assert_eq!(column(&all(path, 6), "contact_id"), [2], "{path}");
        assert_eq!(column(&all(path, 1), "company_id"), [1], "{path}");
        assert_eq!(column(&all(path, 2), "company_id"), [1, 2], "{path}");
        assert_eq!(column(&all(path, 4), "company_id"), [2], "{path}");
    }
    let of_company = |uid: i64| get("/api/orders?company=2", &token(uid));
    assert_eq!(column(&of_company(2).items(), "company_id"), [2]);
    assert_eq!(of_company(1).status, 403, "a foreign company");
    assert_eq!(of_company(5).status, 403, "a customer has no companies");
}

#[test]
fn what_administrators_do_counts_at_once() {
    let (admin, staff, other) = (token(3), token(13), token(14));
    let profile = |headers: &Headers| get("/api/my-profile", headers).status;
    assert_eq!((profile(&staff), profile(&other)), (200, 200));

    let block = |body: &str| post("/api/admin/users/13/blocked", &admin, body).status;
    assert_eq!(block(r#"{"blocked":true}"#), 200);
    assert_eq!((profile(&staff), profile(&other)), (403, 200));
    assert_eq!(block(r#"{"blocked":false}"#), 200);
    assert_eq!(profile(&staff), 200);
    let oneself = post("/api/admin/users/3/blocked", &admin, r#"{"blocked":true}"#);
    assert_eq!(oneself.status, 400);

    assert_eq!(post("/api/admin/users/14/sign-out", &admin, "").status, 204);
    assert_eq!((profile(&staff), profile(&other)), (200, 401));
}

#[test]
fn bad_input_is_answered_with_problems() {
    let (portal, admin) = (token(5), token(3));
    let long = format!(r#"{{"subject":"{}","body":"x"}}"#, "x".repeat(121));
    let huge = format!(r#"{{"subject":"x","body":"{}"}}"#, "x".repeat(20_000));
    let tickets = [
        ("", 400),
        ("{", 400),
        ("[]", 400),
        (r#"{"subject":"x"}"#, 400),
        (r#"{"subject":" ","body":"x"}"#, 400),
        (r#"{"subject":"x","body":"x","status":"closed"}"#, 400),
        (r#"{"subject":"x","body":"x","contact_id":2}"#, 400),
        (&long, 400),
        (&huge, 413),
    ];
    let mut answers: Vec<_> = tickets
        .iter()
        .map(|(body, status)| (post("/api/tickets", &portal, body), *status))
        .collect();
    let text = [portal.clone(), vec![("content-type", "text/plain".into())]].concat();
    let unknown = r#"{"name":"spreadsheets"}"#;
    answers.extend([
        (post("/api/tickets", &text, "{}"), 415),
        (post("/api/login", &Vec::new(), r#"{"name":"sales"}"#), 400),
        (post("/api/modules/install", &admin, unknown), 400),
        (get("/api/orders?limit=0", &portal), 400),
        (get("/api/orders?limit=101", &portal), 400),
        (get("/api/orders?limit=many", &portal), 400),
        (get("/api/orders?company=mine", &portal), 400),
        (get("/api/admin/users/me", &admin), 404),
        (get("/api/admin/users/4711", &admin), 404),
        (get("/api/nothing", &portal), 404),
        (get("/api/login", &portal), 404),
    ]);
    for (answer, status) in answers {
        let problem = answer.json();
        assert_eq!(answer.status, status, "{problem}");
        assert_eq!(problem["status"], status, "{problem}");
        assert!(
            answer.head.contains("application/problem+json"),
            "{problem}"
        );
    }
    let far = get("/api/orders?offset=18446744073709551615", &portal);
    assert!(far.items().is_empty());
}

#[test]
fn the_page_says_who_you_are() {
    let page = get("/", &token(1));
    assert!(page.head.contains("text/html"));
    assert!(page.body.contains("You are <b>Sofia Marin</b>"));
    assert!(page.body.contains("<code>GET /api/orders</code>"));
    assert!(page.body.contains("$SALES&quot;"), "the lines are escaped");
    assert!(
        get("/", &Vec::new())
            .body
            .contains("You have not signed in")
    );
}

const EXAMPLE: &str = "backoffice";

#[test]
#[cfg(unix)]
fn the_program_starts_and_stops() {
    let file = format!("backoffice-{}.sqlite", std::process::id());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&file);
    let database = format!("sqlite://{file}");
    let health = |address| send(address, "GET", "/api/health", &Vec::new(), "").status;

    let first = Running::start(EXAMPLE, &["--port", "0", "--database", &database]);
    let address = first.address;
    assert!(address.ip().is_loopback());
    assert_eq!(health(address), 200);
    let port = address.port().to_string();
    let (code, said) = run(EXAMPLE, &["--port", &port, "--database", "sqlite::memory:"]);
    assert_eq!(code, Some(1));
    assert!(said.contains(&format!("port {port} is taken")), "{said}");
    assert!(said.contains("--port"), "{said}");
    assert_eq!(health(address), 200, "the first is left alone");

    let (code, lines, log) = first.stop("-INT");
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("the database is new"), "{log}");
    assert!(log.contains("no secret is given"), "{log}");
    assert!(log.contains("stopped"), "{log}");
    let line = format!("SALES=$(curl -s http://{address}/api/login");
    assert!(lines.contains(&line), "{lines}");

    let secret = "a secret that is kept between starts";
    let second = Running::start(
        EXAMPLE,
        &["--port=0", "--database", &database, "--secret", secret],
    );
    assert_eq!(health(second.address), 200);
    let (code, _, log) = second.stop("-TERM");
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("the database is new"), "{log}");
    assert!(!log.contains("no secret is given"), "{log}");
    assert!(!log.contains(secret), "{log}");
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{suffix}", path.display()));
    }
}

#[test]
fn the_program_says_what_is_wrong() {
    let short = ["--port=0", "--database=sqlite::memory:", "--secret=short"];
    for (arguments, code, text) in [
        (&["--help"][..], 0, "BACKOFFICE_DATABASE"),
        (&["--gates"][..], 0, "group:system_admin"),
        (
            &["--gates"][..],
            0,
            "any(group:warehouse, group:sales_manager)",
        ),
        (&["--port", "99999"][..], 2, "99999"),
        (&["--prot", "80"][..], 2, "--prot"),
        (&["--host", "0.0.0.0"][..], 2, "--expose"),
        (&["--port=0", "--database=mysql://nowhere/"][..], 1, "mysql"),
        (&short[..], 1, "HS256"),
    ] {
        let (got, said) = run(EXAMPLE, arguments);
        assert_eq!(got, Some(code), "{arguments:?}: {said}");
        assert!(said.contains(text), "{arguments:?}: {said}");
    }
}
