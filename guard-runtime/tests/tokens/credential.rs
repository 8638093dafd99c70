//! Tokens that are none, and tokens that have expired.

use actix_web::http::header::AUTHORIZATION;
use actix_web::test::TestRequest;

use crate::support::{DAY, now, shop};

const CONFIG: &[&str] = &["admin.configuration:GET"];

#[actix_web::test]
async fn an_altered_token_asks_nobody() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    let finds = shop.store.finds();
    let mut wrong = Vec::new();
    for (at, byte) in token.bytes().enumerate().skip("acme_pat_".len()) {
        let mut altered = token.clone();
        altered.replace_range(at..=at, if byte == b'a' { "b" } else { "a" });
        wrong.push(altered);
        wrong.push(token[..at].to_owned());
    }
    wrong.push(format!("{token}{token}"));
    wrong.push(format!("acme_pat_{}", "a".repeat(60_000)));
    wrong.push("acme_pat_".to_owned());
    for wrong in wrong {
        let answer = shop.get("/config", &wrong).await;
        assert_eq!(answer.status, 401, "{wrong}");
        assert!(answer.header("www-authenticate").contains("invalid_token"));
        assert!(!answer.text.contains("acme"));
    }
    assert_eq!(
        shop.store.finds(),
        finds,
        "a checksum is checked before the store is asked"
    );
}

#[actix_web::test]
async fn another_prefix_is_another_kind_of_credentials() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    for wrong in [
        token.replacen("acme_pat", "acme", 1),
        token.replacen("acme_pat", "ACME_PAT", 1),
        token.replacen("acme_pat_", "acme_pat", 1),
    ] {
        assert_eq!(shop.get("/config", &wrong).await.status, 401, "{wrong}");
    }
    assert_eq!(shop.store.finds(), 0);
    let bytes = format!("Bearer {token}é");
    let request = TestRequest::get().uri("/config");
    let answer = shop
        .send_plain(request.insert_header((AUTHORIZATION, bytes.as_bytes())))
        .await;
    assert_eq!(answer.status, 400);
}

#[actix_web::test]
async fn a_right_form_with_a_wrong_secret() {
    let shop = shop().await;
    let (ada, ada_id) = shop.mint("ada", CONFIG).await;
    let (bob, _) = shop.mint("bob", CONFIG).await;
    // The stored digest of one is that of the other: ids say nothing.
    let digest = shop.store.stored(&ada_id).await.digest;
    shop.store.tamper(move |it| {
        if it.owner == "bob".into() {
            it.digest.clone_from(&digest);
        }
    });
    assert_eq!(shop.get("/config", &bob).await.status, 401);
    assert_eq!(shop.get("/config", &ada).await.status, 200);
    for digest in ["", "a", "0".repeat(64).as_str()] {
        let digest = digest.to_owned();
        shop.store.tamper(move |it| it.digest.clone_from(&digest));
        assert_eq!(shop.get("/config", &bob).await.status, 401);
    }
}

#[actix_web::test]
async fn a_store_that_answers_with_another_token() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    shop.store.tamper(|it| it.id = it.id.to_lowercase() + "x");
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn two_tokens_on_one_request() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    let bearer = format!("Bearer {token}");
    let request = TestRequest::get().uri("/config");
    let request = request.append_header((AUTHORIZATION, bearer.clone()));
    let answer = shop
        .send_plain(request.append_header((AUTHORIZATION, bearer)))
        .await;
    assert_eq!(answer.status, 400);
    assert_eq!(shop.store.finds(), 0);
}

#[actix_web::test]
async fn an_expired_token_is_refused_also_while_it_is_cached() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    let end = now() + 1;
    shop.store.tamper(move |it| it.expires_at = end);
    assert_eq!(shop.get("/config", &token).await.status, 200);
    actix_web::rt::time::sleep(std::time::Duration::from_millis(1100)).await;
    assert_eq!(shop.get("/config", &token).await.status, 401);
    shop.store.tamper(|it| it.expires_at = now() - DAY);
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn a_verified_token_is_not_looked_up_again() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    for _ in 0..20 {
        assert_eq!(shop.get("/config", &token).await.status, 200);
    }
    // Two where a minute has ended in between.
    assert!(shop.store.finds() <= 2, "{}", shop.store.finds());
}
