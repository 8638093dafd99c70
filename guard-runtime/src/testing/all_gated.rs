//! Fails when the source has a handler without a gate.

use std::path::Path;

use super::package_folder;
use crate::audit::Audit;

/// Fails when the source below these folders has a handler without a gate: see
/// [`Audit`] for what it finds, and what it cannot.
///
/// Relative paths are meant from the package's folder.
///
/// ```no_run
/// #[test]
/// fn every_handler_has_a_gate() {
///     guard_runtime::testing::assert_all_gated(["src", "examples"]);
/// }
/// ```
///
/// # Panics
///
/// Naming each handler, with what to write; if a folder is missing or empty, or a file cannot be
/// read or is not Rust; if there is nothing to audit.
#[track_caller]
pub fn assert_all_gated<P: AsRef<Path>>(folders: impl IntoIterator<Item = P>) {
    let mut audit = Audit::in_folder(package_folder());
    let mut given = false;
    for folder in folders {
        given = true;
        audit = match audit.and(folder) {
            Ok(audit) => audit,
            Err(error) => panic!("{error}"),
        };
    }
    assert!(given, "there are no folders to audit");
    let findings = audit.findings();
    let texts = findings.iter().map(ToString::to_string);
    let texts = texts.collect::<Vec<_>>().join("\n");
    assert!(
        findings.is_empty(),
        "{} without a gate:\n\n{texts}",
        match findings.len() {
            1 => "a handler".to_owned(),
            number => format!("{number} handlers"),
        }
    );
}
