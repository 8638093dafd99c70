//! What tokens are used for.

use std::time::Duration;

use actix_web::rt::time::sleep;
use guard_runtime::tokens::AccessTokens;
use guard_runtime::{AuthError, Authenticator, Env, Identity, Permission};
use serde_json::{Value, json};

use crate::support::schema::scopes::{SCHEMA, admin};
use crate::support::store::Store;
use crate::support::{now, shop, shop_with};

const BOTH: &[&str] = &["admin.configuration:GET", "admin.configuration:UPDATE"];

#[actix_web::test]
async fn use_is_shown_at_once_and_written_later() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", BOTH).await;
    shop.get("/config", &token).await;
    shop.get("/config", &token).await;
    let listed = shop.listed("ada", &id).await;
    assert!(listed["last_used_at"].as_i64().unwrap() > now() - 60);
    assert_eq!(listed["used"], json!(["admin.configuration:GET"]));
    assert_eq!(
        listed["permissions"]["unused"],
        json!(["admin.configuration:UPDATE"])
    );
    assert_eq!(shop.store.notes(), 0);
    assert_eq!(shop.store.stored(&id).await.last_used_at, None);
    shop.tokens.write_usage().await;
    let stored = shop.store.stored(&id).await;
    assert_eq!(stored.used, ["admin.configuration:GET"]);
    assert_eq!(json!(stored.last_used_at), listed["last_used_at"]);
    // Nothing new, nothing to write.
    let notes = shop.store.notes();
    shop.tokens.write_usage().await;
    assert_eq!(shop.store.notes(), notes);
}

#[actix_web::test]
async fn a_refusal_is_no_use_and_a_question_is_one_if_it_is_answered_with_yes() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", &["admin.configuration:UPDATE"]).await;
    assert_eq!(shop.get("/config", &token).await.status, 403);
    let listed = shop.listed("ada", &id).await;
    assert_eq!(listed["used"], json!([]));
    assert_ne!(listed["last_used_at"], Value::Null);
    shop.get("/ask", &token).await;
    let listed = shop.listed("ada", &id).await;
    assert_eq!(listed["used"], json!(["admin.configuration:UPDATE"]));
}

#[actix_web::test]
async fn a_wrong_secret_is_no_use() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", BOTH).await;
    shop.store.tamper(|it| it.digest = "0".repeat(64));
    assert_eq!(shop.get("/config", &token).await.status, 401);
    assert_eq!(shop.listed("ada", &id).await["last_used_at"], Value::Null);
}

#[actix_web::test]
async fn a_permission_that_brings_others_along_is_not_called_unused() {
    let shop = shop().await;
    let (token, id) = shop
        .mint("root", &["admin.projects:GET", "admin.tokens:GET"])
        .await;
    assert_eq!(shop.get("/projects/1", &token).await.status, 200);
    let listed = shop.listed("root", &id).await;
    assert_eq!(listed["used"], json!(["project.root:GET"]));
    assert_eq!(listed["permissions"]["unused"], json!(["admin.tokens:GET"]));
}

#[actix_web::test]
async fn it_is_written_by_itself_and_not_at_every_request() {
    let shop = shop_with(Duration::from_millis(300)).await;
    let (token, id) = shop.mint("ada", BOTH).await;
    for _ in 0..30 {
        shop.get("/config", &token).await;
    }
    shop.put("/config", &token).await;
    assert_eq!(shop.store.notes(), 0);
    sleep(Duration::from_millis(700)).await;
    assert_eq!(shop.store.notes(), 1);
    assert_eq!(shop.store.stored(&id).await.used, BOTH);
    // What is written once is not written again.
    sleep(Duration::from_millis(700)).await;
    assert_eq!(shop.store.notes(), 1);
}

#[actix_web::test]
async fn what_cannot_be_written_is_not_lost() {
    let shop = shop_with(Duration::from_millis(200)).await;
    let (token, id) = shop.mint("ada", BOTH).await;
    shop.get("/config", &token).await;
    shop.store.set_down(true);
    sleep(Duration::from_millis(500)).await;
    assert!(shop.store.notes() >= 1);
    shop.store.set_down(false);
    sleep(Duration::from_millis(500)).await;
    assert_eq!(
        shop.store.stored(&id).await.used,
        ["admin.configuration:GET"]
    );
}

#[actix_web::test]
async fn what_another_process_saw_is_not_forgotten() {
    let shop = shop().await;
    let (token, id) = shop.mint("ada", BOTH).await;
    let texts = ["admin.configuration:UPDATE".to_owned()];
    let store = guard_runtime::tokens::TokenStore::note_use(&shop.store.inner, &id, now(), &texts);
    store.get().await.unwrap();
    shop.get("/config", &token).await;
    let listed = shop.listed("ada", &id).await;
    assert_eq!(listed["used"], json!(BOTH));
    shop.tokens.write_usage().await;
    assert_eq!(shop.store.stored(&id).await.used, BOTH);
}

fn verified(tokens: &AccessTokens, token: &str) -> Result<Identity, AuthError> {
    futures::executor::block_on(async { tokens.authenticate(token).get().await })
}

/// Where nothing can be spawned, nothing fails.
#[test]
fn outside_a_runtime_and_inside_of_others() {
    let store = Store::default();
    let tokens = AccessTokens::builder(store.clone(), &SCHEMA)
        .usage_interval(Duration::from_millis(50))
        .build()
        .unwrap();
    let user = guard_runtime::User::new("ada");
    let user = user.with_permissions(&crate::support::people::permissions(BOTH));
    let env = Env::of(user).unwrap();
    let new = crate::support::request(BOTH, &json!([]));
    let created = tokens.create(&env, serde_json::from_value(new).unwrap());
    let created = futures::executor::block_on(created).unwrap();
    let identity = verified(&tokens, created.secret.expose()).unwrap();
    let usage = identity.usage.unwrap();
    usage.seen(now());
    usage.used(Permission::from(admin::configuration::GET));
    assert_eq!(store.notes(), 0);
    // Without local tasks, on a thread for blocking work.
    let runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = { runtime }.enable_all().build().unwrap();
    runtime.block_on(async {
        let using = std::sync::Arc::clone(&usage);
        let blocking = tokio::task::spawn_blocking(move || {
            std::thread::sleep(Duration::from_millis(1100));
            using.seen(now());
        });
        blocking.await.unwrap();
        sleep(Duration::from_millis(400)).await;
    });
    assert_eq!(store.notes(), 1);
    let stored = futures::executor::block_on(store.stored(&created.token.id));
    assert_eq!(stored.used, ["admin.configuration:GET"]);
    // The runtime ends before it is written: the next one takes over.
    let brief = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    brief.block_on(async { usage.used(Permission::from(admin::configuration::UPDATE)) });
    drop(brief);
    std::thread::sleep(Duration::from_millis(1100));
    let local = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build_local(tokio::runtime::LocalOptions::default())
        .unwrap();
    local.block_on(async {
        usage.seen(now());
        sleep(Duration::from_millis(400)).await;
    });
    let stored = futures::executor::block_on(store.stored(&created.token.id));
    assert_eq!(stored.used, BOTH);
}
