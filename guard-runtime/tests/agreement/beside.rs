//! Conditions as texts, beside conditions of others, run by `sqlx` itself.

use guard_runtime::model::{Datum, Dialect, Op};
use sea_orm::sqlx::{self, AssertSqlSafe};

use crate::asked::Asked;
use crate::databases::{Place, in_each_database};
use crate::library;
use crate::plan::{Given, Hop, Plan, Side, Sign, Source};
use crate::short::{column, env, granted, literal, numbers, owner, position, same, texts, things};
use crate::store::{dialect, quoted};
use crate::tables::{Owner, Stored, Thing};

in_each_database! {
    async fn a_condition_stays_one_beside_others(place: &Place) {
        let asked = Asked::of(place, things("big", [1, 2, 3, 4, 5, 6])).await;
        let is = |number: i128| same(column("big"), literal(number));
        let compare = |sign, number: i128| Plan::Compare(column("big"), sign, literal(number));
        // What `AND` and `OR` would tear apart.
        let either = Plan::Or(vec![is(2), is(3), is(5)]);
        let both = Plan::And(vec![compare(Sign::Greater, 1), compare(Sign::Less, 4)]);
        let never = Plan::Among(numbers([]), column("big"));
        for (plan, around, ids) in [
            (&either, "big > THEIRS AND OURS", &[3, 5][..]),
            (&either, "OURS AND big > THEIRS", &[3, 5]),
            (&either, "big = THEIRS OR OURS", &[2, 3, 5]),
            (&both, "big = THEIRS OR OURS", &[2, 3]),
            (&both, "OURS OR big = THEIRS", &[2, 3]),
            (&both, "OURS AND big <> THEIRS", &[3]),
            (&never, "big = THEIRS OR OURS", &[2]),
            (&never, "OURS AND big <> THEIRS", &[]),
            (&Plan::Constant(true), "big <> THEIRS AND OURS", &[1, 3, 4, 5, 6]),
        ] {
            assert_eq!(run(&asked, plan, around, 2).await, ids, "{plan:?} in {around}");
        }
    }

    async fn values_of_every_kind_are_bound(place: &Place) {
        let mut world = things("order", ["a' OR 1 = 1 --", "ab", "$1", "?"]);
        world.owners = vec![owner(1, "a"), owner(2, "b")];
        world.things[1][position::<Thing>("owner id")] = 2.into();
        world.things[2][position::<Thing>("flag")] = true.into();
        let mut asked = Asked::of(place, world).await;
        asked.caller.region = Some("?".into());
        let code = Side::Column(position::<Owner>("code"));
        for (plan, ids) in [
            (same(column("order"), literal("a' OR 1 = 1 --")), &[1][..]),
            (Plan::Among(texts(["$1", "ab"]), column("order")), &[2, 3]),
            (Plan::Begins(position::<Thing>("order"), literal("a")), &[1, 2]),
            (Plan::Begins(position::<Thing>("order"), env(Given::Region)), &[4]),
            (same(column("flag"), literal(true)), &[3]),
            (Plan::Among(Source::Cids, column("owner id")), &[2]),
            (Plan::Hop(Hop::Owner, Box::new(same(code, literal("b")))), &[2]),
        ] {
            for around in ["id > THEIRS AND OURS", "OURS AND id > THEIRS"] {
                assert_eq!(run(&asked, &plan, around, 0).await, ids, "{plan:?} in {around}");
            }
            assert_eq!(run(&asked, &plan, "id = THEIRS AND OURS", 9).await, [0; 0], "{plan:?}");
        }
    }
}

/// The ids of the things that a condition of ours and one of theirs choose together.
async fn run(asked: &Asked, plan: &Plan, around: &str, theirs: i64) -> Vec<i64> {
    let dialect = dialect(&asked.db);
    let decision = library::access(&granted(plan.clone())).decide(&asked.caller.env(), Op::Read);
    let theirs_first = around.find("THEIRS") < around.find("OURS");
    let ours = decision.sql_of(dialect, Thing::NAME, usize::from(theirs_first));
    let number = if theirs_first {
        1
    } else {
        ours.values.len() + 1
    };
    let place = match dialect {
        Dialect::Postgres => format!("${number}"),
        Dialect::Sqlite | Dialect::MySql => "?".to_owned(),
    };
    let around = around.replace("THEIRS", &place).replace("OURS", &ours.text);
    let sql = format!(
        "SELECT id FROM {} WHERE {around} ORDER BY id",
        quoted(Thing::NAME)
    );
    let sql = AssertSqlSafe(sql);
    let mut values = ours.values;
    values.insert(number - 1, Datum::Integer(theirs));
    // The two have no type in common.
    macro_rules! fetch {
        ($pool:expr) => {{
            let mut query = sqlx::query_scalar(sql);
            for value in &values {
                query = match value {
                    Datum::Boolean(truth) => query.bind(*truth),
                    Datum::Integer(number) => query.bind(*number),
                    Datum::Text(text) => query.bind(text.to_string()),
                    Datum::Uuid(bits) => unreachable!("no column is a UUID: {bits}"),
                };
            }
            query.fetch_all($pool).await.unwrap()
        }};
    }
    match dialect {
        Dialect::Postgres => fetch!(asked.db.get_postgres_connection_pool()),
        Dialect::Sqlite | Dialect::MySql => fetch!(asked.db.get_sqlite_connection_pool()),
    }
}
