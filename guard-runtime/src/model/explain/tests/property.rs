//! Random rules, records and envs: what is told is so.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};

use super::super::super::bind::bind;
use super::super::super::{Dialect, Kleene, Op};
use super::super::SmallestChange;
use super::apply::apply;
use super::brute;
use super::declare::{access, grant};
use super::dice::Dice;

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..140)
}

fn run(cases: u32, test: impl Fn(&[u8]) -> Result<(), TestCaseError>) {
    let mut runner = TestRunner::new(Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    });
    let result = runner.run(&bytes(), |bytes| test(&bytes));
    match result {
        Ok(()) => {}
        Err(TestError::Fail(reason, bytes)) => panic!("{reason}\nof {bytes:?}"),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn it_says_what_the_decision_says() {
    let truths = RefCell::new(BTreeMap::<_, u32>::new());
    run(3000, |bytes| {
        let mut dice = Dice(bytes);
        let (access, op, state) = (dice.access(), dice.op(), dice.state());
        let (env, rows) = (state.env().unwrap(), state.rows());
        let told = access.explain(Dialect::Sqlite, &env, op, &state.thing, &rows);
        let decision = access.decide(&env, op);
        prop_assert_eq!(told.truth, decision.test(&state.thing, &rows));
        prop_assert_eq!(told.allowed, decision.allows_with(&state.thing, &rows));
        prop_assert_eq!(told.allowed, told.smallest_change == SmallestChange::None);
        let declared = access.grants.iter().filter(|it| it.ops.contains(op));
        for (declared, told) in declared.zip(&told.grants) {
            if let Some((rule, told)) = declared.rule.as_ref().zip(told.rule.as_ref()) {
                let bound = bind(rule, &env, true).test(&state.thing, &rows);
                prop_assert_eq!(told.truth, bound, "{:?}", rule);
            }
        }
        for (declared, told) in access.restrictions.iter().zip(&told.restrictions) {
            let bound = bind(&declared.rule, &env, true).test(&state.thing, &rows);
            prop_assert_eq!(told.truth, bound, "{:?}", declared.rule);
            *truths.borrow_mut().entry(bound).or_default() += 1;
        }
        Ok(())
    });
    let truths = truths.into_inner();
    for truth in [Kleene::True, Kleene::Unknown, Kleene::False] {
        assert!(truths.get(&truth) > Some(&100), "{truths:?}");
    }
}

/// How many changes at a time are tried: two take a while.
fn deep(bytes: &[u8]) -> usize {
    1 + usize::from(bytes.len().is_multiple_of(8))
}

#[test]
fn the_smallest_change_does_and_no_smaller_one() {
    let counts = RefCell::new(BTreeMap::<_, u32>::new());
    run(250, |bytes| {
        let mut dice = Dice(bytes);
        let (access, op, state) = (dice.access(), dice.op(), dice.state());
        let (env, rows) = (state.env().unwrap(), state.rows());
        let told = access.explain(Dialect::Sqlite, &env, op, &state.thing, &rows);
        let at_most = |most| brute::least(access, op, &state, most);
        let answer = match &told.smallest_change {
            SmallestChange::None => "none",
            SmallestChange::OneOf { ways } => {
                let size = ways[0].len();
                for way in ways {
                    prop_assert_eq!(way.len(), size, "{}", told);
                    let mut changed = state.clone();
                    apply(&mut changed, way);
                    let allows = brute::allows(access, op, &changed);
                    prop_assert!(allows, "{way:?} does not do\n{told}\n{state:?}");
                }
                let less = at_most((size - 1).min(deep(bytes)));
                prop_assert!(less.is_none(), "{less:?}\n{told}\n{state:?}");
                ["one", "two", "more"][size.min(3) - 1]
            }
            SmallestChange::Impossible { .. } => {
                let found = at_most(deep(bytes));
                prop_assert!(found.is_none(), "{found:?}\n{told}\n{state:?}");
                "impossible"
            }
            SmallestChange::Unknown { .. } => "unknown",
        };
        *counts.borrow_mut().entry(answer).or_default() += 1;
        Ok(())
    });
    let counts = counts.into_inner();
    for (answer, least) in [
        ("none", 12),
        ("one", 15),
        ("two", 12),
        ("more", 12),
        ("impossible", 12),
    ] {
        assert!(counts.get(answer) > Some(&least), "{counts:?}");
    }
    // There are rules that take too long; they are rare.
    assert!(counts.get("unknown") < Some(&6), "{counts:?}");
}

#[test]
fn the_words_name_all_values_that_do_and_no_others() {
    let counts = RefCell::new([0, 0]);
    run(1000, |bytes| {
        let mut dice = Dice(bytes);
        let (access, op) = (
            access(vec![grant("clerk", dice.of_numbers(2))], vec![]),
            Op::Read,
        );
        let mut state = dice.state();
        state.groups = vec!["clerk"];
        let (env, rows) = (state.env().unwrap(), state.rows());
        let told = access.explain(Dialect::Sqlite, &env, op, &state.thing, &rows);
        let SmallestChange::OneOf { ways } = &told.smallest_change else {
            return Ok(());
        };
        if ways[0].len() > 1 || ways.len() > 5 {
            return Ok(());
        }
        let words = |field| {
            let begin = format!("{field} would have to ");
            let words = ways
                .iter()
                .filter_map(|it| it[0].words.strip_prefix(&begin));
            words.map(str::to_owned).collect::<Vec<_>>()
        };
        let (of_n, of_m) = (words("n"), words("m"));
        for number in brute::NUMBERS.map(Some).into_iter().chain([None]) {
            let mut changed = state.clone();
            changed.thing.n = number;
            let does = brute::allows(access, op, &changed);
            let named = of_n.iter().any(|it| names(it, number));
            prop_assert_eq!(does, named, "n {:?}: {}", number, told);
            counts.borrow_mut()[usize::from(named)] += 1;
            let Some(number) = number else {
                continue;
            };
            changed = state.clone();
            changed.thing.m = number;
            let does = brute::allows(access, op, &changed);
            let named = of_m.iter().any(|it| names(it, Some(number)));
            prop_assert_eq!(does, named, "m {:?}: {}", number, told);
        }
        Ok(())
    });
    let counts = counts.into_inner();
    assert!(counts.iter().all(|it| *it > 100), "{counts:?}");
}

/// Whether a number is what it would have to be.
fn names(words: &str, number: Option<i64>) -> bool {
    words.split(" and ").all(|phrase| {
        let phrase = phrase.strip_prefix("be ").unwrap_or(phrase);
        let Some(number) = number else {
            return phrase.ends_with("empty");
        };
        let phrase = phrase.strip_suffix(" or empty").unwrap_or(phrase);
        let after = |begin| phrase.strip_prefix(begin);
        let list = |list: &str| list.split(", ").any(|it| it == number.to_string());
        let bound = |text: &str| text.parse::<i64>().unwrap();
        match phrase {
            "empty" => false,
            "have a value" => true,
            _ => {
                let (one, none) = (after("one of ").map(list), after("none of ").map(list));
                let other = after("something other than ").map(|it| number != bound(it));
                let less = after("less than ").map(|it| number < bound(it));
                let most = after("at most ").map(|it| number <= bound(it));
                let more = after("more than ").map(|it| number > bound(it));
                let least = after("at least ").map(|it| number >= bound(it));
                let none = none.map(|it| !it);
                let all = [one, none, other, less, most, more, least];
                let said = all.into_iter().flatten().next();
                said.unwrap_or_else(|| number == bound(phrase))
            }
        }
    })
}
