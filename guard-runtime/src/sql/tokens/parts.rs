//! What belongs to tokens and stands in tables of its own, read in one query.

use sea_orm::sea_query::{Expr, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult};

/// One row of one of the tables.
#[derive(FromQueryResult)]
pub(super) struct Part {
    pub(super) token_id: String,
    pub(super) kind: i32,
    pub(super) scope: String,
    pub(super) project: String,
    pub(super) permission: String,
}

pub(super) const PERMISSION: i32 = 0;
pub(super) const PROJECT: i32 = 1;
pub(super) const PROJECT_PERMISSION: i32 = 2;
pub(super) const USE: i32 = 3;

/// Each kind of row: its table, and the columns that this has.
const KINDS: [(i32, &str, &[&str]); 4] = [
    (PERMISSION, "guard_token_permission", &["permission"]),
    (PROJECT, "guard_token_project", &["scope", "project"]),
    (
        PROJECT_PERMISSION,
        "guard_token_project_permission",
        &["scope", "project", "permission"],
    ),
    (USE, "guard_token_use", &["permission"]),
];

/// All rows of the tokens whose id meets the condition.
pub(super) async fn find(
    db: &DatabaseConnection,
    is_of: impl Fn(Expr) -> Expr,
) -> Result<Vec<Part>, DbErr> {
    let mut kinds = KINDS.iter().map(|(kind, table, columns)| {
        let mut select = select(*kind, table, columns);
        select.and_where(is_of(Expr::col("token_id")));
        select
    });
    let mut all = kinds.next().unwrap_or_default();
    all.unions(kinds.map(|it| (UnionType::All, it)));
    let rows = db.query_all(&all).await?;
    rows.iter()
        .map(|row| Part::from_query_result(row, ""))
        .collect()
}

fn select(kind: i32, table: &'static str, columns: &[&'static str]) -> SelectStatement {
    let mut select = Query::select();
    select.from(table).column("token_id");
    select.expr_as(Expr::cust(kind.to_string()), "kind");
    for name in ["scope", "project", "permission"] {
        if columns.contains(&name) {
            select.column(name);
        } else {
            select.expr_as(Expr::cust("''"), name);
        }
    }
    select
}
