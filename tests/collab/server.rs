//! One server for all tests, and what its callers send.

#[path = "../support/served.rs"]
mod served;

use std::net::SocketAddr;
use std::sync::OnceLock;

use guard_runtime::Id;
use serde_json::{Value, json};

pub(crate) use self::served::{Answer, Application, Headers, SECRET, bearer, start};
use crate::app::data::seed::demo::PASSWORD;
use crate::app::sessions;

pub(crate) const ADMIN: i64 = 1;
pub(crate) const MANAGER: i64 = 2;
pub(crate) const WRITER: i64 = 3;
pub(crate) const READER: i64 = 4;
pub(crate) const STAFF: i64 = 5;
pub(crate) const PARTNER: i64 = 6;
pub(crate) const GUEST: i64 = 7;
pub(crate) const BLOCKED: i64 = 8;
pub(crate) const AUDITOR: i64 = 9;

/// What tests change, they change in projects and accounts of their own.
pub(crate) fn server() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(super::start::start)
}

/// Sends a request; an empty body is none.
pub(crate) fn send_to(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &Headers,
    body: &str,
) -> Answer {
    let body = (!body.is_empty()).then_some(body);
    served::send(to, method, path, headers, body)
}

/// A request; a body of `null` is none.
pub(crate) fn send(method: &str, path: &str, headers: &Headers, body: &Value) -> Answer {
    let body = if body.is_null() {
        String::new()
    } else {
        body.to_string()
    };
    send_to(server(), method, path, headers, &body)
}

pub(crate) fn get(path: &str, headers: &Headers) -> Answer {
    send("GET", path, headers, &Value::Null)
}

pub(crate) fn post(path: &str, headers: &Headers, body: &Value) -> Answer {
    send("POST", path, headers, body)
}

pub(crate) fn delete(path: &str, headers: &Headers) -> Answer {
    send("DELETE", path, headers, &Value::Null)
}

/// A form, as browsers and OAuth clients send it.
pub(crate) fn form(path: &str, headers: &Headers, body: &str) -> Answer {
    let kind = (
        "content-type",
        "application/x-www-form-urlencoded".to_owned(),
    );
    send_to(
        server(),
        "POST",
        path,
        &[headers.clone(), vec![kind]].concat(),
        body,
    )
}

/// A valid session of this account, without signing in.
pub(crate) fn token(uid: i64) -> Headers {
    served::session(&sessions::issuer(SECRET).unwrap(), uid)
}

/// One that is limited.
pub(crate) fn limited(uid: i64, scope: &str) -> Headers {
    let issuer = sessions::issuer(SECRET).unwrap();
    let claims = json!({ "scope": scope });
    bearer(&issuer.issue(&Id::from(uid), claims).unwrap().token)
}

pub(crate) fn expired(uid: i64) -> Headers {
    served::ended(sessions::issuer(SECRET).unwrap(), uid)
}

/// Signs in at `/token`.
pub(crate) fn grant(login: &str, password: &str, more: &str) -> Answer {
    let body = format!("grant_type=password&username={login}&password={password}{more}");
    form("/token", &Vec::new(), &body)
}

pub(crate) fn signed_in(login: &str) -> Headers {
    let answer = grant(login, PASSWORD, "").expect(200);
    bearer(answer["access_token"].as_str().unwrap())
}

/// A personal access token with these permissions, outside of projects and in project 2.
pub(crate) fn access_token(owner: &Headers, permissions: &Value, in_project: &Value) -> Headers {
    access_token_at(server(), owner, permissions, in_project)
}

/// The same, of another server.
pub(crate) fn access_token_at(
    to: SocketAddr,
    owner: &Headers,
    permissions: &Value,
    in_project: &Value,
) -> Headers {
    let projects = json!([{ "scope": "project", "project": 2, "permissions": in_project }]);
    let body = json!({ "title": "test", "description": "", "expires_at": in_an_hour(),
        "permissions": permissions, "projects": projects });
    let created = send_to(to, "POST", "/api/tokens", owner, &body.to_string());
    bearer(created.expect(201)["secret"].as_str().unwrap())
}

pub(crate) fn in_an_hour() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.unwrap().as_secs() + 3600
}
