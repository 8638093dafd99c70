//! The program itself, which is built with the tests, or here where they are run alone.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use super::server::send_to;

fn program() -> PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

    let find = || {
        let tests = std::env::current_exe().unwrap();
        let profile = tests.parent().and_then(Path::parent).unwrap();
        let name = format!("collab{}", std::env::consts::EXE_SUFFIX);
        let program = profile.join("examples").join(name);
        let built = fs::metadata(&program).and_then(|it| it.modified());
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/collab");
        if !built.is_ok_and(|built| !changed_since(&sources, built)) {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--example", "collab"]);
            if profile.ends_with("release") {
                cargo.arg("--release");
            }
            let built = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status();
            assert!(built.unwrap().success(), "the example builds");
        }
        program
    };
    PROGRAM.get_or_init(find).clone()
}

fn changed_since(folder: &Path, time: std::time::SystemTime) -> bool {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.into_iter().any(|entry| {
        let about = entry.metadata().unwrap();
        if about.is_dir() {
            changed_since(&entry.path(), time)
        } else {
            about.modified().unwrap() > time
        }
    })
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    command
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for name in ["HOST", "PORT", "DATABASE", "SECRET"] {
        command.env_remove(format!("COLLAB_{name}"));
    }
    command.env_remove("RUST_LOG");
    command
}

/// A running program, which does not outlive its test.
struct Running {
    child: Child,
    address: SocketAddr,
    log: String,
    rest: BufReader<std::process::ChildStderr>,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        let mut child = command(arguments).spawn().unwrap();
        let mut rest = BufReader::new(child.stderr.take().unwrap());
        let mut log = String::new();
        let address = loop {
            let start = log.len();
            let read = rest.read_line(&mut log).unwrap();
            assert!(read > 0, "it stopped: {log}");
            if let Some((_, address)) = log[start..].split_once("listening on http://") {
                break address.trim().parse().unwrap();
            }
        };
        Self {
            child,
            address,
            log,
            rest,
        }
    }

    /// Asks it to stop, and gives the exit code, the lines to paste and the log.
    #[cfg(unix)]
    fn stop(mut self) -> (Option<i32>, String, String) {
        let id = self.child.id().to_string();
        let kill = Command::new("kill").args(["-INT", &id]).status().unwrap();
        assert!(kill.success());
        let (mut lines, mut log) = (String::new(), std::mem::take(&mut self.log));
        self.rest.read_to_string(&mut log).unwrap();
        let mut stdout = self.child.stdout.take().unwrap();
        stdout.read_to_string(&mut lines).unwrap();
        (self.child.wait().unwrap().code(), lines, log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[cfg(unix)]
fn the_program_starts_stops_and_starts_again() {
    let file = format!("collab-{}.sqlite", std::process::id());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&file);
    let database = format!("sqlite://{file}");
    let health = |address| send_to(address, "GET", "/api/health", &Vec::new(), "").status;

    let first = Running::start(&["--port", "0", "--database", &database]);
    let address = first.address;
    assert!(address.ip().is_loopback());
    assert_eq!(health(address), 200);
    let (code, lines, log) = first.stop();
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("the database is new"), "{log}");
    assert!(log.contains("no secret is given"), "{log}");
    let line = format!("MANAGER=$(curl -s http://{address}/token -d grant_type=password");
    assert!(lines.contains(&line), "{lines}");

    let secret = "a secret that is kept between starts";
    let second = Running::start(&["--port=0", "--database", &database, "--secret", secret]);
    assert_eq!(health(second.address), 200);
    let (code, _, log) = second.stop();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("the database is new"), "{log}");
    assert!(!log.contains(secret), "{log}");
    for suffix in ["", "-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{suffix}", path.display()));
    }
}

#[test]
fn the_program_says_what_is_wrong() {
    let short = ["--port=0", "--database=sqlite::memory:", "--secret=short"];
    for (arguments, code, text) in [
        (&["--help"][..], 0, "COLLAB_DATABASE"),
        (
            &["--gates"][..],
            0,
            "all(admin.configuration:GET, admin.configuration:UPDATE)",
        ),
        (&["--gates"][..], 0, "user.tokens:CREATE"),
        (&["--port", "99999"][..], 2, "99999"),
        (&["--host", "0.0.0.0"][..], 2, "--expose"),
        (&["--port=0", "--database=mysql://nowhere/"][..], 1, "mysql"),
        (&short[..], 1, "HS256"),
    ] {
        let output = command(arguments).output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(text), "{arguments:?}: {said}");
    }
}
