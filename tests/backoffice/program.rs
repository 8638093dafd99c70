//! The program itself.

use std::fs;
use std::path::Path;

use super::server::send;
use crate::example::{Running, run};

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
