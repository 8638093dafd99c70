//! What stands in the log of changes.

use guard_runtime::admin::access::{
    AssignmentChange, AssignmentKind, ChangeLog as _, MemoryChangeLog, NewChange,
};
use guard_runtime::{Env, Id, User};

use crate::changes::{all, change};

#[actix_web::test]
async fn who_acts_in_another_s_place_is_the_actor() {
    let ada = Env::of(User::new(1)).unwrap();
    let env = ada.switch_user(User::new(9), "to look").unwrap();
    let change = NewChange::of(&env, &Id::from(2), AssignmentKind::ViewAs, [""; 0], [""; 0]);
    assert_eq!(change.actor, Id::from(1));
}

#[actix_web::test]
async fn the_export_runs_nothing() {
    let log = MemoryChangeLog::default();
    log.begin(change("1", "=cmd|'x'", &["+a", "b\"c"]))
        .get()
        .await
        .unwrap();
    let csv = AssignmentChange::to_csv(&all(&log).await.items);
    assert!(
        csv.contains(",\"'=cmd|'x'\",group,begun,,\"'+a b\"\"c\"\r\n"),
        "{csv}"
    );
}
