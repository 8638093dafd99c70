//! Tokens that are revoked on the page.

use actix_web::test::TestRequest;
use guard_runtime::admin::access::{AssignmentKind, ChangeState};
use guard_runtime::tokens::{NewToken, TokenStore as _};
use guard_runtime::{Env, User};

use crate::browser::form;
use crate::groups;
use crate::places::{Places, id};

const PATH: &str = "/admin/tokens";
const REVOKE: &str = "/admin/tokens/revoke";

impl Places {
    async fn is_revoked(&self, number: u8) -> bool {
        let found = self.store.find(&id(number)).get().await.unwrap();
        found.unwrap().revoked_at.is_some()
    }
}

#[actix_web::test]
async fn those_of_others_of_nobody_and_ones_own_end_and_it_is_logged() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let page = cyd.open(&format!("{PATH}?state=active")).await;
    page.has("Revoke “of Sam”")
        .has("Revoke “of Cyd”")
        .has("Revoke “of nobody”");
    for (at, number) in [1, 2, 3].into_iter().enumerate() {
        let body = format!("id={}&back=state%3Dactive", id(number));
        let answer = cyd.send(REVOKE, body.clone()).await;
        assert_eq!(
            answer.leads(),
            (303, "/admin/tokens?said=changed&state=active")
        );
        assert!(places.is_revoked(number).await);
        // What is over already is no change.
        assert_eq!(cyd.send(REVOKE, body).await.status, 303);
        let all = places.logged().await;
        assert_eq!(all.len(), at + 1);
        let owner = ["2", "6", "99"][at];
        assert_eq!(
            (&*all[0].actor.to_string(), &*all[0].user.to_string()),
            ("6", owner)
        );
        assert_eq!(
            (all[0].kind, all[0].state),
            (AssignmentKind::Token, ChangeState::Done)
        );
        assert_eq!(
            (all[0].before.clone(), all[0].after.len()),
            (vec![id(number)], 0)
        );
    }
    cyd.open(PATH)
        .await
        .has_not("Revoke “of Sam”")
        .has_not("Revoke “revoked one”");
    assert_eq!(cyd.send(REVOKE, format!("id={}", id(5))).await.status, 303);
    assert!(!places.is_revoked(5).await);
    assert_eq!(places.logged().await.len(), 3);
}

#[actix_web::test]
async fn nobody_revokes_above_themselves_or_what_is_not_there() {
    let places = Places::new().await;
    let ada = places.world.sign_in("ada").await;
    let page = ada.open(PATH).await;
    // Cyd has more than Ada, and so has Sam.
    page.has("“of Cyd”")
        .has_not("Revoke “of Cyd”")
        .has_not("Revoke “of Sam”");
    page.has("Revoke “of nobody”");
    for number in [1, 2] {
        let answer = ada.send(REVOKE, format!("id={}", id(number))).await;
        assert_eq!(answer.status, 403);
        answer
            .has("Nothing was changed: ")
            .has("more rights than you");
        assert!(!places.is_revoked(number).await);
    }
    for (body, status) in [
        (format!("id={}", "Z".repeat(16)), 404),
        ("id=1".to_owned(), 404),
        ("id=%27+OR+1%3D1".to_owned(), 404),
        ("id=".to_owned(), 422),
        ("owner=2".to_owned(), 422),
        (format!("id={}&id={}", id(3), id(1)), 422),
        (format!("id={}&all=1", id(3)), 422),
        (format!("id={}&back=%3Fsaid%3Dx", id(3)), 400),
        (format!("id={}&back=a&back=b", id(3)), 400),
    ] {
        assert_eq!(
            ada.send(REVOKE, body.clone()).await.status,
            status,
            "{body}"
        );
    }
    assert!(!places.is_revoked(3).await);
    assert!(places.logged().await.is_empty());
}

#[actix_web::test]
async fn a_form_of_another_site_revokes_nothing() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let body = format!("id={}", id(1));
    let forged = form(REVOKE, body.clone()).insert_header(cyd.cookie());
    assert_eq!(places.world.send(forged).await.status, 403);
    let elsewhere = form(REVOKE, body.clone()).insert_header(cyd.cookie());
    let elsewhere = elsewhere.insert_header(("x-csrf-token", "0".repeat(43)));
    assert_eq!(places.world.send(elsewhere).await.status, 403);
    let nobody = places.world.send(form(REVOKE, body.clone())).await;
    assert!(nobody.status.is_client_error(), "{}", nobody.status);
    for name in ["sam", "ivy", "pam", "max", "una"] {
        let answer = places
            .world
            .sign_in(name)
            .await
            .send(REVOKE, body.clone())
            .await;
        assert_eq!(answer.status, 403, "{name}");
    }
    let una = places.world.sign_in("una").await.open(PATH).await;
    una.has("“of Sam”").has_not("Revoke");
    assert!(!places.is_revoked(1).await);
    assert!(places.logged().await.is_empty());
}

/// One that was verified a moment ago, and is believed for a while, ends at once.
#[actix_web::test]
async fn a_token_that_is_revoked_is_refused_at_its_next_request() {
    let places = Places::new().await;
    let sam = User::new(2).in_group(groups::seller);
    let new = NewToken {
        title: "export".to_owned(),
        expires_at: 4_000_000_000_i64.min(now() + 86_400),
        ..NewToken::default()
    };
    let made = places
        .tokens
        .create(&Env::of(sam).unwrap(), new)
        .await
        .unwrap();
    let bearer = format!("Bearer {}", made.secret.expose());
    let menu = || {
        let request = TestRequest::get().uri("/admin/api/menu");
        places
            .world
            .send(request.insert_header(("authorization", bearer.clone())))
    };
    for _ in 0..3 {
        assert_eq!(menu().await.status, 200);
    }
    let cyd = places.world.sign_in("cyd").await;
    let answer = cyd.send(REVOKE, format!("id={}", made.token.id)).await;
    assert_eq!(answer.status, 303);
    assert_eq!(menu().await.status, 401);
    cyd.open(PATH)
        .await
        .has("“export”")
        .has_not(made.secret.expose());
}

fn now() -> i64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    i64::try_from(now.unwrap().as_secs()).unwrap()
}
