//! Servers, and who asks them.

#[path = "../support/served.rs"]
pub(crate) mod served;

use std::net::SocketAddr;
use std::sync::OnceLock;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;
use serde_json::Value;

pub(crate) use self::served::{Answer, Headers, SECRET, send};
pub(crate) use self::served::{Application, start as serve};
use self::served::{ended, session};
use crate::app::{Administration, tokens};

pub(crate) const SALES: i64 = 1;
pub(crate) const MANAGER: i64 = 2;
pub(crate) const ADMIN: i64 = 3;
pub(crate) const CLERK: i64 = 4;
pub(crate) const PORTAL: i64 = 5;
pub(crate) const GUEST: i64 = 7;
pub(crate) const BLOCKED: i64 = 8;
pub(crate) const AUDITOR: i64 = 28;

/// One server for tests that change nothing which others look at.
pub(crate) fn server() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(start)
}

/// A server of its own, with the data of a first start.
pub(crate) fn start() -> SocketAddr {
    serve::<Administration>()
}

impl Application for Administration {
    async fn open() -> Self {
        let opened = Self::open("sqlite::memory:", SECRET, false);
        opened.await.unwrap()
    }

    fn access(&self) -> AccessControl {
        self.access()
    }

    fn configure(&self, config: &mut ServiceConfig) {
        self.configure(config);
    }

    async fn close(&self) {
        self.close().await;
    }
}

/// A token of this account, without signing in.
pub(crate) fn token(uid: i64) -> Headers {
    session(&tokens::issuer(SECRET).unwrap(), uid)
}

pub(crate) fn expired(uid: i64) -> Headers {
    ended(tokens::issuer(SECRET).unwrap(), uid)
}

/// One of each kind, in the order of the columns of the tables.
pub(crate) fn callers() -> [(&'static str, Headers); 10] {
    [
        ("nobody", Vec::new()),
        ("expired", expired(MANAGER)),
        ("guest", token(GUEST)),
        ("portal", token(PORTAL)),
        ("blocked", token(BLOCKED)),
        ("clerk", token(CLERK)),
        ("sales", token(SALES)),
        ("manager", token(MANAGER)),
        ("admin", token(ADMIN)),
        ("auditor", token(AUDITOR)),
    ]
}

/// As a browser asks for a page.
pub(crate) fn page(to: SocketAddr, path: &str, headers: &Headers) -> Answer {
    let accept = ("accept", "text/html,*/*;q=0.8".to_owned());
    let headers = [headers.clone(), vec![accept]].concat();
    send(to, "GET", path, &headers, None)
}

/// As a browser sends a form.
pub(crate) fn form(to: SocketAddr, path: &str, headers: &Headers, body: &str) -> Answer {
    let of_forms = vec![
        ("accept", "text/html,*/*;q=0.8".to_owned()),
        (
            "content-type",
            "application/x-www-form-urlencoded".to_owned(),
        ),
    ];
    let headers = [headers.clone(), of_forms].concat();
    send(to, "POST", path, &headers, Some(body))
}

pub(crate) fn get(to: SocketAddr, path: &str, headers: &Headers) -> Answer {
    send(to, "GET", path, headers, None)
}

pub(crate) fn post(to: SocketAddr, path: &str, headers: &Headers, body: &Value) -> Answer {
    send(to, "POST", path, headers, Some(&body.to_string()))
}
