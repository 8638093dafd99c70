//! The source audit: what it finds and what it lets pass. The fixtures are read, not compiled.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use guard_runtime::audit::{Audit, AuditError};
use guard_runtime::testing;

const GATED: &str = "tests/audit_fixtures/gated";
const UNGATED: &str = "tests/audit_fixtures/ungated";
const BROKEN: &str = "tests/audit_fixtures/broken";

/// `file:line:column` of all marks `//~ column` in a fixture.
fn marks(file: &str) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a fixture");
    let lines = text.lines().zip(1..);
    let marks = lines.filter_map(|(line, number)| {
        let (_, column) = line.split_once("//~ ")?;
        Some(format!("{file}:{number}:{column}"))
    });
    marks.collect()
}

#[test]
fn what_has_a_gate_passes() {
    let findings = Audit::of(GATED).expect("source").findings();
    assert!(findings.is_empty(), "{findings:#?}");
    testing::assert_all_gated([GATED]);
}

#[test]
fn what_has_none_is_found_where_it_stands() {
    let findings = Audit::of(UNGATED).expect("source").findings();
    let found = findings
        .iter()
        .map(|it| format!("{}:{}:{}", it.file, it.line, it.column));
    let mut expected = marks("tests/audit_fixtures/ungated/main.rs");
    expected.extend(marks("tests/audit_fixtures/ungated/pages/mod.rs"));
    assert!(expected.len() > 40);
    assert_eq!(found.collect::<Vec<_>>(), expected, "{findings:#?}");
}

#[test]
fn a_finding_names_the_handler_and_says_what_to_write() {
    let findings = Audit::of(UNGATED).expect("source").findings();
    let text = |handler: &str| {
        let mut findings = findings.iter();
        let found = findings.find(|it| it.handler == handler);
        found.unwrap_or_else(|| panic!("{handler}")).to_string()
    };
    assert_eq!(
        text("qualified"),
        "tests/audit_fixtures/ungated/main.rs:36:21: `qualified` has a route and no gate\n    \
         help: write `#[requires_internal]`, `#[requires_user]`, `#[requires_group(…)]`, \
         `#[requires_role(…)]`, `#[requires_scope(…)]`, `#[allows_public]` or `#[no_auth]` of `guard_runtime` above \
         `#[actix_web::get(\"/qualified\")]`\n"
    );
    assert!(text("gated_sometimes").contains("a gate under another condition than its route"));
    assert!(text("by_hand").contains("`by_hand` is registered here without a gate"));
    assert!(text("by_hand").contains("or wrap it here: `requires_user().handler(by_hand)`"));
    assert!(text("a closure").contains("wrap it: `requires_user().handler(|| …)`"));
    assert!(text("in_macro").contains("`in_macro`, in a macro, has a route and no gate"));
}

/// Each gate of the fixture that passes is what makes it pass.
#[test]
fn without_any_one_gate_it_does_not_pass() {
    let folder = std::env::temp_dir().join(format!("guard-audit-{}", std::process::id()));
    fs::create_dir_all(folder.join("pages")).expect("a folder");
    let main = fs::read_to_string(format!("{GATED}/main.rs")).expect("a fixture");
    let pages = fs::read_to_string(format!("{GATED}/pages/mod.rs")).expect("a fixture");
    let gates = [
        "#[requires_internal]\n#[get(\"/above\")]",
        "#[get(\"/below\")]\n#[requires_internal]",
        "#[login]\n#[get(\"/renamed\")]",
        "#[guard_runtime::requires_group(any(sales, all(support, auditor)))]\n#[actix_web::post(\"/qualified\")]",
        "#[access::requires_role(editor)]\n#[actix_web::routes]",
        "#[crate::pages::staff]\n#[get(\"/exported\")]",
        "#[cfg_attr(feature = \"web\", get(\"/conditional\"))]\n#[cfg_attr(feature = \"web\", requires_internal)]",
        "#[cfg_attr(feature = \"web\", get(\"/always\"))]\n#[guard_runtime::no_auth]",
        "#[guard_runtime::allows_public]\nasync fn registered",
        "#[guard_runtime::requires_user]\n        $(#[$attributes])*",
        "#[staff]\npub async fn list",
        "#[guard_runtime::requires_user]\n    pub async fn list<T>",
    ];
    let is_gate = |line: &&str| {
        [
            "requires_",
            "login]",
            "staff]",
            "no_auth]",
            "allows_public]",
        ]
        .iter()
        .any(|gate| line.contains(gate))
    };
    for gate in gates {
        let without = gate
            .lines()
            .filter(|line| !is_gate(line))
            .collect::<Vec<_>>()
            .join("\n");
        assert_eq!(
            main.matches(gate).count() + pages.matches(gate).count(),
            1,
            "{gate}"
        );
        fs::write(folder.join("main.rs"), main.replace(gate, &without)).expect("written");
        fs::write(folder.join("pages/mod.rs"), pages.replace(gate, &without)).expect("written");
        let findings = Audit::of(&folder).expect("source").findings();
        assert!(!findings.is_empty(), "{gate}");
    }
    fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn functions_of_one_folder_are_known_in_the_other() {
    let folder = std::env::temp_dir().join(format!("guard-audit-two-{}", std::process::id()));
    for name in ["one", "two"] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    fs::write(folder.join("one/lib.rs"), "pub async fn page() {}").expect("written");
    let registers = "fn main() { web::get().to(app::page); }";
    fs::write(folder.join("two/main.rs"), registers).expect("written");
    let [one, two] = ["one", "two"].map(|name| folder.join(name));
    assert_eq!(Audit::of(&two).expect("source").findings().len(), 0);
    let both = Audit::of(&one).and_then(|audit| audit.and(&two));
    assert_eq!(both.expect("source").findings().len(), 1);
    fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn what_cannot_be_audited_is_an_error() {
    let error = Audit::of(BROKEN).expect_err("not Rust");
    assert!(
        matches!(error, AuditError::NotRust { line: 3, .. }),
        "{error:?}"
    );
    let text = error.to_string();
    assert!(
        text.starts_with("tests/audit_fixtures/broken/broken.rs:3:"),
        "{text}"
    );
    let error = Audit::of("tests/no-such-folder").expect_err("missing");
    assert!(
        error
            .to_string()
            .starts_with("`tests/no-such-folder` cannot be read: ")
    );
    let error = Audit::of("tests/keys").expect_err("nothing in it");
    assert_eq!(
        error.to_string(),
        "there is no Rust source below `tests/keys`"
    );
}

/// Not among the fixtures: version control leaves out such folders.
#[test]
fn only_the_folder_that_cargo_writes_is_left_out() {
    let folder = std::env::temp_dir().join(format!("guard-audit-target-{}", std::process::id()));
    let target = folder.join("target");
    fs::create_dir_all(&target).expect("a folder");
    fs::write(folder.join("main.rs"), "fn main() {}").expect("written");
    fs::write(target.join("mod.rs"), "#[get(\"/\")] async fn page() {}").expect("written");
    assert_eq!(Audit::of(&folder).expect("source").findings().len(), 1);
    fs::write(target.join("CACHEDIR.TAG"), "Signature").expect("written");
    assert_eq!(Audit::of(&folder).expect("source").findings().len(), 0);
    fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn links_are_not_followed() {
    #[cfg(unix)]
    {
        let folder = std::env::temp_dir().join(format!("guard-audit-link-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("main.rs"), "fn main() {}").expect("written");
        let ungated = Path::new(env!("CARGO_MANIFEST_DIR")).join(UNGATED);
        std::os::unix::fs::symlink(&ungated, folder.join("link")).expect("a link");
        std::os::unix::fs::symlink(&folder, folder.join("circle")).expect("a link");
        assert!(Audit::of(&folder).expect("source").findings().is_empty());
        fs::remove_dir_all(folder).expect("removed");
    }
}

#[test]
fn the_helper_fails_with_all_findings() {
    let failed = catch_unwind(|| testing::assert_all_gated([GATED, UNGATED])).expect_err("fails");
    let text = failed.downcast_ref::<String>().expect("a message");
    let number = Audit::of(UNGATED).expect("source").findings().len();
    assert!(
        text.starts_with(&format!("{number} handlers without a gate:\n\n")),
        "{text}"
    );
    for arguments in [&[][..], &["tests/no-such-folder"], &[BROKEN]] {
        catch_unwind(|| testing::assert_all_gated(arguments)).expect_err("fails");
    }
}
