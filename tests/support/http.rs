//! A real server on a free loopback port, and a client that sends bytes as they are.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::rt::net::TcpStream;
use actix_web::rt::time::timeout;
use actix_web::web::ServiceConfig;
use actix_web::{App, HttpServer};
use guard_runtime::AccessControl;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    handle: ServerHandle,
}

/// An answer as it came over the wire.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: String,
}

pub(crate) fn serve(access: AccessControl, configure: fn(&mut ServiceConfig)) -> Server {
    let server = HttpServer::new(move || App::new().wrap(access.clone()).configure(configure))
        .workers(1)
        .disable_signals()
        .bind(("127.0.0.1", 0))
        .expect("a free port");
    let address = server.addrs()[0];
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);
    Server { address, handle }
}

impl Server {
    /// Sends a request without a body and reads the answer.
    pub(crate) async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(&request("GET", path, headers, "")).await
    }

    /// Sends these bytes, keeps the connection open, and reads one answer.
    pub(crate) async fn send(&self, bytes: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).await.expect("a server");
        stream.write_all(bytes.as_bytes()).await.expect("sent");
        timeout(Duration::from_secs(10), read(&mut stream))
            .await
            .expect("an answer within ten seconds")
    }

    pub(crate) async fn stop(self) {
        self.handle.stop(false).await;
    }
}

pub(crate) fn request(method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> String {
    let mut request = format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    if !body.is_empty() {
        request.push_str(&format!("content-length: {}\r\n", body.len()));
    }
    format!("{request}\r\n{body}")
}

async fn read(stream: &mut TcpStream) -> Answer {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let head = head.to_ascii_lowercase();
            let length = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "))
                .map(|length| length.parse::<usize>().expect("a length"));
            let done = match length {
                Some(length) => body.len() >= length,
                None if head.contains("transfer-encoding: chunked") => body.ends_with("0\r\n\r\n"),
                None => true,
            };
            if done {
                let status = head.split(' ').nth(1).expect("a status line");
                return Answer {
                    status: status.parse().expect("a number"),
                    body: body.to_owned(),
                    head,
                };
            }
        }
        let mut buffer = [0; 4096];
        let count = stream.read(&mut buffer).await.expect("an answer");
        assert!(count > 0, "the connection ended within an answer: {text:?}");
        bytes.extend_from_slice(&buffer[..count]);
    }
}
