//! Fails when the gates are not those of a committed list.

use std::path::Path;
use std::{env, fs, io};

use super::in_package;
use crate::GateReport;

/// The environment variable that has the list written.
const BLESS: &str = "GUARD_BLESS";

/// Compares the gates of the program with those of a committed file, and says what has changed and
/// what it widened.
///
/// The file is JSON, one gate on each line. Run the test once with `GUARD_BLESS=1` to write it, and
/// again whenever a change is meant; then the review shows it. A relative path is meant from the
/// package's folder. Lines that moved are no change.
///
/// Gates made by hand are in the list once the application has been built: build it first.
///
/// ```no_run
/// #[test]
/// fn the_gates_are_those_we_agreed_on() {
///     guard_runtime::testing::assert_gates_match("tests/gates.json");
/// }
/// ```
///
/// # Panics
///
/// If the gates differ, if the file is missing, is no list of gates, or cannot be read or written.
#[track_caller]
pub fn assert_gates_match(path: impl AsRef<Path>) {
    let bless = env::var_os(BLESS).is_some_and(|value| !value.is_empty() && value != "0");
    let outcome = check(path.as_ref(), &GateReport::of_program(), bless);
    if let Err(message) = outcome {
        panic!("{message}");
    }
}

fn check(path: &Path, report: &GateReport, bless: bool) -> Result<(), String> {
    let (name, file) = (path.display(), in_package(path));
    if bless {
        let written = folder_of(&file).and_then(|()| fs::write(&file, report.to_json()));
        return written
            .map_err(|error| format!("the gates cannot be written to `{name}`: {error}"));
    }
    let committed = match fs::read_to_string(&file) {
        Ok(committed) => committed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(format!(
                "there is no list of gates at `{name}`\n\
                 help: run the test once with {BLESS}=1 to write it, read it, and commit it"
            ));
        }
        Err(error) => return Err(format!("the gates at `{name}` cannot be read: {error}")),
    };
    let committed = GateReport::from_json(&committed).map_err(|error| {
        format!("`{name}`: {error}\nhelp: run the test with {BLESS}=1 to write it anew")
    })?;
    let diff = committed.diff(report);
    if diff.is_empty() {
        return Ok(());
    }
    let verdict = if diff.widens() {
        "the gates have changed, and SOMEBODY MAY PASS WHO DID NOT"
    } else {
        "the gates have changed; nobody passes who did not"
    };
    Err(format!(
        "{verdict}; `{name}` differs:\n\n{diff}\n\
         help: if this is meant, run the test with {BLESS}=1 and commit the file"
    ))
}

fn folder_of(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), fs::create_dir_all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(requirement: &str) -> GateReport {
        let json = format!(
            r#"{{"version": 1, "implies": {{}}, "gates": [{{"requirement": "{requirement}",
            "tree": "{requirement}", "routes": ["GET /"], "handler": "home", "module": "app",
            "file": "src/main.rs", "line": 7, "place": "attribute"}}]}}"#
        );
        GateReport::from_json(&json).expect("a list")
    }

    #[test]
    fn missing_blessed_same_widened_broken() {
        let folder = env::temp_dir().join(format!("guard-gates-{}", std::process::id()));
        let path = folder.join("below/gates.json");

        let missing = check(&path, &list("user"), false).unwrap_err();
        assert!(missing.contains("GUARD_BLESS=1"), "{missing}");

        check(&path, &list("user"), true).expect("written");
        check(&path, &list("user"), false).expect("the same");

        let widened = check(&path, &list("public"), false).unwrap_err();
        assert!(
            widened.contains("SOMEBODY MAY PASS WHO DID NOT"),
            "{widened}"
        );
        assert!(widened.contains("WIDENED: lets in more"), "{widened}");
        assert!(widened.contains("app::home, GET /"), "{widened}");

        let narrowed = check(&path, &list("internal"), false).unwrap_err();
        assert!(narrowed.contains("nobody passes who did not"), "{narrowed}");

        fs::write(&path, "<<<<<<< ours\n").expect("written");
        let broken = check(&path, &list("user"), false).unwrap_err();
        assert!(broken.contains("line 1 column 1"), "{broken}");

        fs::remove_dir_all(folder).expect("removed");
    }
}
