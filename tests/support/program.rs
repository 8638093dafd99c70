//! What is true of each example as a program.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use super::{Running, run};

/// A database file of its own, which does not outlive its test.
pub(crate) struct Database {
    pub(crate) path: PathBuf,
    pub(crate) url: String,
}

impl Database {
    pub(crate) fn new(name: &str) -> Self {
        let file = format!("{name}-{}.sqlite", std::process::id());
        Self {
            path: Path::new(env!("CARGO_TARGET_TMPDIR")).join(&file),
            url: format!("sqlite://{file}"),
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        for suffix in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{suffix}", self.path.display()));
        }
    }
}

/// Starts it, stops it and starts it again; gives the lines to paste and where they lead to.
#[cfg(unix)]
pub(crate) fn starts_and_stops(
    example: &str,
    health: impl Fn(SocketAddr) -> u16,
) -> (SocketAddr, String) {
    let Database { url, .. } = &Database::new(example);
    let first = Running::start(example, &["--port", "0", "--database", url]);
    let address = first.address;
    assert!(address.ip().is_loopback());
    assert_eq!(health(address), 200);
    let port = address.port().to_string();
    let (code, said) = run(example, &["--port", &port, "--database", "sqlite::memory:"]);
    assert_eq!(code, Some(1));
    assert!(said.contains(&format!("port {port} is taken")), "{said}");
    assert!(said.contains("--port"), "{said}");
    assert_eq!(health(address), 200, "the first is left alone");

    let (code, lines, log) = first.stop("-INT");
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("the database is new"), "{log}");
    assert!(log.contains("no secret is given"), "{log}");
    assert!(log.contains("stopped"), "{log}");

    let secret = "a secret that is kept between starts";
    let second = Running::start(
        example,
        &["--port=0", "--database", url, "--secret", secret],
    );
    assert_eq!(health(second.address), 200);
    let (code, _, log) = second.stop("-TERM");
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("the database is new"), "{log}");
    assert!(!log.contains("no secret is given"), "{log}");
    assert!(!log.contains(secret), "{log}");
    (address, lines)
}

/// Each command line, its exit code, and what it says.
pub(crate) type Said = (&'static [&'static str], i32, &'static str);

/// What is wrong with a command line is said; so are these.
pub(crate) fn says(example: &str, more: &[Said]) {
    let common: [Said; 6] = [
        (&["--port", "99999"], 2, "99999"),
        (&["--prot", "80"], 2, "--prot"),
        (&["--host", "0.0.0.0"], 2, "--expose"),
        (&["--database=mysql://nowhere/"], 2, "`mysql` is no SQLite"),
        (&["--database=data.sqlite"], 2, "`data.sqlite` is no SQLite"),
        (
            &["--port=0", "--database=sqlite::memory:", "--secret=short"],
            1,
            "HS256",
        ),
    ];
    for (arguments, code, text) in common.iter().chain(more) {
        let (got, said) = run(example, arguments);
        assert_eq!(got, Some(*code), "{arguments:?}: {said}");
        assert!(said.contains(text), "{arguments:?}: {said}");
    }
}
