//! A server, and a client that sends what it is told to and nothing else.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::OnceLock;
use std::sync::mpsc;
use std::time::Duration;

use actix_web::{App, HttpServer, rt};
use guard_runtime::Id;
use serde_json::{Value, json};

use crate::app::data::seed::demo::PASSWORD;
use crate::app::{Backoffice, tokens};

pub(crate) const SECRET: &[u8] = b"the secret of the tests, long enough";

pub(crate) const SALES: i64 = 1;
pub(crate) const MANAGER: i64 = 2;
pub(crate) const ADMIN: i64 = 3;
pub(crate) const CLERK: i64 = 4;
pub(crate) const PORTAL: i64 = 5;
pub(crate) const PORTAL2: i64 = 6;
pub(crate) const GUEST: i64 = 7;
pub(crate) const BLOCKED: i64 = 8;

/// One server for most tests; what they change, they change for accounts and invoices of their own.
pub(crate) fn server() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(start)
}

/// A server of its own, with the data of a first start.
pub(crate) fn start() -> SocketAddr {
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
}

pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.body))
    }

    /// The JSON of an answer that has to be of this status.
    #[track_caller]
    pub(crate) fn expect(&self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}\n{}", self.head, self.body);
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    #[track_caller]
    pub(crate) fn items(&self) -> Vec<Value> {
        self.expect(200)["items"]
            .as_array()
            .cloned()
            .expect("a list")
    }
}

pub(crate) type Headers = Vec<(&'static str, String)>;

pub(crate) fn send(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &Headers,
    body: &str,
) -> Answer {
    let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {to}\r\nconnection: close\r\n");
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    if method != "GET" {
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

pub(crate) fn get(path: &str, headers: &Headers) -> Answer {
    send(server(), "GET", path, headers, "")
}

pub(crate) fn post(path: &str, headers: &Headers, body: &str) -> Answer {
    send(server(), "POST", path, headers, body)
}

pub(crate) fn patch(path: &str, headers: &Headers, body: &str) -> Answer {
    send(server(), "PATCH", path, headers, body)
}

pub(crate) fn bearer(token: &str) -> Headers {
    vec![("authorization", format!("Bearer {token}"))]
}

/// A valid token of this account, without signing in.
pub(crate) fn token(uid: i64) -> Headers {
    let issuer = tokens::issuer(SECRET).unwrap();
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

pub(crate) fn expired(uid: i64) -> Headers {
    let issuer = tokens::issuer(SECRET).unwrap().clock(|| 1_000_000_000);
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

pub(crate) fn api_key(key: &str) -> Headers {
    vec![("x-api-key", key.to_owned())]
}

pub(crate) fn login(name: &str, password: &str) -> Answer {
    let body = json!({ "name": name, "password": password }).to_string();
    post("/api/login", &Vec::new(), &body)
}

/// A token of this account, by signing in.
pub(crate) fn signed_in(name: &str) -> Headers {
    let answer = login(name, PASSWORD).expect(200);
    bearer(answer["token"].as_str().unwrap())
}
