//! Scope claims of tokens.

use guard_runtime::{AccessControl, ClaimsDirectory};
use serde_json::json;

use crate::app::{app, get};
use crate::declared::scopes;
use crate::people::{People, builder, claiming};
use crate::support::{AUDIENCE, ISSUER, SECRET, groups, jwt};

#[actix_web::test]
async fn the_scope_claim_limits_the_user() {
    let app = app!(builder(&People::default()));
    for (claims, configuration, several) in [
        (json!({}), 200, 200),
        (json!({ "scope": "" }), 403, 403),
        (json!({ "scopes": [] }), 403, 403),
        (json!({ "scp": [] }), 403, 403),
        (json!({ "scope": "openid profile email" }), 403, 403),
        (json!({ "scope": "admin.configuration:GET" }), 200, 403),
        (
            json!({ "scope": "admin.configuration:get nonsense" }),
            200,
            403,
        ),
        (json!({ "scope": "admin.Configuration:GET" }), 403, 403),
        (
            json!({ "scopes": ["admin.configuration:GET", "openid"] }),
            200,
            403,
        ),
        (json!({ "scp": "admin.configuration:GET" }), 200, 403),
        (
            json!({ "scope": "admin.configuration:GET", "scp": ["admin.configuration:UPDATE", "admin.tools:GET"] }),
            200,
            200,
        ),
        (
            json!({ "scope": "admin admin.* * admin.configuration:*" }),
            403,
            403,
        ),
    ] {
        let token = claiming("admin", &claims);
        assert_eq!(
            get!(app, "/configuration", Some(&token)).0,
            configuration,
            "{claims}"
        );
        assert_eq!(get!(app, "/several", Some(&token)).0, several, "{claims}");
        // It gives nothing that the user has not.
        let token = claiming("portal", &claims);
        assert_eq!(get!(app, "/configuration", Some(&token)).0, 403, "{claims}");
        assert_eq!(get!(app, "/signed_in", Some(&token)).0, 200, "{claims}");
    }
}

#[actix_web::test]
async fn scope_claims_can_be_ignored() {
    let people = People::default();
    let jwt = guard_runtime::Jwt::builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .keys(guard_runtime::Key::hmac(guard_runtime::Algorithm::HS256, SECRET).expect("a key"))
        .ignore_scopes()
        .build()
        .expect("complete");
    let app = app!(
        AccessControl::builder(people.clone())
            .projects(people)
            .authenticator(jwt)
    );
    for claims in [
        json!({}),
        json!({ "scope": "" }),
        json!({ "scope": "openid" }),
    ] {
        let admin = claiming("admin", &claims);
        assert_eq!(get!(app, "/several", Some(&admin)).0, 200, "{claims}");
        let portal = claiming("portal", &json!({ "scope": "admin.configuration:GET" }));
        assert_eq!(
            get!(app, "/configuration", Some(&portal)).0,
            403,
            "{claims}"
        );
    }
}

#[actix_web::test]
async fn claims_can_be_all_that_a_user_may() {
    let directory = ClaimsDirectory::new(&groups::SCHEMA).scopes(&scopes::SCHEMA);
    let people = People::default();
    let app = app!(
        AccessControl::builder(directory)
            .projects(people.clone())
            .authenticator(jwt())
    );
    for (claims, uri, expected) in [
        (json!({}), "/configuration", 403),
        (json!({}), "/signed_in", 200),
        (
            json!({ "scope": "admin.configuration:GET" }),
            "/configuration",
            200,
        ),
        (
            json!({ "scope": "admin.configuration:GET" }),
            "/several",
            403,
        ),
        (
            json!({ "scope": "admin.configuration:PATCH openid" }),
            "/configuration",
            403,
        ),
        // Permissions of projects come with membership: without it they are a limit alone.
        (
            json!({ "scope": "project.models:GET" }),
            "/projects/3/models",
            404,
        ),
        (
            json!({ "scope": "project.models:GET" }),
            "/projects/1/models",
            200,
        ),
        (
            json!({ "scope": "project.root:GET" }),
            "/projects/1/models",
            403,
        ),
        (
            json!({ "scope": "admin.projects:GET" }),
            "/projects/3/models",
            200,
        ),
    ] {
        // Twice: what was found out is kept with the token.
        let token = claiming("somebody", &claims);
        for _ in 0..2 {
            assert_eq!(
                get!(app, uri, Some(&token)).0,
                expected,
                "{claims} at {uri}"
            );
        }
    }
}

#[actix_web::test]
async fn tokens_of_one_user_stay_apart_when_they_are_known_already() {
    let tokens = [
        ("admin.configuration:GET", 200, 403),
        ("user.tokens:GET", 403, 200),
        ("", 403, 403),
    ]
    .map(|(scope, one, other)| (claiming("admin", &json!({ "scope": scope })), one, other));
    let app = app!(builder(&People::default()));
    for _ in 0..3 {
        for (token, configuration, nested) in &tokens {
            let found = get!(app, "/configuration", Some(token)).0;
            assert_eq!(found, *configuration);
            assert_eq!(get!(app, "/nested", Some(token)).0, *nested);
        }
    }
}
