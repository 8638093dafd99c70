//! Which rows conditions choose, in two ways of running them.

use std::fmt::Write as _;

use guard_runtime::model::{Datum, SqlCondition};
use sea_orm::sea_query::{Expr, Query, UnionType};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, Value};

use crate::store::quoted;
use crate::tables::{Stored, Thing};

/// The alias of the table of things in these queries; it needs quoting.
pub(crate) const ALIAS: &str = "the \"thing\"";

/// The ids of the things that each condition chooses. `make` is told how many places stand before.
pub(crate) async fn chosen(
    db: &DatabaseConnection,
    conditions: &[impl Fn(usize) -> SqlCondition],
) -> Vec<Vec<i64>> {
    let as_text = run(db, conditions.len(), text(db, conditions)).await;
    // The first few, to keep it quick.
    let few = &conditions[..conditions.len().min(3)];
    let by_builder = run(db, few.len(), built(db, few)).await;
    assert!(
        as_text.starts_with(&by_builder),
        "it matters how the text is run"
    );
    as_text
}

async fn run(db: &DatabaseConnection, count: usize, statement: Statement) -> Vec<Vec<i64>> {
    let sql = statement.sql.clone();
    let rows = db.query_all_raw(statement).await;
    let mut answers = vec![Vec::new(); count];
    for row in rows.unwrap_or_else(|error| panic!("{error}\n{sql}")) {
        let names = ["condition", "id"].map(str::to_owned);
        let (number, id) = row.try_get_many::<(i32, i64)>("", &names).unwrap();
        answers[usize::try_from(number).unwrap()].push(id);
    }
    for ids in &mut answers {
        ids.sort_unstable();
    }
    answers
}

/// As texts with values, all in one.
fn text(db: &DatabaseConnection, conditions: &[impl Fn(usize) -> SqlCondition]) -> Statement {
    let (table, alias) = (quoted(Thing::NAME), quoted(ALIAS));
    let mut sql = String::new();
    let mut values = Vec::new();
    for (number, make) in conditions.iter().enumerate() {
        let condition = make(values.len());
        let joint = if number == 0 { "" } else { " UNION ALL " };
        write!(
            sql,
            "{joint}SELECT {number} AS condition, {alias}.id FROM {table} AS {alias} WHERE {}",
            condition.text
        )
        .unwrap();
        values.extend(condition.values.into_iter().map(bound));
    }
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// As parts of queries that are built.
fn built(db: &DatabaseConnection, conditions: &[impl Fn(usize) -> SqlCondition]) -> Statement {
    let selects = conditions.iter().enumerate().map(|(number, make)| {
        let condition = make(0);
        let values = condition.values.into_iter().map(bound);
        Query::select()
            .expr_as(Expr::cust(number.to_string()), "condition")
            .column((ALIAS, "id"))
            .from_as(Thing::NAME, ALIAS)
            .and_where(Expr::cust_with_values(condition.text, values))
            .take()
    });
    let all = selects.reduce(|mut all, select| all.union(UnionType::All, select).take());
    db.get_database_backend().build(&all.unwrap())
}

fn bound(datum: Datum) -> Value {
    match datum {
        Datum::Boolean(truth) => truth.into(),
        Datum::Integer(number) => number.into(),
        Datum::Text(text) => (&*text).into(),
        Datum::Uuid(bits) => unreachable!("no column is a UUID: {bits}"),
    }
}
