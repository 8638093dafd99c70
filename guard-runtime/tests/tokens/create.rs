//! Creating tokens: never more than the creator has.

use guard_runtime::{Env, User};
use serde_json::{Value, json};

use crate::support::{Answer, DAY, Shop, now, request, shop};

const CREATE: &str = "account.tokens:CREATE";
const CONFIG: &str = "admin.configuration:GET";

async fn create(shop: &Shop, credential: &str, may: &[&str], projects: &Value) -> Answer {
    shop.post("/tokens", credential, &request(may, projects))
        .await
}

#[actix_web::test]
async fn the_excess_is_named() {
    let shop = shop().await;
    let may = [CONFIG, "admin.tokens:GET", "admin.tokens:DELETE"];
    let answer = create(&shop, "session.ada", &may, &json!([])).await;
    assert_eq!(answer.status, 403, "{}", answer.text);
    let excess = json!(["admin.tokens:DELETE", "admin.tokens:GET"]);
    assert_eq!(answer.json()["missing"], excess);
    assert_eq!(answer.json()["required"].as_array().unwrap().len(), 3);
    let challenge = answer.header("www-authenticate");
    assert!(challenge.contains("admin.tokens:GET"), "{challenge}");
    assert!(shop.tokens.list_all().await.unwrap().is_empty());
}

#[actix_web::test]
async fn a_token_mints_no_larger_one() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", &[CREATE, CONFIG]).await;
    let answer = create(&shop, &token, &["admin.configuration:UPDATE"], &json!([])).await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        answer.json()["missing"],
        json!(["admin.configuration:UPDATE"])
    );
    assert_eq!(
        create(&shop, &token, &[CONFIG], &json!([])).await.status,
        201
    );
    // Nor does one that may not mint.
    let (token, _) = shop.mint("ada", &[CONFIG]).await;
    assert_eq!(create(&shop, &token, &[], &json!([])).await.status, 403);
}

#[actix_web::test]
async fn a_token_mints_none_for_a_project_it_does_not_name() {
    let shop = shop().await;
    let in_project =
        |id, may: &[&str]| json!([{"scope": "project", "project": id, "permissions": may}]);
    let own = in_project(1, &["project.root:GET"]);
    let (token, _) = shop.mint_in("ada", &[CREATE], &own).await;
    assert_eq!(create(&shop, &token, &[], &own).await.status, 201);
    let more = in_project(1, &["project.root:UPDATE"]);
    let answer = create(&shop, &token, &[], &more).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.json()["missing"], json!(["project.root:UPDATE"]));
    for foreign in [3, 2, 77] {
        let foreign = in_project(foreign, &["project.root:GET"]);
        assert_eq!(create(&shop, &token, &[], &foreign).await.status, 404);
    }
    assert_eq!(
        create(&shop, "session.ada", &[], &in_project(3, &[]))
            .await
            .status,
        201
    );
    assert_eq!(
        create(&shop, "session.ada", &[], &in_project(2, &[]))
            .await
            .status,
        404
    );
    let all = in_project(1, &["project.root:GET", "project.root:DELETE"]);
    let answer = create(&shop, "session.ada", &[], &all).await;
    assert_eq!(answer.json()["missing"], json!(["project.root:DELETE"]));
}

#[actix_web::test]
async fn a_token_does_not_outlive_the_one_that_made_it() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", &[CREATE]).await;
    let mut longer = request(&[], &json!([]));
    longer["expires_at"] = json!(now() + 2 * DAY);
    let answer = shop.post("/tokens", &token, &longer).await;
    assert_eq!(answer.status, 422);
    assert_eq!(answer.json()["errors"][0]["kind"], "outlives-creator");
    assert_eq!(
        shop.post("/tokens", "session.ada", &longer).await.status,
        201
    );
    longer["expires_at"] = json!(now() + DAY - 60);
    assert_eq!(shop.post("/tokens", &token, &longer).await.status, 201);
}

#[actix_web::test]
async fn who_acts_as_another_creates_nothing() {
    let shop = shop().await;
    let body = request(&[CONFIG], &json!([]));
    // Also not as oneself with more than one has.
    for session in ["session.root", "session.ada"] {
        assert_eq!(shop.post("/as/ada", session, &body).await.status, 403);
    }
    let (token, _) = shop.mint("ada", &[]).await;
    assert_eq!(shop.post("/as/ada", &token, &body).await.status, 403);
    // Elevation lifts the rules for records, and gives no permission.
    let answer = shop.post("/sudo", &token, &body).await;
    assert_eq!(answer.json()["missing"], json!([CONFIG]));
    assert_eq!(shop.post("/sudo", "session.ada", &body).await.status, 201);
}

#[actix_web::test]
async fn guests_have_no_tokens() {
    let shop = shop().await;
    let new = || serde_json::from_value(request(&[], &json!([]))).unwrap();
    let guest = Env::of(User::guest()).unwrap();
    let error = shop.tokens.create(&guest, new()).await.unwrap_err();
    assert!(format!("{error:?}").contains("Forbidden"), "{error:?}");
    shop.people
        .put(User::new("gus").in_group(guard_runtime::groups::core_public));
    let body = request(&[], &json!([]));
    assert_eq!(shop.post("/sudo", "session.gus", &body).await.status, 403);
}

#[actix_web::test]
async fn a_read_only_env_changes_no_tokens() {
    let shop = shop().await;
    let (_, id) = shop.mint("ada", &[]).await;
    let new = || serde_json::from_value(request(&[], &json!([]))).unwrap();
    let env = Env::of(User::new("ada").in_group(guard_runtime::groups::core_internal)).unwrap();
    let reading = env.read_only();
    let refused = [
        format!("{:?}", shop.tokens.create(&reading, new()).await.err()),
        format!("{:?}", shop.tokens.revoke(&reading, &id).await.err()),
        format!("{:?}", shop.tokens.revoke_all(&reading).await.err()),
    ];
    for refused in refused {
        assert!(refused.contains("ReadOnly"), "{refused}");
    }
    assert_eq!(shop.tokens.list(&reading).await.unwrap().len(), 1);
    assert_eq!(shop.tokens.revoke_all(&env).await.unwrap(), 1);
}

#[actix_web::test]
async fn an_owner_has_only_so_many() {
    let shop = shop().await;
    let mut ids = Vec::new();
    for _ in 0..5 {
        ids.push(shop.mint("ada", &[]).await.1);
    }
    let answer = create(&shop, "session.ada", &[], &json!([])).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (409, "too-many-tokens")
    );
    shop.mint("bob", &[]).await;
    shop.delete(&format!("/tokens/{}", ids[0]), "session.ada")
        .await;
    assert_eq!(
        create(&shop, "session.ada", &[], &json!([])).await.status,
        201
    );
}

#[actix_web::test]
async fn the_secret_is_kept_nowhere() {
    let shop = shop().await;
    let answer = create(&shop, "session.ada", &[CONFIG], &json!([])).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    let created = answer.json();
    let token = created["secret"].as_str().unwrap();
    let secret = token.rsplit('_').nth(1).unwrap();
    let id = created["token"]["id"].as_str().unwrap();
    let stored = shop.store.stored(id).await;
    let printed = format!("{stored:?}");
    assert!(printed.contains(id));
    assert!(!printed.contains(secret) && !printed.contains(&stored.digest));
    let listed = shop.get("/tokens", "session.ada").await.text;
    let all = shop.get("/tokens/all", "session.root").await.text;
    for text in [listed, all, created["token"].to_string()] {
        assert!(text.contains(id));
        assert!(!text.contains(secret) && !text.contains(&stored.digest));
    }
}
