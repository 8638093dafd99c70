//! Many invoices at once: all of them or none.

use serde_json::json;

use super::invoices::{in_status, sold_by, stored};
use super::server::{Answer, MANAGER, PORTAL, SALES, post, token};

fn paid(uid: i64, ids: &[i64]) -> Answer {
    let ids = json!({ "ids": ids }).to_string();
    post("/api/invoices/paid", &token(uid), &ids)
}

#[test]
fn one_that_may_not_be_changed_keeps_all_as_they_are() {
    // Of company 3, which is not the manager's.
    const FOREIGN: i64 = 12;
    let (first, second) = (in_status("posted"), in_status("posted"));
    let colleagues = sold_by(2, "posted");
    let draft = in_status("draft");
    let before = [first, second, colleagues, draft].map(stored);
    for (uid, ids, status) in [
        (MANAGER, vec![first, second, FOREIGN], 404),
        (MANAGER, vec![FOREIGN], 404),
        (MANAGER, vec![first, 4711, second], 404),
        (MANAGER, vec![first, -1], 404),
        (MANAGER, vec![first, second, draft], 409),
        (SALES, vec![first, second], 403),
        (SALES, vec![first, colleagues], 404),
        (PORTAL, vec![first], 403),
        (PORTAL, vec![first, draft], 404),
    ] {
        let answer = paid(uid, &ids);
        answer.expect(status);
        assert_eq!(
            [first, second, colleagues, draft].map(stored),
            before,
            "{ids:?}"
        );
    }
    let changed = paid(MANAGER, &[first, second, colleagues, first]).expect(200);
    assert_eq!(changed["changed"], 3, "one that is named twice is one");
    for id in [first, second, colleagues] {
        assert_eq!(stored(id)["body"]["status"], "paid");
    }
    assert_eq!(stored(draft)["body"]["status"], "draft");
}

#[test]
fn as_many_as_may_be_named() {
    let ids = |count: i64| (1..=count).map(|_| 1).collect::<Vec<_>>();
    paid(MANAGER, &[]).expect(400);
    paid(MANAGER, &ids(1001)).expect(400);
    // Paid already.
    assert_eq!(paid(MANAGER, &ids(1000)).expect(200)["changed"], 1);
}

#[test]
fn invoices_written_at_once_have_numbers_of_their_own() {
    let writers = (0..8).map(|_| std::thread::spawn(|| in_status("draft")));
    let writers: Vec<_> = writers.collect();
    let ids = writers.into_iter().map(|it| it.join().unwrap());
    let mut numbers: Vec<_> = ids
        .map(|id| stored(id)["body"]["number"].as_str().unwrap().to_owned())
        .collect();
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 8, "{numbers:?}");
}
