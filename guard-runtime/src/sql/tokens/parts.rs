//! Tokens with what belongs to them and stands in tables of its own, read in one query.

use sea_orm::sea_query::{Expr, Query, SelectStatement, UnionType};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, QueryResult};

use crate::sql::entity::token;

/// One row of one of the tables.
pub(super) enum Row {
    Token(token::Model),
    Part(Part),
}

/// One row of a table that belongs to tokens.
#[derive(FromQueryResult)]
pub(super) struct Part {
    /// Of the token.
    pub(super) id: String,
    pub(super) kind: i32,
    pub(super) scope: String,
    pub(super) project: String,
    pub(super) permission: String,
}

const TOKEN: i32 = 0;
pub(super) const PERMISSION: i32 = 1;
pub(super) const PROJECT: i32 = 2;
pub(super) const PROJECT_PERMISSION: i32 = 3;
const USE: i32 = 4;

const OF_PARTS: [&str; 3] = ["scope", "project", "permission"];
const OF_TOKENS: [&str; 8] = [
    "digest",
    "owner",
    "title",
    "description",
    "created_at",
    "expires_at",
    "last_used_at",
    "revoked_at",
];

/// Each kind of row: its table, where this has the id of the token, and the columns that it has. The
/// first says of which type they are.
pub(super) const KINDS: [(i32, &str, &str, &[&str]); 5] = [
    (TOKEN, "guard_token", "id", &OF_TOKENS),
    (
        PERMISSION,
        "guard_token_permission",
        "token_id",
        &["permission"],
    ),
    (
        PROJECT,
        "guard_token_project",
        "token_id",
        &["scope", "project"],
    ),
    (
        PROJECT_PERMISSION,
        "guard_token_project_permission",
        "token_id",
        &OF_PARTS,
    ),
    (USE, "guard_token_use", "token_id", &["permission"]),
];

/// All rows of the tokens whose id meets the condition.
pub(super) async fn find(
    db: &DatabaseConnection,
    is_of: impl Fn(Expr) -> Option<Expr>,
) -> Result<Vec<Row>, DbErr> {
    let mut kinds = KINDS.iter().map(|(kind, table, id, columns)| {
        let mut select = select(*kind, table, id, columns);
        if let Some(condition) = is_of(Expr::col(*id)) {
            select.and_where(condition);
        }
        select
    });
    let mut all = kinds.next().unwrap_or_default();
    all.unions(kinds.map(|it| (UnionType::All, it)));
    let rows = db.query_all(&all).await?;
    rows.iter().map(read).collect()
}

fn read(row: &QueryResult) -> Result<Row, DbErr> {
    if row.try_get::<i32>("", "kind")? == TOKEN {
        token::Model::from_query_result(row, "").map(Row::Token)
    } else {
        Part::from_query_result(row, "").map(Row::Part)
    }
}

fn select(
    kind: i32,
    table: &'static str,
    id: &'static str,
    columns: &[&'static str],
) -> SelectStatement {
    let mut select = Query::select();
    select.from(table).expr_as(Expr::col(id), "id");
    select.expr_as(Expr::cust(kind.to_string()), "kind");
    for (all, absent) in [(&OF_PARTS[..], "''"), (&OF_TOKENS[..], "NULL")] {
        for name in all.iter().copied() {
            if columns.contains(&name) {
                select.column(name);
            } else {
                select.expr_as(Expr::cust(absent), name);
            }
        }
    }
    select
}
