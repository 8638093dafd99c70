//! Who may do what where: a table of decisions by hand, and a slow evaluator that shares no code
//! with the runtime, compared with the running application on worlds made at random.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

#[path = "decisions/app.rs"]
mod app;
#[path = "decisions/declared.rs"]
mod declared;
#[path = "decisions/generate.rs"]
mod generate;
#[path = "decisions/reference.rs"]
mod reference;
mod support;
#[path = "decisions/table.rs"]
mod table;
#[path = "decisions/world.rs"]
mod world;

use std::collections::BTreeMap;

use app::{App, Site, shown, texts};
use declared::{roles, scopes};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::groups;

#[actix_web::test]
async fn the_table() {
    let rows = table::rows();
    assert!(rows.len() >= 150, "{} rows", rows.len());
    let site = Site::new(table::world());
    let app = App::start(&site).await;
    let mut wrong = Vec::new();
    for row in &rows {
        let found = app.status(&row.credential, &row.uri()).await;
        if found != row.status {
            wrong.push(format!("{row}: the application says {found}"));
        }
        if let Some(said) = row
            .asked()
            .map(|asked| reference::decide(&site.world(), &asked))
            && said != row.status
        {
            wrong.push(format!("{row}: the reference says {said}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[actix_web::test]
async fn nobody_knows_the_projects() {
    let mut world = table::world();
    for (is_down, expected) in [(true, 503), (false, 500)] {
        world.is_down = is_down;
        let site = Site::new(world.clone());
        let app = if is_down {
            App::start(&site).await
        } else {
            App::without_projects(&site).await
        };
        let projects = texts()
            .into_iter()
            .filter(|(_, text)| text.contains("project."));
        for (gate, text) in projects {
            for (caller, path, expected) in [
                ("anonymous", "/p/1", 401),
                ("bad", "/p/1", 401),
                ("blocked", "/p/1", 403),
                // Whatever the rest of the gate would say.
                ("administrator", "/p/1", expected),
                ("internal", "/p/none", expected),
                ("guest", "/p/3", expected),
                // Which project it is cannot be said even without asking.
                ("administrator", "/n", 500),
            ] {
                let credential = table::credential(caller, "session");
                let found = app.status(&credential, &format!("{path}/{gate}")).await;
                assert_eq!(found, expected, "{caller} {path} {text} {is_down}");
            }
        }
        // Gates that speak of no project do not ask.
        let administrator = table::credential("administrator", "session");
        assert_eq!(
            app.status(&administrator, "/n/configuration_get").await,
            200
        );
    }
}

#[actix_web::test]
async fn generated_worlds() {
    const WORLDS: usize = 2_000;
    let seed = [7; 32];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let site = Site::new(world::World::default());
    let app = App::start(&site).await;
    let mut counts = BTreeMap::<u16, usize>::new();
    let mut lists = 0;
    for number in 0..WORLDS {
        let tree = generate::cases().new_tree(&mut runner).expect("a world");
        let case = tree.current();
        site.set(case.world.clone());
        for request in case.requests() {
            let found = app.status(&case.credential, &request.uri).await;
            let expected = reference::decide(&case.world, &request.asked);
            assert_eq!(
                found, expected,
                "world {number}: {} of {case:#?}",
                request.uri
            );
            *counts.entry(found).or_default() += 1;
        }
        for (uri, expected) in case.lists() {
            let found = app.answer(&case.credential, &uri).await;
            assert_eq!(found, expected, "world {number}: {uri} of {case:#?}");
            lists += usize::from(found.0 == 200 && !found.1.is_empty());
        }
    }
    let all = counts.values().sum::<usize>();
    for status in [200, 401, 403, 404] {
        let count = counts.get(&status).copied().unwrap_or_default();
        assert!(
            count * 20 >= all,
            "{status} is answered in {count} of {all} cases"
        );
    }
    assert!(
        lists * 5 >= WORLDS,
        "only {lists} lists of permissions say anything"
    );
    println!("{WORLDS} worlds, {all} requests: {counts:?}; {lists} lists of permissions");
}

/// The gates are what their texts say, as the runtime shows them.
#[test]
fn the_texts_are_those_of_the_gates() {
    for (name, text) in texts() {
        assert_eq!(shown(name), text);
    }
}

/// The evaluator knows the same permissions as the application, without having asked it.
#[test]
fn the_reference_knows_what_is_declared() {
    let declared = scopes::SCHEMA.permissions().map(|it| it.to_string());
    let mut declared = declared.collect::<Vec<_>>();
    declared.sort();
    assert_eq!(reference::all().into_iter().collect::<Vec<_>>(), declared);
    for role in roles::SCHEMA.entries() {
        let permissions = roles::SCHEMA
            .get(role.name)
            .expect("declared")
            .permissions();
        let known = reference::role(role.name).into_iter().collect::<Vec<_>>();
        assert_eq!(known, permissions.to_strings(), "{}", role.name);
    }
}
