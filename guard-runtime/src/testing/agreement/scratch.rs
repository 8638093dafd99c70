//! Tables that hide others of the same name from one connection, for as long as a transaction lasts.

use sea_orm::sea_query::{ColumnDef, Expr, Query, TableCreateStatement};
use sea_orm::{
    ColumnTrait as _, ColumnType, ConnectionTrait, DbBackend, DbErr, EntityTrait, IdenStatic as _,
    Iterable as _, ModelTrait as _, Statement,
};

use crate::model::Table;

/// The number of a row, beside the columns of its entity.
pub(super) const NUMBER: &str = "guard_row";

/// Makes a table with the columns of an entity, without its keys, constraints and defaults, and fills
/// it. Where the table `exists`, the columns are as the database has them.
///
/// Temporary tables come before others of their name, in `PostgreSQL` (Documentation, 5.10.3) as in
/// `SQLite` (Documentation, "Database Object Name Resolution").
pub(super) fn statements<E: EntityTrait>(
    rows: &[E::Model],
    backend: DbBackend,
    exists: bool,
) -> Result<Vec<Statement>, DbErr> {
    let name = E::default().table_name();
    let create = if exists {
        copied::<E>(backend)
    } else {
        made::<E>(backend)
    };
    let mut statements = vec![create];
    // Databases bind some ten thousand values at a time.
    let at_a_time = 8_000 / (E::Column::iter().count() + 1);
    let mut number = 0_i64;
    for rows in rows.chunks(at_a_time.max(1)) {
        let mut insert = Query::insert();
        insert.into_table(name);
        insert.columns(E::Column::iter().map(|it| it.as_str()).chain([NUMBER]));
        for row in rows {
            let values = E::Column::iter().map(|it| it.save_as(Expr::val(row.get(it))));
            let values = values.chain([Expr::val(number)]);
            let filled = insert.values(values);
            filled.map_err(|error| DbErr::Custom(error.to_string()))?;
            number += 1;
        }
        statements.push(backend.build(&insert));
    }
    Ok(statements)
}

/// The columns as the entity has them.
fn made<E: EntityTrait>(backend: DbBackend) -> Statement {
    let mut table = TableCreateStatement::new();
    table.temporary().table(E::default().table_name());
    for column in E::Column::iter() {
        let kind = match (column.def().get_column_type(), backend) {
            (ColumnType::Enum { name, .. }, DbBackend::Postgres) => {
                ColumnType::Custom(name.clone())
            }
            (kind, _) => kind.clone(),
        };
        table.col(ColumnDef::new_with_type(column, kind));
    }
    table.col(ColumnDef::new(NUMBER).big_integer());
    backend.build(&table)
}

/// The columns as the database has them: `PostgreSQL` keeps types and collations, and nothing else.
fn copied<E: EntityTrait>(backend: DbBackend) -> Statement {
    let entity = E::default();
    let select = Query::select()
        .columns(E::Column::iter().map(|it| it.as_str()))
        .expr_as(Expr::cust("CAST(0 AS bigint)"), NUMBER)
        .from(entity.table_ref())
        .take();
    let select = backend.build(&select).sql;
    let name = quoted(entity.table_name());
    let sql = format!("CREATE TEMPORARY TABLE {name} AS {select} WITH NO DATA");
    Statement::from_string(backend, sql)
}

/// Whether the database has the table, and says how its columns are declared.
pub(super) async fn exists(db: &impl ConnectionTrait, table: Table) -> Result<bool, DbErr> {
    let backend = db.get_database_backend();
    // What SQLite says of columns is no more than what the entity says: rules name their collation.
    if backend != DbBackend::Postgres {
        return Ok(false);
    }
    let schema = table.schema.map(|schema| format!("{}.", quoted(schema)));
    let name = format!("{}{}", schema.unwrap_or_default(), quoted(table.name));
    let sql = "SELECT to_regclass($1) IS NOT NULL AS found";
    let statement = Statement::from_sql_and_values(backend, sql, [name.into()]);
    let row = db.query_one_raw(statement).await?;
    row.map_or(Ok(false), |row| row.try_get("", "found"))
}

pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
