//! An example's application, served in this process, and a client that sends what it is told to and
//! nothing else.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::time::Duration;

use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer, rt};
use guard_runtime::{AccessControl, Id, TokenIssuer};
use serde_json::Value;

/// What the application signs tokens with.
pub(crate) const SECRET: &[u8] = b"the secret of the tests, long enough";

/// An application that an example serves.
pub(crate) trait Application: Clone + Send + 'static {
    /// With the data of a first start.
    async fn open() -> Self;

    fn access(&self) -> AccessControl;

    fn configure(&self, config: &mut ServiceConfig);

    async fn close(&self) {}
}

/// A server with data of its own, which lasts as long as the tests.
pub(crate) fn start<A: Application>() -> SocketAddr {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        rt::System::new().block_on(async move {
            let app = A::open().await;
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            tell.send(listener.local_addr().unwrap()).unwrap();
            let closing = app.clone();
            let server = HttpServer::new(move || {
                let configured = app.clone();
                App::new()
                    .configure(move |config| configured.configure(config))
                    .wrap(app.access())
            });
            let server = server.workers(2).disable_signals();
            server.listen(listener).unwrap().run().await.unwrap();
            closing.close().await;
        });
    });
    told.recv().expect("the server starts")
}

/// An answer as it came over the wire.
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

/// Sends a request; a body is JSON unless the headers say otherwise.
pub(crate) fn send(
    to: SocketAddr,
    method: &str,
    path: &str,
    headers: &Headers,
    body: Option<&str>,
) -> Answer {
    let mut request = format!("{method} {path} HTTP/1.1\r\nhost: {to}\r\nconnection: close\r\n");
    for (name, value) in headers {
        request.extend([name, ": ", value, "\r\n"]);
    }
    if body.is_some() && !headers.iter().any(|(name, _)| *name == "content-type") {
        request.push_str("content-type: application/json\r\n");
    }
    let body = body.unwrap_or_default();
    if method != "GET" || !body.is_empty() {
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

pub(crate) fn bearer(token: &str) -> Headers {
    vec![("authorization", format!("Bearer {token}"))]
}

/// A session of this account, without signing in.
pub(crate) fn session(issuer: &TokenIssuer, uid: i64) -> Headers {
    bearer(&issuer.issue(&Id::from(uid), ()).unwrap().token)
}

/// One that ended long ago.
pub(crate) fn ended(issuer: TokenIssuer, uid: i64) -> Headers {
    session(&issuer.clock(|| 1_000_000_000), uid)
}
