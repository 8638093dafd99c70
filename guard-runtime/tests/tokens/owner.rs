//! The owner of a token, and what else has to be asked.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use guard_runtime::User;

use crate::support::shop;

const CONFIG: &[&str] = &["admin.configuration:GET"];

#[actix_web::test]
async fn the_owner_is_looked_up_at_every_request() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    shop.people.put(shop.people.get("ada").blocked(true));
    let answer = shop.get("/config", &token).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (403, "account-blocked")
    );
    shop.people.put(shop.people.get("ada").blocked(false));
    assert_eq!(shop.get("/config", &token).await.status, 200);
    shop.people.add("ada", &["admin.configuration:UPDATE"]);
    let answer = shop.get("/config", &token).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (403, "forbidden")
    );
    shop.people.remove("ada");
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn a_store_that_is_down_is_neither_a_pass_nor_remembered() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    shop.store.set_down(true);
    let answer = shop.get("/config", &token).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (503, "unavailable")
    );
    assert!(!answer.text.contains("refused"), "{}", answer.text);
    shop.store.set_down(false);
    assert_eq!(shop.get("/config", &token).await.status, 200);
    shop.store.set_down(true);
    // Verified within the minute: believed for the rest of it, or asked for again.
    assert!([200, 503].contains(&shop.get("/config", &token).await.status.as_u16()));
    for answer in [
        shop.get("/tokens", "session.ada").await,
        shop.delete("/tokens", "session.ada").await,
        shop.get("/tokens/all", "session.root").await,
    ] {
        assert_eq!(answer.status, 503);
    }
}

#[actix_web::test]
async fn a_directory_that_is_down_does_not_lose_a_new_token() {
    let shop = shop().await;
    shop.people.down.store(true, Ordering::SeqCst);
    assert_eq!(shop.get("/tokens", "session.ada").await.status, 503);
    shop.people.down.store(false, Ordering::SeqCst);
    // It goes down once the token is there.
    *shop.store.breaks.lock().unwrap() = Some(Arc::clone(&shop.people.down));
    let body = crate::support::request(CONFIG, &serde_json::json!([]));
    let answer = shop.post("/tokens", "session.ada", &body).await;
    assert_eq!(answer.status, 201, "{}", answer.text);
    let created = answer.json();
    assert_eq!(
        created["token"]["permissions"]["actual"],
        serde_json::json!(null)
    );
    shop.people.down.store(false, Ordering::SeqCst);
    let token = created["secret"].as_str().unwrap();
    assert_eq!(shop.get("/config", token).await.status, 200);
}

#[actix_web::test]
async fn signing_out_everywhere_ends_tokens_too() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    shop.access.revocations().sign_out(&"ada".into());
    assert_eq!(shop.get("/config", &token).await.status, 401);
}

#[actix_web::test]
async fn a_token_of_a_guest_user_is_no_more_than_a_guest() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", CONFIG).await;
    let guest = User::new("ada").in_group(guard_runtime::groups::core_public);
    shop.people.put(guest);
    assert_eq!(shop.get("/me", &token).await.status, 403);
}
