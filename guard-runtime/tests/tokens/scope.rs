//! What a token may do: what it was given, and what its owner may do.

use serde_json::json;

use crate::support::shop;

#[actix_web::test]
async fn a_token_has_what_it_was_given_and_no_more() {
    let shop = shop().await;
    let (token, _) = shop.mint("ada", &["admin.configuration:get"]).await;
    assert_eq!(shop.get("/config", &token).await.status, 200);
    let answer = shop.put("/config", &token).await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        answer.json()["missing"],
        json!(["admin.configuration:UPDATE"])
    );
    assert_eq!(shop.get("/ask", &token).await.text, "true false");
    assert_eq!(shop.get("/tokens", &token).await.status, 403);
    assert_eq!(shop.get("/ask", "session.ada").await.text, "true true");
}

#[actix_web::test]
async fn a_token_of_nothing_signs_in_and_no_more() {
    let shop = shop().await;
    let (token, _) = shop.mint("root", &[]).await;
    assert_eq!(shop.get("/me", &token).await.status, 200);
    for path in ["/config", "/tokens", "/tokens/all"] {
        assert_eq!(shop.get(path, &token).await.status, 403, "{path}");
    }
    assert_eq!(shop.get("/projects/1", &token).await.status, 404);
}

#[actix_web::test]
async fn an_administrators_token_is_no_way_around() {
    let shop = shop().await;
    let (token, _) = shop.mint("root", &["account.tokens:GET"]).await;
    assert_eq!(shop.get("/tokens", &token).await.status, 200);
    for path in ["/tokens/all", "/config"] {
        assert_eq!(shop.get(path, &token).await.status, 403, "{path}");
    }
    assert_eq!(shop.get("/projects/1", "session.root").await.status, 200);
    assert_eq!(shop.get("/projects/1", &token).await.status, 404);
}

#[actix_web::test]
async fn a_project_that_the_token_names() {
    let shop = shop().await;
    let projects = json!([{"scope": "project", "project": 1, "permissions": ["project.root:GET"]}]);
    let (token, _) = shop.mint_in("ada", &[], &projects).await;
    assert_eq!(shop.get("/projects/1", &token).await.status, 200);
    assert_eq!(shop.put("/projects/1", &token).await.status, 403);
    assert_eq!(shop.put("/projects/1", "session.ada").await.status, 200);
    // Ada is a member there as well, the token is not for it.
    assert_eq!(shop.get("/projects/3", &token).await.status, 404);
    assert_eq!(shop.get("/projects/2", &token).await.status, 404);
    shop.people.join("ada", 1, &["project.root:UPDATE"]);
    assert_eq!(shop.get("/projects/1", &token).await.status, 403);
}

#[actix_web::test]
async fn a_project_without_permissions_may_be_known_of() {
    let shop = shop().await;
    let projects = json!([{"scope": "project", "project": 1}]);
    let (token, _) = shop.mint_in("ada", &[], &projects).await;
    assert_eq!(shop.get("/projects/1", &token).await.status, 403);
}

#[actix_web::test]
async fn what_global_permissions_bring_along_they_bring_to_tokens() {
    let shop = shop().await;
    let (token, _) = shop.mint("root", &["admin.projects:GET"]).await;
    assert_eq!(shop.get("/projects/1", &token).await.status, 200);
    assert_eq!(shop.put("/projects/1", &token).await.status, 403);
}

#[actix_web::test]
async fn what_the_store_holds_is_not_trusted() {
    let shop = shop().await;
    let projects = json!([{"scope": "project", "project": 3, "permissions": ["project.root:GET"]}]);
    let (token, _) = shop
        .mint_in("ada", &["admin.configuration:GET"], &projects)
        .await;
    // Permissions of projects among the global ones would count in all of them.
    shop.store.tamper(|it| {
        it.permissions = ["project.root:GET", "nothing", "admin.gone:GET"]
            .map(String::from)
            .into();
        it.projects[0].permissions = ["admin.configuration:GET", "?"].map(String::from).into();
        let mut other = it.projects[0].clone();
        for scope in ["admin", "gone"] {
            other.scope = scope.to_owned();
            other.permissions = vec!["project.root:GET".to_owned()];
            it.projects.push(other.clone());
        }
    });
    assert_eq!(shop.get("/me", &token).await.status, 200);
    assert_eq!(shop.get("/projects/1", &token).await.status, 404);
    assert_eq!(shop.get("/projects/3", &token).await.status, 403);
    assert_eq!(shop.get("/config", &token).await.status, 403);
}
