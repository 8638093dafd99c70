//! The program of an example, run as a child process.

pub(crate) mod program;

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

/// The program of an example, which is built with the tests, or here where they are run alone.
fn program(example: &str) -> PathBuf {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

    let find = || {
        let tests = std::env::current_exe().unwrap();
        let profile = tests.parent().and_then(Path::parent).unwrap();
        let name = format!("{example}{}", std::env::consts::EXE_SUFFIX);
        let program = profile.join("examples").join(name);
        let built = fs::metadata(&program).and_then(|it| it.modified());
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        let sources = [example, "shared"].map(|it| examples.join(it));
        let changed = |built| sources.iter().any(|it| changed_since(it, built));
        if !built.is_ok_and(|built| !changed(built)) {
            let mut cargo = Command::new(env!("CARGO"));
            cargo.args(["build", "--example", example]);
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

fn command(example: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program(example));
    command
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let prefix = example.to_uppercase();
    for name in ["HOST", "PORT", "DATABASE", "SECRET"] {
        command.env_remove(format!("{prefix}_{name}"));
    }
    command.env_remove("RUST_LOG");
    command
}

/// What a program that ends by itself says, and its exit code.
pub(crate) fn run(example: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let Output {
        status,
        stdout,
        stderr,
    } = command(example, arguments).output().unwrap();
    let said = [stdout, stderr].concat();
    (status.code(), String::from_utf8(said).unwrap())
}

/// A running program, which does not outlive its test.
pub(crate) struct Running {
    child: Child,
    pub(crate) address: SocketAddr,
    log: String,
    rest: BufReader<std::process::ChildStderr>,
}

impl Running {
    pub(crate) fn start(example: &str, arguments: &[&str]) -> Self {
        let started = Self::try_start(example, arguments);
        started.unwrap_or_else(|log| panic!("it stopped: {log}"))
    }

    /// A program that runs, or the log of one that has stopped before it served.
    pub(crate) fn try_start(example: &str, arguments: &[&str]) -> Result<Self, String> {
        let mut child = command(example, arguments).spawn().unwrap();
        let mut rest = BufReader::new(child.stderr.take().unwrap());
        let mut log = String::new();
        let address = loop {
            let start = log.len();
            if rest.read_line(&mut log).unwrap() == 0 {
                let _ = child.wait();
                return Err(log);
            }
            if let Some((_, address)) = log[start..].split_once("listening on http://") {
                break address.trim().parse().unwrap();
            }
        };
        Ok(Self {
            child,
            address,
            log,
            rest,
        })
    }

    /// Sends a signal, and gives the exit code, the lines to paste and the log.
    #[cfg(unix)]
    pub(crate) fn stop(mut self, signal: &str) -> (Option<i32>, String, String) {
        let id = self.child.id().to_string();
        let kill = Command::new("kill").args([signal, &id]).status().unwrap();
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
