//! A log that does not answer lets nobody see the site as somebody else.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use guard_runtime::Answer;
use guard_runtime::admin::access::{
    AssignmentChange, ChangeFilter, ChangeLog, ChangeState, MemoryChangeLog, NewChange, Part,
};
use guard_runtime::tokens::StoreError;

use crate::browser::world_of;
use crate::people::People;
use crate::server::viewing;
use crate::view_as::{BEGIN, Viewer};

/// A log that breaks when it is told to.
#[derive(Clone, Default)]
struct Fragile {
    log: MemoryChangeLog,
    is_broken: Arc<AtomicBool>,
}

impl Fragile {
    fn or<'a, T>(
        &self,
        answer: Answer<'a, Result<T, StoreError>>,
    ) -> Answer<'a, Result<T, StoreError>> {
        if self.is_broken.load(Ordering::Relaxed) {
            return Answer::Now(Err(StoreError::new("the secret reason")));
        }
        answer
    }
}

impl ChangeLog for Fragile {
    fn begin(&self, change: NewChange) -> Answer<'_, Result<i64, StoreError>> {
        self.or(self.log.begin(change))
    }

    fn finish(&self, id: i64, state: ChangeState) -> Answer<'_, Result<(), StoreError>> {
        self.or(self.log.finish(id, state))
    }

    fn list<'a>(
        &'a self,
        filter: &'a ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<AssignmentChange>, StoreError>> {
        self.or(self.log.list(filter, limit, offset))
    }
}

#[actix_web::test]
async fn without_a_log_nobody_begins_and_nothing_is_shown() {
    let log = Fragile::default();
    let (raw, access, admin) = viewing(People::default(), log.clone()).await;
    let world = world_of(raw, access, admin).await;
    let viewer = Viewer::begin(&world, "cyd", 3).await;
    log.is_broken.store(true, Ordering::Relaxed);
    let answer = world.sign_in("cyd").await.send(BEGIN, "user=3").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("set-cookie")),
        (503, "")
    );
    for path in ["/admin", "/admin/users", "/admin/api/menu"] {
        let shown = viewer.open(path).await;
        assert_eq!(shown.status, 503, "{path}");
        shown.has_not("the secret reason").has_not("Sam");
    }
}
