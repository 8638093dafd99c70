//! The conditions for `MySQL`, as texts: one of every kind.

use guard_runtime::model::{Datum, Dialect, Op};

use crate::library;
use crate::plan::{Given, Hop, Plan, Side, Sign, Source};
use crate::short::{
    caller, column, differs, env, granted, literal, not, numbers, position, same, texts,
};
use crate::tables::{Part, Thing};

#[test]
fn comparisons_are_of_bytes() {
    check([
        (Plan::Constant(true), "1 = 1", &[]),
        (Plan::Constant(false), "1 = 0", &[]),
        (same(column("big"), env(Given::Uid)), "T.`big` = ?", &["7"]),
        (same(column("big"), env(Given::Contact)), "1 = 0", &[]),
        (not(same(column("big"), env(Given::Contact))), "1 = 0", &[]),
        (
            Plan::Compare(literal(3), Sign::Less, column("small")),
            "T.`small` > ?",
            &["3"],
        ),
        (
            not(Plan::Compare(column("tiny"), Sign::Less, literal(3))),
            "T.`tiny` >= ?",
            &["3"],
        ),
        (same(column("flag"), literal(true)), "T.`flag` <> 0", &[]),
        (differs(column("flag"), literal(true)), "T.`flag` = 0", &[]),
        (
            same(column("flag"), column("flag $1")),
            "(T.`flag` <> 0) = (T.`flag $1` <> 0)",
            &[],
        ),
        (
            same(column("na\"me"), literal("a")),
            "CAST(T.`na\"me` AS BINARY) = ?",
            &["a"],
        ),
        (
            differs(column("order"), literal("a\0")),
            "CAST(T.`order` AS BINARY) <> ?",
            &["a\0"],
        ),
        (
            same(column("big"), column("owner id")),
            "T.`big` = T.`owner id`",
            &[],
        ),
        (
            differs(column("Code"), column("order")),
            "CAST(T.`Code` AS BINARY) <> CAST(T.`order` AS BINARY)",
            &[],
        ),
    ]);
}

#[test]
fn lists_and_prefixes_are_of_bytes() {
    let begins = |prefix: &str| Plan::Begins(position::<Thing>("order"), literal(prefix));
    check([
        (
            Plan::Among(Source::Cids, column("big")),
            "T.`big` IN (?, ?)",
            &["1", "2"],
        ),
        (
            not(Plan::Among(numbers([5]), column("big"))),
            "T.`big` NOT IN (?)",
            &["5"],
        ),
        (Plan::Among(numbers([]), column("big")), "1 = 0", &[]),
        (
            not(Plan::Among(numbers([]), column("big"))),
            "T.`big` IS NOT NULL",
            &[],
        ),
        (
            Plan::Among(texts(["a", "b"]), column("order")),
            "CAST(T.`order` AS BINARY) IN (?, ?)",
            &["a", "b"],
        ),
        (
            Plan::Missing(column("owner id")),
            "T.`owner id` IS NULL",
            &[],
        ),
        (
            not(Plan::Missing(column("owner id"))),
            "T.`owner id` IS NOT NULL",
            &[],
        ),
        // Bytes, as the column is compared by bytes.
        (
            begins("\u{e9}%"),
            "LEFT(CAST(T.`order` AS BINARY), 3) = ?",
            &["\u{e9}%"],
        ),
        (
            not(begins("a")),
            "LEFT(CAST(T.`order` AS BINARY), 1) <> ?",
            &["a"],
        ),
        (begins(""), "T.`order` IS NOT NULL", &[]),
        (not(begins("")), "1 = 0", &[]),
    ]);
}

#[test]
fn rules_are_joined_and_ask_for_related_rows() {
    let note = || Side::Column(position::<Part>("note"));
    let parts = |plan| Plan::Hop(Hop::Parts, Box::new(plan));
    check([
        (
            Plan::Or(vec![
                Plan::And(vec![
                    same(column("big"), literal(1)),
                    same(column("small"), literal(2)),
                ]),
                same(column("tiny"), literal(3)),
            ]),
            "((T.`big` = ? AND T.`small` = ?) OR T.`tiny` = ?)",
            &["1", "2", "3"],
        ),
        (
            parts(same(note(), literal("x"))),
            "EXISTS (SELECT 1 FROM `part` AS `guard_related` WHERE \
             `guard_related`.`thing_id` = T.`id` AND CAST(`guard_related`.`note` AS BINARY) = ?)",
            &["x"],
        ),
        (
            not(parts(same(note(), literal("x")))),
            "NOT EXISTS (SELECT 1 FROM `part` AS `guard_related` WHERE \
             `guard_related`.`thing_id` = T.`id` AND \
             (CAST(`guard_related`.`note` AS BINARY) <> ?) IS NOT TRUE)",
            &["x"],
        ),
        (
            Plan::Hop(Hop::OwnerByCode, Box::new(Plan::Constant(true))),
            "EXISTS (SELECT 1 FROM `own``er` AS `guard_related` WHERE \
             CAST(`guard_related`.`code` AS BINARY) = CAST(T.`owner_code` AS BINARY) AND 1 = 1)",
            &[],
        ),
    ]);
}

/// Each rule has this text, in which `T` is the table, and these values.
fn check<const N: usize>(cases: [(Plan, &str, &[&str]); N]) {
    for (plan, text, values) in cases {
        let decision = library::access(&granted(plan)).decide(&caller().env(), Op::Read);
        let condition = decision.sql_of(Dialect::MySql, "t`", 5);
        assert_eq!(
            condition.text,
            format!("({})", text.replace("T.", "`t```."))
        );
        let bound = condition.values.iter().map(|value| match value {
            Datum::Boolean(truth) => truth.to_string(),
            Datum::Integer(number) => number.to_string(),
            Datum::Text(text) => text.to_string(),
            Datum::Uuid(bits) => unreachable!("no column is a UUID: {bits}"),
        });
        assert_eq!(bound.collect::<Vec<_>>(), values);
    }
}
