//! Servers, and what their callers send.

#[path = "../support/served.rs"]
mod served;

use std::net::SocketAddr;
use std::sync::OnceLock;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;
use serde_json::{Value, json};

use self::served::Application;
pub(crate) use self::served::{Answer, Headers, SECRET, bearer};

use crate::app::data::seed::demo::PASSWORD;
use crate::app::{Backoffice, tokens};

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
    served::start::<Backoffice>()
}

impl Application for Backoffice {
    async fn open() -> Self {
        Self::open("sqlite::memory:", SECRET).await.unwrap()
    }

    fn access(&self) -> AccessControl {
        self.access()
    }

    fn configure(&self, config: &mut ServiceConfig) {
        self.configure(config);
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn items(&self) -> Vec<Value> {
        self.expect(200)["items"]
            .as_array()
            .cloned()
            .expect("a list")
    }
}

/// Sends a request; all but `GET` have a body, an empty one if need be.
pub(crate) fn send(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &Headers,
    body: &str,
) -> Answer {
    let body = (method != "GET").then_some(body);
    served::send(to, method, path, headers, body)
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

/// A valid token of this account, without signing in.
pub(crate) fn token(uid: i64) -> Headers {
    served::session(&tokens::issuer(SECRET).unwrap(), uid)
}

pub(crate) fn expired(uid: i64) -> Headers {
    served::ended(tokens::issuer(SECRET).unwrap(), uid)
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
