//! The SQL that is shown says what the SQL that runs says.

use guard_runtime::model::{Dialect, Op, Seen, models};
use guard_runtime::{Env, User, groups as core};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement, Value};

use crate::databases::{Place, in_each_database};
use crate::world::attributes;

const ROWS: &str = "
CREATE TABLE carrier (id BIGINT, country TEXT, blocked BOOLEAN);
CREATE TABLE stop (shipment_id BIGINT, company_id BIGINT);
CREATE TABLE shipment (id BIGINT, carrier_id BIGINT, code TEXT);
INSERT INTO carrier VALUES (1, 'de', FALSE), (2, 'fr', FALSE), (3, NULL, FALSE), (4, 'fr', TRUE);
INSERT INTO stop VALUES (10, 1), (10, 2), (11, 3), (12, NULL), (13, 2);
INSERT INTO shipment VALUES (10, 1, 'a'), (11, 2, 'd1'), (12, 3, NULL), (13, 4, 'O''Neil'),
    (14, NULL, 'c'), (15, 9, 'D');";

async fn ids(db: &DatabaseConnection, sql: &str, values: Vec<Value>) -> Vec<i64> {
    let sql = format!("SELECT id FROM shipment WHERE {sql} ORDER BY id");
    let statement = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|it| it.try_get("", "id").unwrap())
        .collect()
}

fn value(seen: &Seen) -> Value {
    match seen {
        Seen::Integer(number) => (*number).into(),
        Seen::Text(text) => text.clone().into(),
        Seen::Boolean(truth) => (*truth).into(),
        other => panic!("{other:?}"),
    }
}

in_each_database! {
    async fn both_find_the_same_rows(place: &Place) {
        let db = place.open().await;
        db.execute_unprepared(ROWS).await.unwrap();
        let dialect = match place {
            Place::Postgres { .. } => Dialect::Postgres,
            _ => Dialect::Sqlite,
        };
        let user = User::new(7).in_group(core::core_internal).with_companies([1, 2]);
        let user = Env::of(user.with(attributes::region("de".to_owned()))).unwrap();
        let model = models().into_iter().find(|it| it.name() == "shipment").unwrap();
        let runs = model.outlook(dialect, &user, Op::Read).grants;
        let mut found = Vec::new();
        for (shown, runs) in model.rules_in(dialect).grants.iter().zip(runs) {
            let shown = shown.sql.clone().unwrap();
            let filled = shown.replace(":cids", "1, 2").replace(":cid", "1");
            let filled = filled.replace(":region", "'de'");
            let runs = runs.rule.unwrap();
            let values = runs.values.iter().map(value).collect();
            let expected = ids(&db, &runs.sql, values).await;
            assert_eq!(ids(&db, &filled, Vec::new()).await, expected, "{shown}\n{}", runs.sql);
            found.push(expected);
        }
        assert_eq!(
            found,
            [
                vec![11],
                vec![10],
                vec![11, 14, 15],
                vec![11, 13],
                vec![10, 14, 15],
                vec![11, 13, 15],
            ]
        );
    }
}
