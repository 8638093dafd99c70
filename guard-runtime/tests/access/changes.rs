//! The log of changes.

use std::cell::Cell;

use guard_runtime::admin::access::{
    AssignmentChange, AssignmentKind, ChangeFilter, ChangeLog, ChangeState, MemoryChangeLog,
    NewChange, Part, logged,
};
use guard_runtime::sql::SqlChangeLog;
use guard_runtime::tokens::StoreError;
use guard_runtime::{Answer, Env, Id, User};
use sea_orm::ConnectionTrait as _;

use crate::databases::{HOSTILE, Place, in_each_database};

pub(crate) fn change(actor: &str, user: &str, names: &[&str]) -> NewChange {
    let env = Env::of(User::new(actor)).unwrap();
    NewChange::of(
        &env,
        &Id::from(user),
        AssignmentKind::Group,
        Vec::<&str>::new(),
        names.to_vec(),
    )
}

pub(crate) async fn all(log: &dyn ChangeLog) -> Part<AssignmentChange> {
    log.list(&ChangeFilter::default(), 200, 0)
        .get()
        .await
        .unwrap()
}

/// What holds of each log.
async fn is_a_log(log: &dyn ChangeLog) {
    let done = logged(log, change("1", "2", &["sales_user"]), async {
        // Written down before.
        let before = all(log).await;
        assert_eq!(before.items[0].state, ChangeState::Begun);
        assert_eq!(before.items[0].after, ["sales_user"]);
        Ok::<_, StoreError>(7)
    });
    assert_eq!(done.await.unwrap(), 7);
    let failed = logged(log, change("1", "3", &[]), async {
        Err::<(), _>(StoreError::new("no"))
    });
    failed.await.unwrap_err();
    // Whose caller went away.
    log.begin(change("2", "3", &[])).get().await.unwrap();

    let listed = all(log).await;
    let states = listed
        .items
        .iter()
        .map(|it| it.state.name())
        .collect::<Vec<_>>();
    assert_eq!(states, ["begun", "failed", "done"]);
    assert_eq!(listed.total, 3);
    assert!(listed.items[0].id > listed.items[1].id);

    let mine = |user: Option<i64>, actor: Option<i64>| ChangeFilter {
        user: user.map(Id::from),
        actor: actor.map(Id::from),
    };
    for (filter, count) in [
        (mine(Some(3), None), 2),
        (mine(None, Some(1)), 2),
        (mine(Some(3), Some(1)), 1),
        (mine(Some(4), None), 0),
    ] {
        let listed = log.list(&filter, 200, 0).get().await.unwrap();
        assert_eq!(
            (listed.items.len(), listed.total),
            (count, count as u64),
            "{filter:?}"
        );
    }
    let second = log
        .list(&ChangeFilter::default(), 1, 1)
        .get()
        .await
        .unwrap();
    assert_eq!(
        (second.items[0].state, second.total),
        (ChangeState::Failed, 3)
    );
    let behind = log
        .list(&ChangeFilter::default(), 1, u64::MAX)
        .get()
        .await
        .unwrap();
    assert_eq!((behind.items.len(), behind.total), (0, 3));

    // What has ended stays as it ended.
    let id = listed.items[2].id;
    for state in [ChangeState::Failed, ChangeState::Begun, ChangeState::Done] {
        log.finish(id, state).get().await.unwrap_err();
    }
    log.finish(listed.items[0].id, ChangeState::Begun)
        .get()
        .await
        .unwrap_err();
    log.finish(1_000_000, ChangeState::Done)
        .get()
        .await
        .unwrap_err();
    assert_eq!(all(log).await, listed);

    for (position, text) in HOSTILE.iter().enumerate() {
        let named = change(&format!("h{position}"), text, &[text, "b"]);
        log.begin(named).get().await.unwrap();
        let newest = log
            .list(&ChangeFilter::default(), 1, 0)
            .get()
            .await
            .unwrap();
        assert_eq!(newest.items[0].user, Id::from(*text), "{text:?}");
        assert_eq!(newest.items[0].after, [*text, "b"], "{text:?}");
    }
}

#[actix_web::test]
async fn in_memory() {
    is_a_log(&MemoryChangeLog::default()).await;
}

in_each_database! {
    async fn in_a_database(place: &Place) {
        is_a_log(&SqlChangeLog::new(place.ready().await)).await;
    }

    async fn what_cannot_be_stored_is_not_done(place: &Place) {
        let log = SqlChangeLog::new(place.ready().await);
        let endless = "a".repeat(513);
        for (user, name) in [("a\0b", "x"), ("2", "x\0y"), (endless.as_str(), "x")] {
            let ran = Cell::new(false);
            let work = async { ran.set(true); Ok::<_, StoreError>(()) };
            logged(&log, change("1", user, &[name]), work).await.unwrap_err();
            assert!(!ran.get(), "{user:?}");
        }
        assert_eq!(all(&log).await.total, 0);
    }

    async fn an_entry_that_is_not_understood_is_an_error(place: &Place) {
        let db = place.ready().await;
        let log = SqlChangeLog::new(db.clone());
        log.begin(change("1", "2", &[])).get().await.unwrap();
        db.execute_unprepared("UPDATE guard_assignment_change SET state = 'gone'").await.unwrap();
        log.list(&ChangeFilter::default(), 25, 0).get().await.unwrap_err();
    }

    async fn without_its_table_nothing_is_done(place: &Place) {
        let log = SqlChangeLog::new(place.open().await);
        let ran = Cell::new(false);
        let work = async { ran.set(true); Ok::<_, StoreError>(()) };
        logged(&log, change("1", "2", &[]), work).await.unwrap_err();
        assert!(!ran.get());
    }
}

/// One that loses how changes end.
struct Forgetful(MemoryChangeLog);

impl ChangeLog for Forgetful {
    fn begin(&self, change: NewChange) -> Answer<'_, Result<i64, StoreError>> {
        self.0.begin(change)
    }

    fn finish(&self, _: i64, _: ChangeState) -> Answer<'_, Result<(), StoreError>> {
        Answer::Now(Err(StoreError::new("gone")))
    }

    fn list<'a>(
        &'a self,
        filter: &'a ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<AssignmentChange>, StoreError>> {
        self.0.list(filter, limit, offset)
    }
}

#[actix_web::test]
async fn a_change_that_was_made_is_no_failure_because_its_end_is_not_written() {
    let log = Forgetful(MemoryChangeLog::default());
    let work = async { Ok::<_, StoreError>(()) };
    logged(&log, change("1", "2", &[]), work).await.unwrap();
    assert_eq!(all(&log).await.items[0].state, ChangeState::Begun);
}
