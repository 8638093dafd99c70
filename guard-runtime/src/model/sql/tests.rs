//! Conditions on related rows.

use super::{Dialect, write};
use crate::model::bound::Bound;
use crate::model::column::{Column, Reader};
use crate::model::hop::{Hop as _, Relation};
use crate::model::rule::Rule;
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

#[test]
fn texts_are_joined_as_they_are_compared() {
    let env = Env::of(User::new(7)).unwrap_or_else(|error| unreachable!("{error}"));
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
    let bound = Bound::Hop(relation.bind(&env, true));
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
        let text = write(&bound, dialect, "t", 0).text;
        assert!(text.contains(join), "{text}");
    }
}
