//! Rules without a database: the predicate, and building a condition.

use std::hint::black_box;

use guard_runtime::model::{Dialect, ModelAccess, Op, decide};
use guard_runtime::{Env, User};

use crate::groups;
use crate::invoice::{self, Model};
use crate::many::{First, Last, TenRules};
use crate::turns::{Table, by_turns};

/// How many conditions are built at a time.
const BATCH: u32 = 256;

pub(crate) fn measure(table: &mut Table) {
    let env = env();
    let rows = invoice::rows().collect::<Vec<_>>();
    let read = decide::<Model>(&env, Op::Read);
    let by_hand =
        |row: &&Model| row.salesperson_id == 7 && (row.company_id == 1 || row.company_id == 2);
    let (ours, theirs) = by_turns(
        || {
            assert_eq!(
                rows.iter()
                    .filter(|row| read.allows(black_box(row)))
                    .count(),
                500
            );
        },
        || {
            assert_eq!(
                rows.iter().filter(|row| by_hand(black_box(row))).count(),
                500
            );
        },
    );
    #[allow(clippy::cast_precision_loss, reason = "100,000")]
    let count = rows.len() as f64;
    println!("the predicate by hand: {:.2} ns a row", theirs / count);
    table.add(
        "the predicate, for each of 100,000 rows",
        ours / count,
        10.0,
        " ns",
    );

    let (ten, _) = by_turns(|| build::<TenRules>(&env), || build::<First>(&env));
    table.add(
        "a condition of 10 rules",
        ten / f64::from(BATCH),
        1_000.0,
        " ns",
    );

    let (last, first) = by_turns(|| build::<Last>(&env), || build::<First>(&env));
    table.add(
        "the last of 200 models / the first",
        last / first,
        1.1,
        " ×",
    );
}

fn build<M: ModelAccess>(env: &Env) {
    for _ in 0..BATCH {
        let condition = decide::<M>(black_box(env), Op::Read).sql(Dialect::Postgres);
        assert!(!black_box(condition).text.is_empty());
    }
}

fn env() -> Env {
    let user = User::new(7)
        .in_group(groups::sales_user)
        .with_companies([1, 2]);
    Env::of(user).expect("a user")
}
