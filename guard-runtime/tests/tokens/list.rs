//! What lists show: requested against actual, and everybody's to administrators.

use serde_json::json;

use crate::support::{ALL, DAY, now, shop};

#[actix_web::test]
async fn requested_against_actual() {
    let shop = shop().await;
    let projects = json!([{
        "scope": "project", "project": 1, "permissions": ["project.root:UPDATE", "project.root:GET"],
    }]);
    let may = ["admin.configuration:update", "admin.configuration:GET"];
    let (_, id) = shop.mint_in("ada", &may, &projects).await;
    let both = json!(["admin.configuration:GET", "admin.configuration:UPDATE"]);
    let in_project = json!(["project.root:GET", "project.root:UPDATE"]);
    let token = shop.listed("ada", &id).await;
    assert_eq!(
        token["permissions"],
        json!({"requested": both, "actual": both, "unused": both})
    );
    assert_eq!(token["projects"][0]["actual"], in_project);
    assert_eq!(
        (&token["state"], &token["owner"]),
        (&json!("active"), &json!("ada"))
    );
    // Ada may do less now, and the token with her.
    shop.people
        .add("ada", &["account.tokens:GET", "admin.configuration:GET"]);
    shop.people.join("ada", 1, &["project.root:GET"]);
    let token = shop.listed("ada", &id).await;
    assert_eq!(token["permissions"]["requested"], both);
    assert_eq!(
        token["permissions"]["actual"],
        json!(["admin.configuration:GET"])
    );
    assert_eq!(token["projects"][0]["requested"], in_project);
    assert_eq!(token["projects"][0]["actual"], json!(["project.root:GET"]));
}

#[actix_web::test]
async fn actual_is_the_owners_and_not_the_askers() {
    let shop = shop().await;
    let (_, id) = shop.mint("ada", &["admin.configuration:GET"]).await;
    // Asked with a credential that may only ask.
    let (asking, _) = shop.mint("ada", &["account.tokens:GET"]).await;
    let answer = shop.get("/tokens", &asking).await.json();
    let mut tokens = answer["tokens"].as_array().unwrap().iter();
    let token = tokens.find(|it| it["id"] == json!(id)).unwrap();
    let actual = &token["permissions"]["actual"];
    assert_eq!(*actual, json!(["admin.configuration:GET"]));
}

#[actix_web::test]
async fn administrators_see_the_tokens_of_all() {
    let shop = shop().await;
    let (_, ada) = shop.mint("ada", &["admin.configuration:GET"]).await;
    let (_, bob) = shop.mint("bob", &[]).await;
    assert_eq!(shop.get("/tokens/all", "session.ada").await.status, 403);
    let all = shop.get("/tokens/all", "session.root").await.json();
    assert_eq!(all["tokens"].as_array().unwrap().len(), 2);
    assert_eq!(all["tokens"][0]["permissions"]["actual"], json!(null));
    let of = |owner: &str| format!("/tokens/all?owner={owner}");
    let bobs = shop.get(&of("bob"), "session.root").await.json();
    assert_eq!(
        (
            bobs["tokens"].as_array().unwrap().len(),
            &bobs["tokens"][0]["id"]
        ),
        (1, &json!(bob))
    );
    let adas = shop.get(&of("ada"), "session.root").await.json();
    assert_eq!(adas["tokens"][0]["id"], json!(ada));
    assert_eq!(
        adas["tokens"][0]["permissions"]["actual"],
        json!(["admin.configuration:GET"])
    );
    // Root may not do what root's own token would need in another's place.
    shop.people.put(shop.people.get("ada").blocked(true));
    let adas = shop.get(&of("ada"), "session.root").await.json();
    assert_eq!(adas["tokens"][0]["permissions"]["actual"], json!([]));
    shop.people.remove("ada");
    let adas = shop.get(&of("ada"), "session.root").await.json();
    assert_eq!(adas["tokens"][0]["permissions"]["actual"], json!([]));
    assert_eq!(
        shop.get(&of("nobody"), "session.root").await.json()["tokens"],
        json!([])
    );
    for wrong in ["?ownr=ada", "?owner=ada&owner=bob", "?owner"] {
        let answer = shop
            .get(&format!("/tokens/all{wrong}"), "session.root")
            .await;
        let everybody = answer.json()["tokens"]
            .as_array()
            .is_some_and(|it| !it.is_empty());
        assert!(!everybody, "{wrong}: {}", answer.text);
    }
}

#[actix_web::test]
async fn what_has_ended_may_do_nothing() {
    let shop = shop().await;
    let config = ["admin.configuration:GET"];
    let projects = json!([{"scope": "project", "project": 1, "permissions": ["project.root:GET"]}]);
    let (_, revoked) = shop.mint_in("ada", &config, &projects).await;
    shop.delete(&format!("/tokens/{revoked}"), "session.ada")
        .await;
    let token = shop.listed("ada", &revoked).await;
    assert_eq!(token["permissions"]["requested"], json!(config));
    assert_eq!(token["permissions"]["actual"], json!([]));
    assert_eq!(token["projects"][0]["actual"], json!([]));
    // Where nobody is asked about any, that stays so.
    let all = shop.get("/tokens/all", "session.root").await.json();
    assert_eq!(all["tokens"][0]["permissions"]["actual"], json!(null));
}

#[actix_web::test]
async fn what_has_ended_is_forgotten_when_somebody_says_so() {
    use std::time::Duration;
    let shop = shop().await;
    let (_, revoked) = shop.mint("ada", &[]).await;
    let (token, _) = shop.mint("ada", &[]).await;
    shop.tokens.revoke_any(&revoked).await.unwrap();
    for (ended_for, expected) in [(Duration::MAX, 0), (Duration::from_secs(3600), 0)] {
        assert_eq!(shop.tokens.forget(ended_for).await.unwrap(), expected);
    }
    actix_web::rt::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(shop.tokens.forget(Duration::ZERO).await.unwrap(), 1);
    assert_eq!(shop.tokens.list_all().await.unwrap().len(), 1);
    assert_eq!(shop.get("/me", &token).await.status, 200);
    shop.store.set_down(true);
    shop.tokens.forget(Duration::ZERO).await.unwrap_err();
}

#[actix_web::test]
async fn a_store_that_lists_too_much() {
    let shop = shop().await;
    let (_, ada) = shop.mint("ada", &[]).await;
    shop.mint("bob", &[]).await;
    shop.store
        .careless
        .store(true, std::sync::atomic::Ordering::SeqCst);
    let listed = shop.get("/tokens", "session.ada").await.json();
    let listed = listed["tokens"].as_array().unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0]["id"], json!(ada));
}

#[actix_web::test]
async fn states() {
    let shop = shop().await;
    let (_, revoked) = shop.mint("ada", ALL).await;
    shop.delete(&format!("/tokens/{revoked}"), "session.ada")
        .await;
    let (_, active) = shop.mint("ada", ALL).await;
    let listed = shop.listed("ada", &revoked).await;
    assert_eq!(listed["state"], "revoked");
    assert!(listed["revoked_at"].as_i64().unwrap() > now() - 60);
    let listed = shop.listed("ada", &active).await;
    assert_eq!(
        (&listed["state"], &listed["last_used_at"]),
        (&json!("active"), &json!(null))
    );
    assert!(listed["expires_at"].as_i64().unwrap() <= now() + DAY);
}
