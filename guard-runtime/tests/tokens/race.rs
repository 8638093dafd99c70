//! What happens at the same moment.

use std::pin::pin;

use futures::future::join_all;
use futures::poll;
use guard_runtime::tokens::{AccessTokens, TokenState};
use serde_json::json;

use crate::support::schema::scopes::SCHEMA;
use crate::support::{request, shop};

const CREATE: &str = "account.tokens:CREATE";

#[actix_web::test]
async fn of_many_at_once_only_so_many_are_created() {
    let shop = shop().await;
    let body = request(&[], &json!([]));
    shop.mint("ada", &[]).await;
    shop.mint("bob", &[]).await;
    let answers = join_all((0..12).map(|_| shop.post("/tokens", "session.ada", &body))).await;
    let created = answers.iter().filter(|it| it.status == 201).count();
    let refused = answers.iter().filter(|it| it.status == 409).count();
    assert_eq!((created, refused), (4, 8));
    // Who was refused holds no place.
    for token in shop.tokens.list_of(&"ada".into()).await.unwrap() {
        shop.tokens.revoke_any(&token.id).await.unwrap();
    }
    assert_eq!(shop.post("/tokens", "session.ada", &body).await.status, 201);
}

/// Whatever is created while all are revoked is revoked too, or never was.
#[actix_web::test]
async fn what_a_token_creates_while_it_is_revoked_does_not_stay() {
    let body = request(&[], &json!([]));
    let mut refused = 0;
    for polls in 0..30 {
        for all in [false, true] {
            let shop = shop().await;
            let (token, id) = shop.mint("ada", &[CREATE]).await;
            let mut creating = pin!(shop.post("/tokens", &token, &body));
            let mut created = None;
            for _ in 0..polls {
                if let std::task::Poll::Ready(answer) = poll!(&mut creating) {
                    created = Some(answer);
                    break;
                }
            }
            if all {
                shop.tokens.revoke_all_of(&"ada".into()).await.unwrap();
            } else {
                shop.tokens.revoke_any(&id).await.unwrap();
            }
            let created = match created {
                Some(answer) => answer,
                None => creating.await,
            };
            refused += u32::from(created.status == 401);
            assert!(
                [201, 401].contains(&created.status.as_u16()),
                "{}",
                created.text
            );
            assert!(created.status == 201 || !created.text.contains("acme_pat"));
            let tokens = shop.tokens.list_of(&"ada".into()).await.unwrap();
            let active = tokens.iter().filter(|it| it.state == TokenState::Active);
            // One that was there before its creator alone was revoked is the owner's to revoke.
            let expected = usize::from(!all && created.status == 201);
            assert_eq!(active.count(), expected, "after {polls} polls, all: {all}");
        }
    }
    assert!(refused > 2, "some were on their way: {refused}");
}

/// A statement of a database does not see what came in after it began.
#[actix_web::test]
async fn what_came_in_while_all_were_revoked_is_revoked_too() {
    let shop = shop().await;
    let (_, id) = shop.mint("ada", &[CREATE]).await;
    let mut late = shop.store.stored(&id).await;
    late.id = "a".repeat(16);
    shop.store.late.lock().unwrap().push(late);
    let revoked = shop.tokens.revoke_all_of(&"ada".into()).await.unwrap();
    assert_eq!(revoked, 2);
    let late = shop.store.stored(&"a".repeat(16)).await;
    assert!(late.revoked_at.is_some());
}

#[actix_web::test]
async fn one_instance_revokes_what_another_has_verified() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &["admin.configuration:GET"]).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    // As where each worker of a server builds its own.
    let other = AccessTokens::builder(shop.store.clone(), &SCHEMA);
    let other = other.prefix("acme_pat").build().unwrap();
    other.revoke_any(&id).await.unwrap();
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn who_gives_up_writing_what_was_used_loses_nothing() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &["admin.configuration:GET"]).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    {
        let mut writing = pin!(shop.tokens.write_usage());
        assert!(poll!(&mut writing).is_pending());
    }
    shop.tokens.write_usage().await;
    let stored = shop.store.stored(&id).await;
    assert_eq!(stored.used, ["admin.configuration:GET"]);
    assert_eq!(shop.store.notes(), 2);
}
