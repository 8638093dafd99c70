//! The application's own attributes of the env.

use guard_runtime::User;
use guard_runtime::model::{EnvAttribute, EnvListAttribute, Op, Value, decide};

use crate::models::Visit;
use crate::people::env;
use crate::{attributes, groups};

fn visit(region: &str, team_id: Option<i32>, level: Option<i64>) -> Visit {
    Visit {
        region: region.to_owned(),
        team_id,
        level,
    }
}

fn reads(user: User, visit: &Visit) -> bool {
    decide::<Visit>(&env(user), Op::Read).allows(visit)
}

#[test]
fn a_rule_compares_with_attributes() {
    let clerk = || User::new(1).in_group(groups::core_internal);
    let north = clerk().with(attributes::region("north".to_owned()));
    let leads = clerk().with(attributes::team_ids(vec![3, 4]));
    for (user, seen) in [
        (clerk(), [false; 4]),
        (north, [true, false, false, false]),
        (leads, [false, false, true, false]),
    ] {
        let visits = [
            visit("north", None, None),
            visit("North", None, None),
            visit("south", Some(4), None),
            visit("south", Some(5), None),
        ];
        assert_eq!(visits.each_ref().map(|it| reads(user.clone(), it)), seen);
    }
}

#[test]
fn an_absent_attribute_equals_nothing() {
    let customer = || User::new(1).in_group(groups::core_portal);
    let (some, none) = (visit("x", None, Some(2)), visit("x", None, None));
    for (user, expected) in [
        (customer(), [false, false]),
        (customer().with(attributes::level(None)), [false, false]),
        (customer().with(attributes::level(Some(2))), [true, false]),
        (customer().with(attributes::level(Some(3))), [false, false]),
    ] {
        assert_eq!([&some, &none].map(|it| reads(user.clone(), it)), expected);
    }
}

#[test]
fn an_attribute_is_a_condition_and_a_prefix() {
    let guest = |prefix: &str| {
        let user = User::guest().with(attributes::region(prefix.to_owned()));
        user.with(attributes::boss(false))
    };
    assert!(reads(guest("nor"), &visit("north", None, None)));
    assert!(!reads(guest("Nor"), &visit("north", None, None)));
    assert!(!reads(
        guest("nor").with(attributes::boss(true)),
        &visit("north", None, None)
    ));
    // Nobody knows whether who says nothing of it is the boss.
    let silent = User::guest().with(attributes::region("nor".to_owned()));
    assert!(!reads(silent, &visit("north", None, None)));
}

#[test]
fn attributes_are_known_by_name() {
    assert_eq!(<attributes::region as EnvAttribute>::NAME, "region");
    assert_eq!(<attributes::team_ids as EnvListAttribute>::NAME, "team_ids");
    assert_eq!(EnvAttribute::value(&attributes::level(None)), Value::Null);
    assert_eq!(attributes::boss(true), attributes::boss(true).clone());
}
