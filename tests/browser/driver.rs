//! The driver of the browser: a program of its own, and requests to it that the client has not.

use std::io::{BufRead, BufReader, Read, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Once;
use std::time::Duration;

use serde_json::Value;

/// `chromedriver` on a free port. It ends with this value.
pub(crate) struct Driver {
    child: Child,
    port: u16,
    /// The session to end first: the browser is no child of ours.
    pub(crate) session: Option<String>,
    /// The browser's profile.
    pub(crate) profile: PathBuf,
}

impl Driver {
    /// `None` where the programs are not installed and need not be.
    pub(crate) fn start() -> Option<(Self, PathBuf)> {
        let found = program(&["chromedriver"]).zip(program(&["chromium", "google-chrome"]));
        let Some((driver, browser)) = found else {
            leave_out();
            return None;
        };
        let mut child = Command::new(driver)
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut ports = lines.map_while(Result::ok).filter_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse().ok()
        });
        let port = ports.next().expect("the driver says its port");
        let unique = format!("guard-browser-{}-{port}", std::process::id());
        let profile = std::env::temp_dir().join(unique);
        std::fs::create_dir(&profile).unwrap();
        let driver = Self {
            child,
            port,
            session: None,
            profile,
        };
        Some((driver, browser))
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A command of the session.
    pub(crate) fn command(&self, path: &str, body: &Value) -> Value {
        let session = self.session.as_deref().expect("a session");
        let answer = self.send(
            "POST",
            &format!("/session/{session}{path}"),
            &body.to_string(),
        );
        let answer = answer.expect("the driver answers");
        let answer = serde_json::from_str::<Value>(&answer).expect("JSON");
        assert!(answer["value"]["error"].is_null(), "{path}: {answer}");
        answer["value"].clone()
    }

    fn send(&self, method: &str, path: &str, body: &str) -> std::io::Result<String> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect(address)?;
        stream.set_read_timeout(Some(Duration::from_secs(90)))?;
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\
             content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )?;
        // The driver leaves the connection open, whatever it is told.
        let mut answer = BufReader::new(stream);
        let (mut line, mut length) = (String::new(), 0);
        while answer.read_line(&mut line)? > 2 {
            let header = line.to_ascii_lowercase();
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().expect("a length");
            }
            line.clear();
        }
        let mut body = vec![0; length];
        answer.read_exact(&mut body)?;
        Ok(String::from_utf8_lossy(&body).into_owned())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Some(session) = &self.session {
            let _ = self.send("DELETE", &format!("/session/{session}"), "");
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Says so, once.
#[allow(
    clippy::explicit_write,
    reason = "the test harness would swallow what a macro writes"
)]
fn leave_out() {
    static SAID: Once = Once::new();

    let required = std::env::var("GUARD_TEST_REQUIRE_BROWSER").is_ok_and(|it| it == "1");
    assert!(!required, "`chromium` and `chromedriver` are not installed");
    SAID.call_once(|| {
        let reason = "the browser is left out: `chromium` and `chromedriver` are not installed";
        writeln!(std::io::stderr(), "{reason}").unwrap();
    });
}

/// The first of these programs that is installed.
fn program(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let folders = std::env::split_paths(&folders).collect::<Vec<_>>();
    let files = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    files.into_iter().find(|it| Path::is_file(it))
}
