//! One server for all tests, and a client that sends what it is told to and nothing else.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::OnceLock;
use std::time::Duration;

use guard_runtime::Id;
use serde_json::{Value, json};

use super::start::start;
use crate::app::data::seed::demo::PASSWORD;
use crate::app::sessions;

pub(crate) const SECRET: &[u8] = b"the secret of the tests, long enough";

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

    *SERVER.get_or_init(start)
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

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|it| it.0.eq_ignore_ascii_case(name))
            .map(|it| it.1)
    }
}

pub(crate) type Headers = Vec<(&'static str, String)>;

pub(crate) fn send_to(
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
        if !body.is_empty() && !headers.iter().any(|(name, _)| *name == "content-type") {
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
        head: head.to_owned(),
        body: body.to_owned(),
    }
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

pub(crate) fn bearer(token: &str) -> Headers {
    vec![("authorization", format!("Bearer {token}"))]
}

/// A valid session of this account, without signing in.
pub(crate) fn token(uid: i64) -> Headers {
    let issuer = sessions::issuer(SECRET).unwrap();
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

/// One that is limited.
pub(crate) fn limited(uid: i64, scope: &str) -> Headers {
    let issuer = sessions::issuer(SECRET).unwrap();
    let claims = json!({ "scope": scope });
    bearer(&issuer.issue(&Id::from(uid), claims).unwrap().token)
}

pub(crate) fn expired(uid: i64) -> Headers {
    let issuer = sessions::issuer(SECRET).unwrap().clock(|| 1_000_000_000);
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
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
