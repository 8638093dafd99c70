//! The first migration: all tables.
#![expect(
    elided_lifetimes_in_paths,
    reason = "as the trait declares it, or it is another method"
)]

use sea_orm::sea_query::{ColumnDef, ForeignKeyCreateStatement};
use sea_orm::sea_query::{ForeignKey, ForeignKeyAction, Index, Table, TableCreateStatement};
use sea_orm::{DbBackend, DbErr};
use sea_orm_migration::async_trait::async_trait;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

pub(super) struct Tables;

impl MigrationName for Tables {
    fn name(&self) -> &'static str {
        "guard_0001_tables"
    }
}

#[async_trait]
impl MigrationTrait for Tables {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        if !matches!(backend, DbBackend::Sqlite | DbBackend::Postgres) {
            let db = backend.as_str();
            return Err(DbErr::BackendNotSupported {
                db,
                ctx: "access data",
            });
        }
        for table in tables() {
            manager.create_table(table).await?;
        }
        let indexes = [
            ("guard_token_owner", "guard_token", "owner"),
            ("guard_membership_user", "guard_membership", "user_id"),
        ];
        for (name, table, column) in indexes {
            let mut index = Index::create();
            index.name(name).table(table).col(column).if_not_exists();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Those that refer to others go first.
        for table in tables()
            .iter()
            .rev()
            .filter_map(TableCreateStatement::get_table_name)
        {
            let drop = Table::drop().table(table.clone()).if_exists().take();
            manager.drop_table(drop).await?;
        }
        Ok(())
    }

    /// In `SQLite` too: a start that is interrupted leaves no half of the tables behind.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

fn tables() -> [TableCreateStatement; 10] {
    let mut token = table("guard_token", &["id"]);
    for name in ["digest", "owner", "title", "description"] {
        token.col(ColumnDef::new(name).text().not_null());
    }
    for name in ["created_at", "expires_at"] {
        token.col(ColumnDef::new(name).big_integer().not_null());
    }
    for name in ["last_used_at", "revoked_at"] {
        token.col(ColumnDef::new(name).big_integer());
    }
    let mut role = table("guard_role", &["name"]);
    for name in ["title", "description"] {
        role.col(ColumnDef::new(name).text().not_null());
    }
    let mut project = table("guard_project", &["scope", "id"]);
    project.col(ColumnDef::new("visibility").text().not_null());

    let of_token = || belongs_to("guard_token", &[("token_id", "id")]);
    let named = ["token_id", "scope", "project"];
    let of_project = named.map(|column| (column, column));
    [
        token,
        with(
            table("guard_token_permission", &["token_id", "permission"]),
            of_token(),
        ),
        with(table("guard_token_project", &named), of_token()),
        with(
            table(
                "guard_token_project_permission",
                &["token_id", "scope", "project", "permission"],
            ),
            belongs_to("guard_token_project", &of_project),
        ),
        with(
            table("guard_token_use", &["token_id", "permission"]),
            of_token(),
        ),
        role,
        with(
            table("guard_role_permission", &["role", "permission"]),
            belongs_to("guard_role", &[("role", "name")]),
        ),
        // Roles that are declared in code stand in no table.
        table("guard_user_role", &["user_id", "role"]),
        project,
        with(
            table("guard_membership", &["scope", "project", "user_id", "role"]),
            belongs_to("guard_project", &[("scope", "scope"), ("project", "id")]),
        ),
    ]
}

/// A table with these texts as its primary key.
fn table(name: &'static str, key: &[&'static str]) -> TableCreateStatement {
    let mut table = Table::create();
    table.table(name).if_not_exists();
    let mut primary = Index::create();
    for column in key {
        table.col(ColumnDef::new(*column).text().not_null());
        primary.col(*column);
    }
    table.primary_key(&mut primary);
    table
}

fn with(
    mut table: TableCreateStatement,
    mut key: ForeignKeyCreateStatement,
) -> TableCreateStatement {
    table.foreign_key(&mut key);
    table
}

/// The row goes when the one goes that it belongs to.
fn belongs_to(
    table: &'static str,
    columns: &[(&'static str, &'static str)],
) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.to_tbl(table).on_delete(ForeignKeyAction::Cascade);
    for (from, to) in columns {
        key.from_col(*from).to_col(*to);
    }
    key
}
