//! Requests for tokens, and configurations, that make no sense.

use guard_runtime::tokens::{AccessTokens, MemoryTokenStore, TokenConfigError};
use serde_json::{Value, json};

use crate::support::schema::scopes::SCHEMA;
use crate::support::{DAY, now, request, shop};

const CONFIG: &str = "admin.configuration:GET";

#[actix_web::test]
async fn all_mistakes_at_once() {
    let shop = shop().await;
    let body = json!({
        "title": " \n ",
        "description": "x".repeat(1001),
        "expires_at": now() + 91 * DAY,
        "permissions": [
            CONFIG, "admin.configuration", "admin.nothing:GET", "admin.configuration:DELETE",
            "project.root:GET", "",
        ],
        "projects": [
            {"scope": "project", "project": 1, "permissions": ["project.root:GET", CONFIG]},
            {"scope": "project", "project": "1"},
            {"scope": "admin", "project": 1},
            {"scope": "nothing", "project": 1, "permissions": ["x"]},
        ],
    });
    let answer = shop.post("/tokens", "session.ada", &body).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (422, "invalid-token-request")
    );
    assert_eq!(answer.header("content-type"), "application/problem+json");
    let errors = answer.json()["errors"].clone();
    let errors = errors.as_array().unwrap().iter();
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    let found = errors.map(|it| format!("{} {}", text(&it["pointer"]), text(&it["kind"])));
    assert_eq!(
        found.collect::<Vec<_>>(),
        [
            "#/title blank",
            "#/description too-long",
            "#/expires_at too-late",
            "#/permissions/1 malformed-permission",
            "#/permissions/2 unknown-permission",
            "#/permissions/3 verb-not-offered",
            "#/permissions/4 not-global",
            "#/permissions/5 malformed-permission",
            "#/projects/0/permissions/1 other-scope",
            "#/projects/1/project repeated",
            "#/projects/2/scope unknown-scope",
            "#/projects/3/scope unknown-scope",
        ]
    );
    assert!(shop.tokens.list_all().await.unwrap().is_empty());
}

#[actix_web::test]
async fn titles_and_lifetimes() {
    let shop = shop().await;
    let with = |title: &str, expires_at: i64| {
        let mut body = request(&[], &json!([]));
        body["title"] = json!(title);
        body["expires_at"] = json!(expires_at);
        body
    };
    let soon = now() + DAY;
    for (body, status) in [
        (with("é", soon), 201),
        (with(&"é".repeat(100), soon), 201),
        (with(&"é".repeat(101), soon), 422),
        (with("a\u{0}b", soon), 422),
        (with("a\nb", soon), 422),
        (with("a\u{2028}b", soon), 422),
        (with("export\u{202e}niam", soon), 422),
        (with("\u{2066}a", soon), 422),
        (with("\u{5d0}\u{5d1} \u{200f}a", soon), 201),
        (with("a", 0), 422),
        (with("a", -1), 422),
        (with("a", now()), 422),
        (with("a", i64::MAX), 422),
        (with("a", i64::MIN), 422),
        (with("a", now() + 90 * DAY), 201),
    ] {
        let answer = shop.post("/tokens", "session.ada", &body).await;
        assert_eq!(answer.status, status, "{body}");
    }
}

#[actix_web::test]
async fn not_every_mistake_of_too_many_is_explained() {
    let shop = shop().await;
    let many = vec!["x"; 1001];
    let body = request(
        &many,
        &json!([{"scope": "project", "project": 1, "permissions": many}]),
    );
    let answer = shop.post("/tokens", "session.ada", &body).await;
    assert_eq!(answer.status, 422);
    let errors = answer.json()["errors"].clone();
    let pointers = errors.as_array().unwrap().iter();
    let pointers = pointers.map(|it| (&it["pointer"], &it["kind"]));
    let (one, two) = (json!("#/permissions"), json!("#/projects/0/permissions"));
    let kind = json!("too-long");
    assert_eq!(pointers.collect::<Vec<_>>(), [(&one, &kind), (&two, &kind)]);
    let few = request(&vec![CONFIG; 1000], &json!([]));
    assert_eq!(shop.post("/tokens", "session.ada", &few).await.status, 201);
}

#[test]
fn configurations() {
    let with = || AccessTokens::builder(MemoryTokenStore::default(), &SCHEMA);
    let long = std::time::Duration::from_secs(100_000 * 86_400);
    for (builder, expected) in [
        (with(), None),
        (with().prefix("Acme"), Some(TokenConfigError::Prefix)),
        (with().prefix(""), Some(TokenConfigError::Prefix)),
        (
            with().max_lifetime(std::time::Duration::ZERO),
            Some(TokenConfigError::Lifetime),
        ),
        (with().max_lifetime(long), Some(TokenConfigError::Lifetime)),
        (with().max_per_owner(0), Some(TokenConfigError::PerOwner)),
    ] {
        assert_eq!(builder.build().err(), expected);
    }
}
