//! Roles in projects that are given and taken on the pages.

use guard_runtime::admin::access::{AssignmentKind, ChangeState};

use crate::browser::form;
use crate::places::{HOSTILE, Places};

pub const MEMBERS: &str = "/admin/projects/project/1/members";
pub const AT_FIRST: &str = "2: reader; 3: <b>; 6: editor; 7: keeper; 8: editor; 99: reader";

#[actix_web::test]
async fn one_gives_what_one_has_there_and_it_is_logged() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let answer = cyd.send(MEMBERS, "user=2&name=editor&change=give").await;
    assert_eq!(
        answer.leads(),
        (303, "/admin/projects/project/1?said=changed")
    );
    cyd.open("/admin/projects/project/1?said=changed")
        .await
        .has("Changed.");
    let answer = cyd.send(MEMBERS, "user=2&name=reader&change=take").await;
    assert_eq!(answer.status, 303);
    let members = AT_FIRST.replace("2: reader", "2: editor");
    assert_eq!(places.members("project", "1").await, members);
    // Without the last role nobody is a member.
    let answer = cyd.send(MEMBERS, "user=2&name=editor&change=take").await;
    assert_eq!(answer.status, 303);
    assert_eq!(
        places.members("project", "1").await,
        AT_FIRST.replace("2: reader; ", "")
    );
    let names = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let all = places.logged().await;
    let changes = all.iter().map(|it| (it.before.clone(), it.after.clone()));
    assert_eq!(
        changes.collect::<Vec<_>>(),
        [
            (names(&["project/1:editor"]), names(&[])),
            (
                names(&["project/1:editor", "project/1:reader"]),
                names(&["project/1:editor"])
            ),
            (
                names(&["project/1:reader"]),
                names(&["project/1:reader", "project/1:editor"])
            ),
        ]
    );
    for change in &all {
        assert_eq!(
            (change.kind, change.state),
            (AssignmentKind::Member, ChangeState::Done)
        );
        assert_eq!(
            (change.actor.to_string(), change.user.to_string()),
            ("6".into(), "2".into())
        );
    }
    // What is so already is no change.
    cyd.send(MEMBERS, "user=2&name=editor&change=take").await;
    assert_eq!(places.logged().await.len(), 3);
}

#[actix_web::test]
async fn what_counts_for_nothing_goes_and_does_not_come() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    // One who is gone, a role that is none, and one that is not of projects.
    for (user, name) in [("99", "reader"), ("3", "%3Cb%3E"), ("7", "keeper")] {
        let give = format!("user={user}&name={name}&change=give");
        let answer = cyd.send(MEMBERS, give).await;
        assert!(answer.status.is_client_error(), "{user}");
        assert_eq!(places.members("project", "1").await, AT_FIRST);
        let take = format!("user={user}&name={name}&change=take");
        assert_eq!(cyd.send(MEMBERS, take).await.status, 303, "{user}");
        let give = format!("user={user}&name={name}&change=give");
        assert!(
            cyd.send(MEMBERS, give).await.status.is_client_error(),
            "{user}"
        );
        let members = places.members("project", "1").await;
        assert_ne!(members, AT_FIRST);
        places
            .projects
            .add_member(
                "project",
                1,
                user,
                &name.replace("%3C", "<").replace("%3E", ">"),
            )
            .await
            .unwrap();
    }
    assert_eq!(places.logged().await.len(), 3);
}

#[actix_web::test]
async fn a_change_is_of_the_project_that_is_named() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    for (id, path) in HOSTILE {
        let to = format!("/admin/projects/project/{path}");
        let answer = cyd
            .send(&format!("{to}/members"), "user=3&name=reader&change=give")
            .await;
        assert_eq!(
            answer.leads(),
            (303, &*format!("{to}?said=changed")),
            "{id:?}"
        );
        assert_eq!(
            places.members("project", id).await,
            "3: reader; 6: editor",
            "{id:?}"
        );
        assert_eq!(
            places.logged().await[0].after,
            [format!("project/{path}:reader")]
        );
    }
    assert_eq!(places.members("project", "1").await, AT_FIRST);
    assert_eq!(places.logged().await.len(), HOSTILE.len());
    // And no id reads like something else in the log.
    let changes = places
        .world
        .sign_in("ada")
        .await
        .open("/admin/changes")
        .await;
    changes.has("project/~3Cscript~3E").has_not("<script>alert");
}

#[actix_web::test]
async fn a_form_of_another_site_changes_nothing() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    let body = "user=2&name=editor&change=give";
    let forged = form(MEMBERS, body.to_owned()).insert_header(cyd.cookie());
    assert_eq!(places.world.send(forged).await.status, 403);
    let elsewhere = form(MEMBERS, body.to_owned()).insert_header(cyd.cookie());
    let elsewhere = elsewhere.insert_header(("x-csrf-token", "0".repeat(43)));
    assert_eq!(places.world.send(elsewhere).await.status, 403);
    let nobody = places.world.send(form(MEMBERS, body.to_owned())).await;
    assert!(nobody.status.is_client_error(), "{}", nobody.status);
    for name in ["sam", "ivy", "pam", "max", "una"] {
        let answer = places.world.sign_in(name).await.send(MEMBERS, body).await;
        assert_eq!(answer.status, 403, "{name}");
    }
    assert_eq!(places.members("project", "1").await, AT_FIRST);
    assert!(places.logged().await.is_empty());
}
