//! The rows in a database, and which of them conditions choose.

use guard_runtime::model::Dialect;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::cell::{Cell, I16, I32, Type};
use crate::tables::{Named, Owner, Part, Stored, Thing};
use crate::world::World;

pub(crate) fn dialect(db: &DatabaseConnection) -> Dialect {
    match db.get_database_backend() {
        DbBackend::Postgres => Dialect::Postgres,
        DbBackend::Sqlite => Dialect::Sqlite,
        other => unreachable!("{other:?}"),
    }
}

/// Empty tables.
pub(crate) async fn create(db: &DatabaseConnection) {
    create_one::<Thing>(db).await;
    create_one::<Owner>(db).await;
    create_one::<Part>(db).await;
}

async fn create_one<M: Stored>(db: &DatabaseConnection) {
    let sqlite = dialect(db) == Dialect::Sqlite;
    let columns = M::COLUMNS.iter().map(|column| {
        let kind = match column.kind {
            Type::Truth => "boolean",
            I16 => "smallint",
            I32 => "integer",
            Type::Number(..) => "bigint",
            Type::Text => "text",
        };
        let collation = if sqlite { column.collation } else { "" };
        format!("{} {kind} {collation}", quoted(column.name))
    });
    let columns = columns.collect::<Vec<_>>().join(", ");
    let sql = format!("CREATE TABLE {} ({columns})", quoted(M::NAME));
    db.execute_unprepared(&sql).await.unwrap();
}

/// These rows instead of those there were.
pub(crate) async fn fill(db: &DatabaseConnection, world: &World) {
    insert::<Thing>(db, &world.things).await;
    insert::<Owner>(db, &world.owners).await;
    insert::<Part>(db, &world.parts).await;
}

pub(crate) async fn insert<M: Stored>(db: &DatabaseConnection, rows: &[Vec<Cell>]) {
    let backend = db.get_database_backend();
    let table = quoted(M::NAME);
    db.execute_unprepared(&format!("DELETE FROM {table}"))
        .await
        .unwrap();
    for row in rows {
        let places = (1..=row.len())
            .map(|it| format!("${it}"))
            .collect::<Vec<_>>()
            .join(", ");
        let values = M::COLUMNS
            .iter()
            .zip(row)
            .map(|(Named { kind, .. }, cell)| kind.stored(cell));
        let sql = format!("INSERT INTO {table} VALUES ({places})");
        let statement = Statement::from_sql_and_values(backend, sql, values.collect::<Vec<_>>());
        db.execute_raw(statement).await.unwrap();
    }
}

pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
