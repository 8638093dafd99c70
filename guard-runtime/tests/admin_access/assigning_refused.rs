//! What is asked for on the pages and not done.

use guard_runtime::admin::access::{ChangeFilter, ChangeLog as _, ChangeState};

use crate::assigning::{GROUPS, ROLES, told};
use crate::browser::{form, world_of};
use crate::people::People;

#[actix_web::test]
async fn names_without_a_meaning_go_and_do_not_come() {
    let (world, people, _) = told().await;
    let ada = world.sign_in("ada").await;
    let page = ada.open("/admin/users/user?id=7").await;
    page.has("<code>gone</code></th><td>not declared</td><td><form");
    for path in [GROUPS, ROLES] {
        let answer = ada.send(path, "user=7&name=gone&change=take").await;
        assert_eq!(answer.status, 303, "{path}");
        let answer = ada.send(path, "user=7&name=gone&change=give").await;
        assert_eq!(answer.status, 403, "{path}");
    }
    assert_eq!(people.stored(7), (vec!["core_internal".to_owned()], vec![]));
}

#[actix_web::test]
async fn what_fails_is_said_and_logged_as_failed() {
    let (world, people, log) = told().await;
    let cyd = world.sign_in("cyd").await;
    let answer = cyd.send(GROUPS, "user=3&name=seller&change=give").await;
    assert_eq!(answer.status, 409);
    answer.has("somebody else has changed it meanwhile");
    assert_eq!(people.stored(3).0, ["core_internal"]);
    let all = log
        .list(&ChangeFilter::default(), 10, 0)
        .get()
        .await
        .unwrap();
    assert_eq!(all.items[0].state, ChangeState::Failed);
    assert_eq!(
        cyd.send(GROUPS, "user=99&name=seller&change=give")
            .await
            .status,
        404
    );
    for body in [
        "user=3&name=seller",
        "user=3&name=seller&change=steal",
        "user=3&user=2&name=seller&change=give",
        "user=3&name=&change=give",
        "user=3&name=seller&change=give&admin=1",
    ] {
        let answer = cyd.send(GROUPS, body).await;
        assert_eq!(answer.status, 422, "{body}");
    }
}

#[actix_web::test]
async fn a_form_of_another_site_changes_nothing() {
    let (world, people, _) = told().await;
    let cyd = world.sign_in("cyd").await;
    for path in [GROUPS, ROLES] {
        let name = if path == GROUPS { "auditor" } else { "keeper" };
        let body = format!("user=5&name={name}&change=give");
        let forged = form(path, body.clone()).insert_header(cyd.cookie());
        assert_eq!(world.send(forged).await.status, 403, "{path}");
        let elsewhere = form(path, body.clone())
            .insert_header(cyd.cookie())
            .insert_header(("x-csrf-token", "0".repeat(43)));
        assert_eq!(world.send(elsewhere).await.status, 403, "{path}");
        let nobody = world.send(form(path, body.clone())).await;
        assert!(nobody.status.is_client_error(), "{path} {}", nobody.status);
        for name in ["sam", "ivy", "pam", "max"] {
            let answer = world.sign_in(name).await.send(path, body.clone()).await;
            assert_eq!(answer.status, 403, "{name} {path}");
            answer.has("group:auditor");
        }
    }
    assert_eq!(people.stored(5), (vec!["manager".to_owned()], vec![]));
}

/// Whoever may see the page may not change anything there, if the page says so.
#[actix_web::test]
async fn the_page_may_refuse_changes_alone() {
    let (world, people, _) = told().await;
    let una = world.sign_in("una").await;
    assert_eq!(una.open("/admin/users/user?id=5").await.status, 200);
    for path in [GROUPS, ROLES] {
        let answer = una.send(path, "user=5&name=auditor&change=give").await;
        assert_eq!(answer.status, 403, "{path}");
    }
    assert_eq!(people.stored(5).0, ["manager"]);
}

/// Without a log nothing is handed out.
#[actix_web::test]
async fn what_cannot_be_logged_is_not_done() {
    let people = People::default();
    let (raw, access, admin) = crate::server::without_log(people.clone()).await;
    let world = world_of(raw, access, admin).await;
    let cyd = world.sign_in("cyd").await;
    for path in [GROUPS, ROLES] {
        let answer = cyd.send(path, "user=5&name=auditor&change=give").await;
        assert_eq!(answer.status, 500, "{path}");
    }
    assert_eq!(people.stored(5).0, ["manager"]);
}
