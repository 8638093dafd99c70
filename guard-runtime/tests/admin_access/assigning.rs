//! Groups and roles that are handed out on the pages, and what is not.

use guard_runtime::admin::Admin;
use guard_runtime::admin::access::{
    AssignmentKind, ChangeFilter, ChangeLog as _, ChangeState, MemoryChangeLog,
};

use crate::browser::{World, world_of};
use crate::people::People;
use crate::server::with;
use crate::site::Office;

pub const GROUPS: &str = "/admin/users/groups";
pub const ROLES: &str = "/admin/users/roles";

pub async fn told() -> (World, People, MemoryChangeLog) {
    let (people, log) = (People::default(), MemoryChangeLog::default());
    let (raw, access, admin): (_, _, Admin<Office>) = with(people.clone(), log.clone()).await;
    (world_of(raw, access, admin).await, people, log)
}

async fn count(log: &MemoryChangeLog) -> u64 {
    let part = log.list(&ChangeFilter::default(), 10, 0).get().await;
    part.unwrap().total
}

#[actix_web::test]
async fn one_hands_out_what_one_has_and_it_is_logged() {
    let (world, people, log) = told().await;
    let cyd = world.sign_in("cyd").await;
    let page = cyd.open("/admin/users/user?id=5").await;
    page.has("aria-label=\"Give auditor\"")
        .has("aria-label=\"Give keeper\"");
    let answer = cyd.send(GROUPS, "user=5&name=auditor&change=give").await;
    assert_eq!(answer.leads(), (303, "/admin/users/user?said=changed&id=5"));
    assert_eq!(people.stored(5).0, ["manager", "auditor"]);
    let answer = cyd.send(ROLES, "user=5&name=keeper&change=give").await;
    assert_eq!(answer.status, 303);
    assert_eq!(people.stored(5).1, ["keeper"]);
    cyd.open("/admin/users/user?said=changed&id=5")
        .await
        .has("Changed.");
    let answer = cyd.send(GROUPS, "user=5&name=manager&change=take").await;
    assert_eq!(answer.status, 303);
    assert_eq!(people.stored(5).0, ["auditor"]);
    let all = log
        .list(&ChangeFilter::default(), 10, 0)
        .get()
        .await
        .unwrap();
    let first = &all.items[2];
    assert_eq!(first.kind, AssignmentKind::Group);
    assert_eq!(first.actor.to_string(), "6");
    assert_eq!(
        (&*first.before, &*first.after),
        (
            &["manager".to_owned()][..],
            &["manager".to_owned(), "auditor".to_owned()][..]
        )
    );
    assert_eq!(all.items[1].kind, AssignmentKind::Role);
    assert!(all.items.iter().all(|it| it.state == ChangeState::Done));
    // What is so already is no change.
    let answer = cyd.send(GROUPS, "user=5&name=auditor&change=give").await;
    assert_eq!((answer.status.as_u16(), count(&log).await), (303, 3));
}

#[actix_web::test]
async fn nobody_hands_out_more_or_to_themselves_or_above() {
    let (world, people, log) = told().await;
    for (name, path, body, why) in [
        // More than one has.
        (
            "ada",
            GROUPS,
            "user=3&name=seller&change=give",
            "lacking: `group:seller`",
        ),
        (
            "ada",
            GROUPS,
            "user=3&name=manager&change=give",
            "lacking: `group:manager`",
        ),
        (
            "ada",
            ROLES,
            "user=3&name=keeper&change=give",
            "lacking: `admin.users:GET`",
        ),
        // To oneself, and from oneself.
        (
            "ada",
            GROUPS,
            "user=1&name=auditor&change=take",
            "to themselves",
        ),
        (
            "cyd",
            GROUPS,
            "user=6&name=seller&change=give",
            "to themselves",
        ),
        (
            "cyd",
            ROLES,
            "user=6&name=keeper&change=take",
            "to themselves",
        ),
        // Above oneself.
        (
            "ada",
            GROUPS,
            "user=6&name=auditor&change=take",
            "more rights than you",
        ),
        (
            "ada",
            GROUPS,
            "user=5&name=auditor&change=give",
            "more rights than you",
        ),
        // What there is not.
        (
            "cyd",
            GROUPS,
            "user=3&name=nobody&change=give",
            "there is no such group or role",
        ),
        (
            "cyd",
            ROLES,
            "user=3&name=%3Cscript%3E&change=give",
            "there is no such group or role",
        ),
        (
            "cyd",
            GROUPS,
            "user=3&name=core_portal&change=give",
            "excludes",
        ),
    ] {
        let before = (1..=7).map(|id| people.stored(id)).collect::<Vec<_>>();
        let answer = world.sign_in(name).await.send(path, body).await;
        assert_eq!(answer.status, 403, "{name} {body}");
        answer
            .has("Nothing was changed: ")
            .has(why)
            .has_not("<script>");
        let after = (1..=7).map(|id| people.stored(id)).collect::<Vec<_>>();
        assert_eq!(before, after, "{name} {body}");
    }
    assert_eq!(count(&log).await, 0);
    let own = world
        .sign_in("cyd")
        .await
        .open("/admin/users/user?id=6")
        .await;
    own.has_not("aria-label=\"Give")
        .has_not("aria-label=\"Take");
    let above = world
        .sign_in("ada")
        .await
        .open("/admin/users/user?id=6")
        .await;
    above
        .has_not("aria-label=\"Give")
        .has_not("aria-label=\"Take");
}
