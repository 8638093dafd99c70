//! One rule for one caller over all rows: three answers, compared.

use guard_runtime::Env;
use guard_runtime::model::{Access, Kleene, Op, Rows};
use sea_orm::DatabaseConnection;

use crate::choose::{ALIAS, chosen};
use crate::library;
use crate::plan::Declared;
use crate::reference::{self, FALSE, TRUE, Truth};
use crate::store;
use crate::tables::Thing;
use crate::world::{Caller, World, models};

/// The rows of a world as the library takes them.
pub(crate) struct Memory {
    things: Vec<Thing>,
    rows: Rows,
}

impl Memory {
    pub(crate) fn of(world: &World) -> Self {
        let (things, rows) = (models(&world.things), world.rows());
        Self { things, rows }
    }
}

/// What the reference says of each thing, for each caller, after the predicate and the database have
/// said the same.
pub(crate) async fn agreed(
    db: &DatabaseConnection,
    world: &World,
    memory: &Memory,
    declared: &Declared,
    callers: &[Caller],
) -> Vec<Vec<Truth>> {
    let access = library::access(declared);
    let envs = callers.iter().map(Caller::env).collect::<Vec<_>>();
    let by_sql = by_sql(db, access, &envs).await;
    let mut answers = Vec::new();
    for ((caller, env), chosen) in callers.iter().zip(&envs).zip(by_sql) {
        let things = world.things.iter();
        let truths = things.map(|it| reference::judge(declared, caller, world, it));
        let truths = truths.collect::<Vec<_>>();
        let predicate = by_predicate(access, env, memory);
        for ((row, truth), predicate) in world.things.iter().zip(&truths).zip(predicate) {
            let expected = match *truth {
                FALSE => Kleene::False,
                TRUE => Kleene::True,
                _ => Kleene::Unknown,
            };
            let is_chosen = chosen.contains(&row[0].number().unwrap());
            assert!(
                predicate == expected && is_chosen == expected.is_true(),
                "the reference says {expected:?}, the predicate {predicate:?}, SQL {is_chosen}\n\
                 {declared:#?}\nof {row:?}\nfor {caller:#?}",
            );
        }
        let allowed = truths.iter().filter(|it| **it == TRUE).count();
        assert_eq!(chosen.len(), allowed, "a row comes twice: {declared:?}");
        answers.push(truths);
    }
    answers
}

async fn by_sql(
    db: &DatabaseConnection,
    access: &'static Access<Thing>,
    envs: &[Env],
) -> Vec<Vec<i64>> {
    let dialect = store::dialect(db);
    let conditions = envs.iter().map(|env| {
        let decision = access.decide(env, Op::Read);
        move |before| decision.sql_of(dialect, ALIAS, before)
    });
    chosen(db, &conditions.collect::<Vec<_>>()).await
}

fn by_predicate(access: &'static Access<Thing>, env: &Env, memory: &Memory) -> Vec<Kleene> {
    let decision = access.decide(env, Op::Read);
    let things = memory.things.iter();
    things.map(|it| decision.test(it, &memory.rows)).collect()
}
