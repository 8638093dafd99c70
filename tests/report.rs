//! The list of gates: what stands in it, that it reads back, and what a comparison says.
#![allow(missing_docs, clippy::expect_used, reason = "tests")]

mod support;

use std::process::Command;

use actix_web::{App, HttpResponse, get, test, web};
use guard_runtime::{
    Effect, GateReport, Place, RequirementTree, allows_public, no_auth, requires_group,
    requires_internal, requires_role, requires_user, testing,
};
use support::{access, groups, roles};

#[requires_internal]
#[get("/settings")]
async fn settings() -> &'static str {
    "settings"
}

#[requires_group(any(manager, all(support, auditor)))]
#[requires_role(editor)]
#[actix_web::routes]
#[get("/orders")]
#[post("/orders|new")]
async fn orders() -> &'static str {
    "orders"
}

mod pages {
    #[super::allows_public]
    #[super::get("/catalogue")]
    pub(super) async fn catalogue() -> &'static str {
        "catalogue"
    }
}

#[no_auth]
#[get("/health")]
async fn health() -> &'static str {
    "well"
}

async fn profile() -> HttpResponse {
    HttpResponse::Ok().finish()
}

/// The application, so that gates made by hand are in the list too.
async fn build() {
    let admin = web::scope("/admin")
        .wrap(requires_internal())
        .service(settings);
    let app = App::new()
        .wrap(access())
        .service((admin, orders, pages::catalogue, health))
        .route("/me", web::get().to(requires_user().handler(profile)));
    test::init_service(app).await;
}

async fn report() -> GateReport {
    build().await;
    guard_runtime::report()
}

#[actix_web::test]
async fn all_gates_stand_in_it_and_open_ones_first() {
    let report = report().await;
    let rows = report.rows().iter();
    let rows = rows.map(|row| {
        let requirement = row.requirement.to_string();
        (requirement, row.routes_text(), row.full_name(), row.place)
    });
    let expected = [
        ("no_auth", "GET /health", "report::health", Place::Attribute),
        (
            "public",
            "GET /catalogue",
            "report::pages::catalogue",
            Place::Attribute,
        ),
        ("internal", "", "", Place::Layer),
        (
            "all(any(group:manager, all(group:support, group:auditor)), role:editor)",
            "GET /orders, POST /orders|new",
            "report::orders",
            Place::Attribute,
        ),
        ("user", "", "report::profile", Place::Handler),
        (
            "internal",
            "GET /settings",
            "report::settings",
            Place::Attribute,
        ),
    ];
    let expected = expected.map(|(requirement, routes, name, place)| {
        (
            requirement.to_owned(),
            routes.to_owned(),
            name.to_owned(),
            place,
        )
    });
    assert_eq!(rows.collect::<Vec<_>>(), expected);
    assert!(
        report
            .rows()
            .iter()
            .all(|row| row.file == "tests/report.rs" && row.line > 1)
    );
    let implied = report.implied_by("manager").collect::<Vec<_>>();
    assert_eq!(implied, ["core_internal", "sales"]);
}

#[actix_web::test]
async fn text_is_aligned_and_markdown_escaped() {
    let report = report().await;
    let text = report.to_string();
    let lines = text.lines().collect::<Vec<_>>();
    assert_eq!(lines.len(), 7, "{text}");
    let column = lines[0].find("place").expect("a heading");
    for (line, row) in lines[1..].iter().zip(report.rows()) {
        assert!(line[column..].starts_with(&row.place.to_string()), "{text}");
        assert!(line.ends_with(&row.location()), "{text}");
    }
    let markdown = report.to_markdown();
    assert!(markdown.starts_with(
        "| requirement | route | handler | place | source |\n| --- | --- | --- | --- | --- |\n\
         | `no_auth` | `GET /health` | `report::health` | attribute | tests/report.rs:"
    ));
    assert!(
        markdown.contains("`GET /orders, POST /orders\\|new`"),
        "{markdown}"
    );
    assert!(
        markdown.contains("| `internal` |  |  | layer |"),
        "{markdown}"
    );
}

#[actix_web::test]
async fn json_reads_back_and_holds_a_tree() {
    let report = report().await;
    let json = report.to_json();
    assert_eq!(GateReport::from_json(&json).as_ref(), Ok(&report));
    let value: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let row = &value["gates"][3];
    assert_eq!(
        row["tree"],
        serde_json::json!({"all": [
            {"any": [{"group": "manager"}, {"all": [{"group": "support"}, {"group": "auditor"}]}]},
            {"role": "editor"},
        ]})
    );
    // One row on each line.
    assert_eq!(
        json.lines()
            .filter(|line| line.contains("\"tree\""))
            .count(),
        6
    );
}

#[test]
async fn json_with_a_mistake_says_where() {
    let json = report().await.to_json();
    for (from, to, message) in [
        (
            "\"version\": 1",
            "\"version\": 2",
            "the list has version 2, and this program reads version 1",
        ),
        (
            "\"place\":\"layer\"",
            "\"place\":\"roof\"",
            "unknown variant `roof`, expected one of `attribute`, `by hand`, `layer`, `page` at line 11 column ",
        ),
        (
            "\"GET /health\"",
            "\"/health\"",
            "row 1: a route is a method, a blank and a path, and `/health` is none",
        ),
        (
            "\"tree\":\"public\"",
            "\"tree\":\"user\"",
            "row 2: the requirement is `public` as text and `user` as a tree",
        ),
        (
            "\"handler\":\"health\",",
            "",
            "missing field `handler` at line 9 column ",
        ),
        ("\"handler\"", "\"hndler\"", "unknown field `hndler`"),
        (
            "\"gates\"",
            "<<<<<<< ours",
            "this is not a list of gates: key must be a string at line 8",
        ),
    ] {
        assert!(json.contains(from), "{from} in {json}");
        let error = GateReport::from_json(&json.replacen(from, to, 1)).expect_err(to);
        assert!(error.to_string().contains(message), "{error}\n{json}");
    }
}

/// The list with one text replaced, as another version of the program would have it.
fn edited(report: &GateReport, edits: &[(&str, &str)]) -> GateReport {
    let mut json = report.to_json();
    for (from, to) in edits {
        assert_eq!(json.matches(from).count(), 1, "{from} in {json}");
        json = json.replace(from, to);
    }
    GateReport::from_json(&json).expect("still a list")
}

const SETTINGS: &str = r#""requirement":"internal","tree":"internal","routes":["GET /settings"]"#;

#[actix_web::test]
async fn a_diff_says_what_widened_first() {
    let before = report().await;
    let after = edited(
        &before,
        &[
            (
                SETTINGS,
                r#""requirement":"user","tree":"user","routes":["GET /settings"]"#,
            ),
            (
                r#""requirement":"public","tree":"public""#,
                r#""requirement":"user","tree":"user""#,
            ),
            (
                "\"handler\":\"report::profile\"",
                "\"handler\":\"report::my_profile\"",
            ),
        ],
    );
    let diff = before.diff(&after);
    let effects = diff
        .changes()
        .iter()
        .map(|change| change.effect)
        .collect::<Vec<_>>();
    assert_eq!(
        effects,
        [
            Effect::Widened,
            Effect::Narrowed,
            Effect::Added,
            Effect::Removed
        ]
    );
    assert!(diff.widens());
    let line = |name: &str| {
        let mut rows = before.rows().iter();
        rows.find(|row| row.full_name() == name)
            .map(|row| row.line)
            .unwrap_or_default()
    };
    assert_eq!(
        diff.to_string(),
        format!(
            "WIDENED: lets in more than before
  report::settings, GET /settings (attribute, tests/report.rs:{})
    before  internal
    now     user
    lets in, for example: a user with group:core_portal

narrowed: lets in less than before
  report::pages::catalogue, GET /catalogue (attribute, tests/report.rs:{})
    before  public
    now     user
    keeps out, for example: everybody who has not signed in

new
  report::my_profile (by hand, tests/report.rs:{profile})
    demands user

removed: the handler is gone, or its gate
  report::profile (by hand, tests/report.rs:{profile})
    demands user
",
            line("report::settings"),
            line("report::pages::catalogue"),
            profile = line("report::profile"),
        )
    );
}

#[actix_web::test]
async fn renamed_handlers_are_compared_with_themselves() {
    let before = report().await;
    let after = edited(
        &before,
        &[
            (
                SETTINGS,
                r#""requirement":"public","tree":"public","routes":["GET /settings"]"#,
            ),
            ("\"handler\":\"settings\"", "\"handler\":\"preferences\""),
        ],
    );
    let diff = before.diff(&after);
    assert_eq!(diff.changes().len(), 1, "{diff}");
    assert_eq!(diff.changes()[0].effect, Effect::Widened);
    assert!(
        diff.to_string()
            .contains("was called report::settings, GET /settings (attribute)")
    );
}

#[actix_web::test]
async fn a_handler_with_another_route_or_place_is_still_itself() {
    let before = report().await;
    let after = edited(
        &before,
        &[(
            SETTINGS,
            r#""requirement":"public","tree":"public","routes":["GET /s"]"#,
        )],
    );
    assert_eq!(before.diff(&after).changes()[0].effect, Effect::Widened);

    let by_hand = edited(
        &before,
        &[
            (
                SETTINGS,
                r#""requirement":"public","tree":"public","routes":[]"#,
            ),
            (
                r#""handler":"settings","module":"report","#,
                r#""handler":"report::settings","module":"","#,
            ),
        ],
    );
    assert_eq!(before.diff(&by_hand).changes()[0].effect, Effect::Widened);
}

/// A list of gates of one name, one below the other.
fn layers(requirements: &[&str], first_line: u32) -> GateReport {
    let rows = requirements
        .iter()
        .zip(first_line..)
        .map(|(requirement, line)| {
            format!(
                r#"{{"requirement": "{requirement}", "tree": "{requirement}", "routes": [],
            "handler": "", "module": "", "file": "src/main.rs", "line": {line}, "place": "layer"}}"#
            )
        });
    let rows = rows.collect::<Vec<_>>().join(",");
    let json = format!(r#"{{"version": 1, "implies": {{}}, "gates": [{rows}]}}"#);
    GateReport::from_json(&json).expect("a list")
}

#[test]
async fn rows_of_one_name_are_told_apart_by_their_order() {
    for (before, after, effects) in [
        // Lines do not count.
        (
            &["internal", "user"][..],
            &["internal", "user"][..],
            &[][..],
        ),
        // One more shifts no other, wherever it stands.
        (&["internal"], &["user", "internal"], &[Effect::Added]),
        (&["internal"], &["internal", "user"], &[Effect::Added]),
        (&["user", "internal"], &["internal"], &[Effect::Uncovered]),
        // An exchange is two changes.
        (
            &["internal", "user"],
            &["user", "internal"],
            &[Effect::Widened, Effect::Narrowed],
        ),
    ] {
        let diff = layers(before, 10).diff(&layers(after, 70));
        let found = diff
            .changes()
            .iter()
            .map(|change| change.effect)
            .collect::<Vec<_>>();
        assert_eq!(found, effects, "{before:?} to {after:?}: {diff}");
    }
}

#[actix_web::test]
async fn what_is_new_and_open_or_gone_is_said() {
    let full = report().await;
    let nothing = GateReport::default();
    let effects = |diff: &guard_runtime::GateDiff| {
        let changes = diff.changes().iter();
        changes.map(|change| change.effect).collect::<Vec<_>>()
    };
    let appeared = nothing.diff(&full);
    assert_eq!(
        effects(&appeared)[..3],
        [Effect::Opened, Effect::Opened, Effect::Added]
    );
    assert!(appeared.widens());
    let text = appeared.to_string();
    assert!(
        text.starts_with("NEW AND OPEN to everybody\n  report::health, GET /health"),
        "{text}"
    );
    let gone = full.diff(&nothing);
    assert_eq!(effects(&gone)[..2], [Effect::Uncovered, Effect::Removed]);
    assert!(full.diff(&full).is_empty());
    assert_eq!(full.diff(&full).to_string(), "no gate has changed\n");
}

#[actix_web::test]
async fn too_many_names_count_as_widened() {
    let before = report().await;
    let names = (0..14)
        .map(|number| format!("team_{number}"))
        .collect::<Vec<_>>();
    let text = names
        .iter()
        .map(|name| format!("group:{name}"))
        .collect::<Vec<_>>()
        .join(", ");
    let tree = RequirementTree::Any(names.into_iter().map(RequirementTree::Group).collect());
    let after = edited(
        &before,
        &[(
            SETTINGS,
            &format!(
                r#""requirement":"any({text})","tree":{},"routes":["GET /settings"]"#,
                serde_json::to_string(&tree).expect("a tree")
            ),
        )],
    );
    let diff = before.diff(&after);
    assert_eq!(diff.changes()[0].effect, Effect::Unknown);
    assert!(diff.widens() && diff.to_string().starts_with("CANNOT TELL"));
}

#[actix_web::test]
async fn the_gates_are_those_of_the_committed_list() {
    build().await;
    testing::assert_gates_match("tests/report.gates.json");
}

/// Run by the test below in a process of its own: the environment belongs to all tests.
#[actix_web::test]
#[ignore = "it is the child of `blessing_writes_the_file`"]
async fn child() {
    build().await;
    testing::assert_gates_match(std::env::var("GATES_OF_CHILD").expect("a path"));
}

#[test]
async fn blessing_writes_the_file() {
    let path = std::env::temp_dir().join(format!("guard-report-{}.json", std::process::id()));
    let run = |bless: &str| {
        let mut child = Command::new(std::env::current_exe().expect("this test"));
        child.args(["--exact", "child", "--ignored", "--nocapture"]);
        child.env("GATES_OF_CHILD", &path).env("GUARD_BLESS", bless);
        let output = child.output().expect("the child runs");
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        (output.status.success(), text)
    };
    let (passed, text) = run("");
    assert!(
        !passed && text.contains("run the test once with GUARD_BLESS=1"),
        "{text}"
    );
    let (passed, text) = run("1");
    assert!(passed, "{text}");
    let (passed, text) = run("0");
    assert!(passed, "{text}");
    let wider = std::fs::read_to_string(&path).expect("the list");
    let stricter = wider.replace(
        r#""requirement":"user","tree":"user""#,
        r#""requirement":"internal","tree":"internal""#,
    );
    std::fs::write(&path, stricter).expect("written");
    let (passed, text) = run("");
    assert!(
        !passed && text.contains("SOMEBODY MAY PASS WHO DID NOT"),
        "{text}"
    );
    assert!(
        text.contains("WIDENED: lets in more than before\n  report::profile"),
        "{text}"
    );
    std::fs::remove_file(path).expect("removed");
}
