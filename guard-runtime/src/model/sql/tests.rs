//! Conditions as texts.

use super::{Dialect, write};
use crate::model::bind::bind;
use crate::model::bound::Bound;
use crate::model::column::{Column, Reader};
use crate::model::hop::{Hop as _, Relation};
use crate::model::rule::{Comparison, Operand, Rule};
use crate::model::table::Table;
use crate::{Env, User};

struct Row {
    code: String,
}

const CODE: Column<Row> = Column::new(
    "code",
    "code",
    const { &Reader::new(|row: &Row| &row.code) },
);

fn env() -> Env {
    Env::of(User::new(7)).unwrap_or_else(|error| unreachable!("{error}"))
}

/// Of the row with the same code, nothing.
fn twin() -> Bound<Row> {
    let relation = Relation::<Row, Row> {
        name: "twin",
        any: false,
        ours: const { &CODE },
        table: const {
            &Table {
                schema: None,
                name: "row",
            }
        },
        theirs: const { &CODE },
        rule: Rule::Always(true),
    };
    Bound::Hop(relation.bind(&env(), true))
}

#[test]
fn texts_are_joined_as_they_are_compared() {
    for (dialect, join) in [
        (
            Dialect::Sqlite,
            r#""guard_related"."code" = "t"."code" COLLATE BINARY"#,
        ),
        (
            Dialect::Postgres,
            r#""guard_related"."code" = "t"."code" AND"#,
        ),
        (
            Dialect::MySql,
            "CAST(`guard_related`.`code` AS BINARY) = CAST(`t`.`code` AS BINARY)",
        ),
    ] {
        let text = write(&twin(), dialect, "t", 0).text;
        assert!(text.contains(join), "{text}");
    }
}

#[test]
fn related_rows_are_called_otherwise_than_ours() {
    let text = write(&twin(), Dialect::Sqlite, "guard_related", 0).text;
    let join = r#""guard_related_too"."code" = "guard_related"."code""#;
    assert!(text.contains(join), "{text}");
}

#[test]
fn each_database_gets_its_own_sql() {
    static CODE_IS: Rule<Row> = Rule::Compare(
        Operand::Column(const { &CODE }),
        Comparison::Equal,
        Operand::Text("draft"),
    );
    let rule = Bound::all([
        bind(&CODE_IS, &env(), false),
        bind(
            &Rule::StartsWith(const { &CODE }, Operand::Text("d")),
            &env(),
            true,
        ),
    ]);
    for (dialect, expected) in [
        (
            Dialect::Sqlite,
            r#"(("i"."code" <> ? COLLATE BINARY AND ("i"."code" >= ? COLLATE BINARY AND "i"."code" < ? COLLATE BINARY AND instr("i"."code", ?) = 1)))"#,
        ),
        (
            Dialect::Postgres,
            r#"(("i"."code" <> $3 COLLATE "C" AND starts_with("i"."code" COLLATE "C", $4)))"#,
        ),
        (
            Dialect::MySql,
            "((CAST(`i`.`code` AS BINARY) <> ? AND LEFT(CAST(`i`.`code` AS BINARY), 1) = ?))",
        ),
    ] {
        assert_eq!(write(&rule, dialect, "i", 2).text, expected);
    }
}
