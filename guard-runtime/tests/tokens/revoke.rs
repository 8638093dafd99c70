//! Revocation counts at the next request.

use futures::future::{join, join_all};

use crate::support::shop;

const CONFIG: &[&str] = &["admin.configuration:GET"];

#[actix_web::test]
async fn a_revoked_token_is_refused_at_the_next_request_although_it_was_cached() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", CONFIG).await;
    let (other, _) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    let path = format!("/tokens/{id}");
    assert_eq!(shop.delete(&path, "session.ada").await.status, 204);
    for _ in 0..3 {
        assert_eq!(shop.get("/config", &token).await.status, 401);
    }
    assert_eq!(shop.get("/config", &other).await.status, 200);
    // Once more changes nothing, not even the instant.
    let before = shop.store.stored(&id).await.revoked_at;
    assert_eq!(shop.delete(&path, "session.ada").await.status, 204);
    assert_eq!(shop.store.stored(&id).await.revoked_at, before);
}

#[actix_web::test]
async fn all_own_tokens_and_nobody_elses() {
    let shop = shop().await;
    let (first, _) = shop.mint("ada", CONFIG).await;
    let (second, _) = shop.mint("ada", CONFIG).await;
    let (bobs, _) = shop.mint("bob", CONFIG).await;
    for token in [&first, &second, &bobs] {
        assert_eq!(shop.get("/config", token).await.status, 200);
    }
    let answer = shop.delete("/tokens", "session.ada").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["revoked"]),
        (200, &2.into())
    );
    assert_eq!(shop.get("/config", &first).await.status, 401);
    assert_eq!(shop.get("/config", &second).await.status, 401);
    assert_eq!(shop.get("/config", &bobs).await.status, 200);
}

#[actix_web::test]
async fn a_foreign_token_is_not_there() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.delete("/tokens/all", "session.bob").await.status, 403);
    for id in [id.as_str(), "0", "0000000000000000", "%2e%2e", "%00"] {
        let answer = shop.delete(&format!("/tokens/{id}"), "session.bob").await;
        assert_eq!(answer.status, 404, "{id}");
    }
    // Not even to administrators, unless they ask for everybody's.
    assert_eq!(
        shop.delete(&format!("/tokens/{id}"), "session.root")
            .await
            .status,
        404
    );
    assert_eq!(shop.get("/config", &token).await.status, 200);
    assert_eq!(
        shop.delete(&format!("/tokens/all/{id}"), "session.bob")
            .await
            .status,
        403
    );
    assert_eq!(
        shop.delete(&format!("/tokens/all/{id}"), "session.root")
            .await
            .status,
        204
    );
    assert_eq!(shop.get("/config", &token).await.status, 401);
    assert_eq!(
        shop.delete("/tokens/all/0000000000000000", "session.root")
            .await
            .status,
        404
    );
}

#[actix_web::test]
async fn administrators_revoke_all_of_one_owner() {
    let shop = shop().await;
    let (first, _) = shop.mint("ada", CONFIG).await;
    let (second, _) = shop.mint("ada", CONFIG).await;
    let (bobs, _) = shop.mint("bob", CONFIG).await;
    for token in [&first, &second, &bobs] {
        assert_eq!(shop.get("/config", token).await.status, 200);
    }
    let of_ada = "/tokens/all?owner=ada";
    assert_eq!(shop.delete(of_ada, "session.bob").await.status, 403);
    // Of nobody in particular is not of everybody.
    for wrong in ["", "?ownr=ada", "?owner=ada&owner=bob", "?owner=ada&x"] {
        let path = format!("/tokens/all{wrong}");
        assert_eq!(shop.delete(&path, "session.root").await.status, 400);
    }
    assert_eq!(shop.get("/config", &first).await.status, 200);
    let answer = shop.delete(of_ada, "session.root").await;
    assert_eq!(
        (answer.status.as_u16(), &answer.json()["revoked"]),
        (200, &2.into())
    );
    assert_eq!(shop.get("/config", &first).await.status, 401);
    assert_eq!(shop.get("/config", &second).await.status, 401);
    assert_eq!(shop.get("/config", &bobs).await.status, 200);
}

#[actix_web::test]
async fn a_token_revokes_itself() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &["account.tokens:DELETE"]).await;
    assert_eq!(
        shop.delete(&format!("/tokens/{id}"), &token).await.status,
        204
    );
    assert_eq!(
        shop.delete(&format!("/tokens/{id}"), &token).await.status,
        401
    );
}

#[actix_web::test]
async fn requests_that_race_with_a_revocation_leave_nothing_behind() {
    let shop = shop().await;
    for _ in 0..50 {
        let (token, id) = shop.mint("ada", CONFIG).await;
        let path = format!("/tokens/{id}");
        let requests = join_all((0..8).map(|_| shop.get("/config", &token)));
        let (answers, revoked) = join(requests, shop.delete(&path, "session.ada")).await;
        assert_eq!(revoked.status, 204);
        assert!(
            answers
                .iter()
                .all(|it| [200, 401].contains(&it.status.as_u16()))
        );
        assert_eq!(shop.get("/config", &token).await.status, 401);
    }
}

#[actix_web::test]
async fn who_gives_up_waiting_has_revoked_all_the_same() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    // The database has done it, and nobody is there to hear of it.
    let mut revoking = Box::pin(shop.tokens.revoke_any(&id));
    for _ in 0..100 {
        if shop.store.stored(&id).await.revoked_at.is_some() {
            break;
        }
        let _ = futures::poll!(&mut revoking);
    }
    drop(revoking);
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn a_token_that_is_verified_while_it_is_being_revoked() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", CONFIG).await;
    let mut revoking = Box::pin(shop.tokens.revoke_any(&id));
    let mut verified = 0;
    while futures::poll!(&mut revoking).is_pending() {
        verified += u32::from(shop.get("/config", &token).await.status == 200);
    }
    assert!(verified > 1, "it was verified on the way");
    assert_eq!(shop.get("/config", &token).await.status, 401);
}
