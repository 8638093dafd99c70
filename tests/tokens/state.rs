//! Tokens that were good: revoked, expired, or of a key that is gone, also where they are kept.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use actix_web::rt::time::sleep;
use actix_web::{App, test};
use guard_runtime::{
    AccessControl, Answer, Answer as Later, AuthError, Authenticator, Id, Identity, Jwt, KeySource,
    Revocations,
};

use super::forge::{claims, claims_and, encode, jwt, now, token, with_claims};
use super::{internal, public};
use crate::support::{AUDIENCE, ISSUER, Users};

/// Counts how often a token is verified, and not believed from memory.
struct Counting(Jwt, Arc<AtomicUsize>);

impl Authenticator for Counting {
    fn cacheable(&self) -> bool {
        self.0.cacheable()
    }

    fn generation(&self) -> u64 {
        self.0.generation()
    }

    fn authenticate<'a>(&'a self, token: &'a str) -> Answer<'a, Result<Identity, AuthError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        Later::Now(self.0.verify(token))
    }
}

fn counting(jwt: Jwt) -> (AccessControl, Arc<AtomicUsize>) {
    let count = Arc::default();
    let access = AccessControl::builder(Users).authenticator(Counting(jwt, Arc::clone(&count)));
    (access.build().expect("a complete configuration"), count)
}

async fn statuses(access: &AccessControl, token: &str) -> [u16; 2] {
    let app = App::new().wrap(access.clone());
    let app = test::init_service(app.service(internal).service(public)).await;
    let mut statuses = Vec::new();
    for path in ["/internal", "/public"] {
        let request = test::TestRequest::get()
            .uri(path)
            .insert_header(("authorization", format!("Bearer {token}")));
        let response = test::call_service(&app, request.to_request()).await;
        statuses.push(response.status().as_u16());
        let body = test::read_body(response).await;
        let runs_as = match statuses[0] {
            200 => "internal",
            _ => "guest",
        };
        assert!(path == "/internal" || body == runs_as, "{body:?}");
    }
    statuses.try_into().expect("two statuses")
}

#[actix_web::test]
async fn a_token_that_is_kept_expires_all_the_same() {
    let (access, count) = counting(jwt().build().expect("a complete configuration"));
    let token = with_claims(&claims("exp", Some(&(now() + 3).to_string())));
    assert_eq!(statuses(&access, &token).await, [200, 200]);
    assert_eq!(statuses(&access, &token).await, [200, 200]);
    assert_eq!(count.load(Ordering::Relaxed), 1, "it is kept");
    sleep(Duration::from_millis(3100)).await;
    assert_eq!(statuses(&access, &token).await, [401, 200]);
}

#[actix_web::test]
async fn a_token_that_is_kept_is_revoked_all_the_same() {
    let (access, count) = counting(jwt().build().expect("a complete configuration"));
    let one = with_claims(&claims_and("\"jti\":\"one\""));
    let other = with_claims(&claims_and("\"jti\":\"other\""));
    let nameless = with_claims(&claims("iat", None));
    for token in [&one, &other, &nameless] {
        assert_eq!(statuses(&access, token).await, [200, 200]);
    }
    let revocations: &Revocations = access.revocations();
    revocations.revoke_token("one", now().cast_signed() + 600);
    for (token, expected) in [(&one, [401, 200]), (&other, [200, 200])] {
        assert_eq!(statuses(&access, token).await, expected);
    }
    revocations.revoke_user(&Id::from("manager"), now().cast_signed());
    assert_eq!(statuses(&access, &other).await, [200, 200]);
    revocations.revoke_user(&Id::from("internal"), now().cast_signed() - 60);
    // Older than the token, which says so; the other one says nothing.
    assert_eq!(statuses(&access, &other).await, [200, 200]);
    assert_eq!(statuses(&access, &nameless).await, [401, 200]);
    revocations.revoke_user(&Id::from("internal"), now().cast_signed());
    assert_eq!(statuses(&access, &other).await, [401, 200]);
    assert_eq!(count.load(Ordering::Relaxed), 3, "each is kept");
}

#[actix_web::test]
async fn a_token_that_is_kept_falls_with_its_key() {
    let path = std::env::temp_dir().join(format!("guard-tokens-{}.json", std::process::id()));
    let write = |kids: &[&str]| {
        let keys: Vec<String> = kids
            .iter()
            .map(|kid| {
                let secret = encode(super::forge::SECRET);
                format!(r#"{{"kty":"oct","alg":"HS256","kid":"{kid}","k":"{secret}"}}"#)
            })
            .collect();
        let new = path.with_extension("new");
        fs::write(&new, format!("{{\"keys\":[{}]}}", keys.join(","))).expect("written");
        fs::rename(new, &path).expect("renamed");
    };
    write(&["old", "new"]);
    let short = Duration::from_millis(20);
    let source = KeySource::file(&path, short).min_interval(short);
    let jwt = Jwt::builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .keys(source);
    let (access, count) = counting(jwt.build().expect("a complete configuration"));
    let named = |kid: &str| {
        token(
            format!(r#"{{"alg":"HS256","kid":"{kid}"}}"#),
            claims("", None),
        )
    };
    let (old, new) = (named("old"), named("new"));
    for _ in 0..3 {
        assert_eq!(statuses(&access, &old).await, [200, 200]);
        assert_eq!(statuses(&access, &new).await, [200, 200]);
    }
    assert_eq!(count.load(Ordering::Relaxed), 2, "both are kept");
    write(&["new"]);
    let mut tries = 0;
    while statuses(&access, &old).await != [401, 200] {
        tries += 1;
        assert!(tries < 500, "the key is never dropped");
        sleep(short).await;
    }
    assert_eq!(statuses(&access, &new).await, [200, 200]);
    let _ = fs::remove_file(path);
}
