//! Who does not see the site as whom.

use guard_runtime::admin::access::{
    Accounts as _, AssignmentKind, ChangeLog as _, ChangeState, NewChange,
};
use guard_runtime::{Env, Id, User};

use crate::assigning;
use crate::browser::form;
use crate::places::Places;
use crate::view_as::{BEGIN, END, ENDED, Viewer, told};

#[actix_web::test]
async fn nobody_begins_as_one_who_may_more() {
    let told = told().await;
    for (name, body, status, why) in [
        ("ada", "user=2", 403, "more rights than you"),
        ("ada", "user=5", 403, "more rights than you"),
        ("ada", "user=6", 403, "more rights than you"),
        ("cyd", "user=6", 403, "to themselves"),
        // Whom the application shows to nobody.
        ("cyd", "user=4", 403, "the site is not seen as this user"),
        ("cyd", "user=99", 404, "There is nothing here"),
        ("cyd", "user=%3Cscript%3E", 404, "There is nothing here"),
        ("cyd", "", 422, "`user` has to stand there once"),
        (
            "cyd",
            "user=3&user=2",
            422,
            "`user` has to stand there once",
        ),
        (
            "cyd",
            "user=3&next=2",
            422,
            "`user` has to stand there once",
        ),
        // Whom the page's own question refuses, and who may not open it.
        ("una", "user=3", 403, "You are not allowed to do this"),
        ("sam", "user=3", 403, "group:auditor"),
        ("pam", "user=3", 403, "group:auditor"),
    ] {
        let answer = told.world.sign_in(name).await.send(BEGIN, body).await;
        assert_eq!(answer.status, status, "{name} {body}: {}", answer.text);
        answer.has(why).has_not("<script>");
        assert_eq!(answer.header("set-cookie"), "", "{name} {body}");
    }
    for (name, user) in [("ada", 2), ("una", 3), ("cyd", 6), ("cyd", 4)] {
        let browser = told.world.sign_in(name).await;
        let shown = browser.open(&format!("/admin/users/user?id={user}")).await;
        assert_eq!(shown.status, 200);
        shown.has_not("See the site as");
    }
    let anonymous = told.world.send(form(BEGIN, "user=3".to_owned())).await;
    assert_eq!(anonymous.status, 401);
    // Another site has no proof.
    let cyd = told.world.sign_in("cyd").await;
    let forged = form(BEGIN, "user=3".to_owned()).insert_header(cyd.cookie());
    assert_eq!(told.world.send(forged).await.status, 403);
    assert_eq!(told.entries().await.len(), 0);
}

#[actix_web::test]
async fn a_cookie_of_ones_own_making_leads_back_to_oneself() {
    let told = told().await;
    let begun = Viewer::begin(&told.world, "cyd", 3).await;
    let (ada, cyd) = (Id::from(1), Env::of(User::new(6)).unwrap());
    // An entry of another kind, one that was begun only, one that is too old, one of tomorrow.
    let mut changes = [AssignmentKind::Group, AssignmentKind::ViewAs]
        .map(|kind| NewChange::of(&cyd, &ada, kind, [], ["viewing"]));
    let [group, view] = &mut changes;
    let write = async |change: &NewChange, state| {
        let id = told.log.begin(change.clone()).get().await.unwrap();
        if let Some(state) = state {
            told.log.finish(id, state).get().await.unwrap();
        }
        id
    };
    let cyd = told.world.sign_in("cyd").await;
    let other = told.world.sign_in("ada").await;
    let mut wrong = vec![
        (&other, "guard-view-as=1".to_owned()),
        (&cyd, "guard-view-as=77".to_owned()),
        (&cyd, "guard-view-as=".to_owned()),
        (&cyd, "guard-view-as=1; guard-view-as=1".to_owned()),
        (&cyd, "guard-view-as=3".to_owned()),
    ];
    let id = write(group, Some(ChangeState::Done)).await;
    wrong.push((&cyd, format!("guard-view-as={id}")));
    for (browser, cookies) in &wrong {
        let viewer = Viewer::with(&told.world, browser, cookies);
        assert_eq!(
            viewer.open("/admin/users").await.leads(),
            ENDED,
            "{cookies}"
        );
        let answer = viewer.send(assigning::GROUPS, "user=5&name=auditor&change=give");
        let answer = answer.await;
        assert_eq!(answer.status, 403, "{cookies}");
        let gone = answer.header("set-cookie");
        assert!(gone.starts_with("guard-view-as=;"), "{cookies}: {gone}");
    }
    assert_eq!(told.people.stored(5).0, ["manager"]);
    assert_eq!(begun.open("/admin").await.status, 200);
    let now = view.at;
    for (at, state) in [
        (now, None),
        (now, Some(ChangeState::Failed)),
        (now - 3601, Some(ChangeState::Done)),
        (now + 60, Some(ChangeState::Done)),
    ] {
        view.at = at;
        let id = write(view, state).await;
        let viewer = Viewer::with(&told.world, &cyd, &format!("guard-view-as={id}"));
        assert_eq!(
            viewer.open("/admin/users").await.leads(),
            ENDED,
            "{at} {state:?}"
        );
        // A later one ends the one before, whatever has become of it.
        assert_eq!(begun.open("/admin").await.leads(), ENDED, "{at} {state:?}");
    }
    // Nobody is let in by it who has not signed in.
    let mut nobody = Viewer::with(&told.world, &cyd, "");
    nobody.cookies = "guard-view-as=1".to_owned();
    let shown = nobody.open("/admin/users").await;
    assert_eq!(shown.leads(), (303, "/admin/sign-in?next=%2Fadmin%2Fusers"));
}

#[actix_web::test]
async fn it_ends_when_the_rights_change() {
    let told = told().await;
    let viewer = Viewer::begin(&told.world, "cyd", 2).await;
    assert_eq!(viewer.open("/admin").await.status, 200);
    let put = async |groups: &[&str]| {
        let before = told.people.stored(6).0;
        let after = groups.iter().map(ToString::to_string).collect::<Vec<_>>();
        let cyd = Id::from(6);
        let set = told.people.set_groups(&cyd, &before, &after);
        set.get().await.unwrap();
    };
    put(&["auditor"]).await;
    assert_eq!(viewer.open("/admin").await.leads(), ENDED);
    let answer = viewer.send(assigning::GROUPS, "user=2&name=seller&change=take");
    assert_eq!(answer.await.status, 403);
    assert_eq!(told.people.stored(2).0, ["seller"]);
    put(&["auditor", "manager"]).await;
    assert_eq!(viewer.open("/admin").await.status, 200);
    // Nor does it go on where the page is closed on which it has begun.
    put(&["manager"]).await;
    assert_eq!(viewer.open("/admin").await.leads(), ENDED);
}

#[actix_web::test]
async fn what_the_user_may_in_a_project_counts() {
    let places = Places::new().await;
    let cyd = places.world.sign_in("cyd").await;
    // Sam may change a project that Cyd only reads.
    let answer = cyd.send(BEGIN, "user=2").await;
    assert_eq!(answer.status, 403);
    answer.has("more rights than you").has_not("editor");
    let viewer = Viewer::begin(&places.world, "cyd", 8).await;
    assert_eq!(viewer.open("/admin").await.status, 200);
    let taken = places.projects.remove_role("project", 1, 6, "editor");
    taken.await.unwrap();
    assert_eq!(viewer.open("/admin").await.leads(), ENDED);
}

#[actix_web::test]
async fn projects_that_cannot_be_listed_let_nobody_begin() {
    let places = Places::without_members().await;
    let answer = places.sign_in("cyd").await.send(BEGIN, "user=3").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("set-cookie")),
        (500, "")
    );
}

#[actix_web::test]
async fn it_is_offered_only_where_the_application_says_so() {
    let (world, ..) = assigning::told().await;
    let cyd = world.sign_in("cyd").await;
    let shown = cyd.open("/admin/users/user?id=3").await;
    shown.has_not("See the site as");
    for path in [BEGIN, END] {
        assert_eq!(cyd.send(path, "user=3").await.status, 404, "{path}");
    }
    let viewer = Viewer::with(&world, &cyd, "guard-view-as=1");
    viewer.open("/admin/users").await.has("Ivy");
}
