//! What is left of a role that is gone.

use crate::assign::{env, names, rules};
use crate::world::user;

#[test]
fn what_is_left_of_a_role_that_is_gone_may_be_taken_away() {
    let keeper = env(&["core_internal"], &["keeper"]);
    let target = user(2, &["core_internal"], &[]);
    for (name, expected) in [
        ("gone", "may"),
        ("keeper", "WrongKind(\"keeper\")"),
        ("administrator", "WrongKind(\"administrator\")"),
    ] {
        let answer = rules().leftover_role(&keeper, &target, name);
        assert_eq!(names(answer), expected, "{name}");
    }
    let more = user(2, &["accountant"], &[]);
    let answer = rules().leftover_role(&keeper, &more, "gone");
    assert_eq!(names(answer), "more group:accountant");
}
