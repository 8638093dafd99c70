//! The second migration: the log of changes of assignments.
#![expect(
    elided_lifetimes_in_paths,
    reason = "as the trait declares it, or it is another method"
)]

use sea_orm::DbErr;
use sea_orm::sea_query::{ColumnDef, Index, Table};
use sea_orm_migration::async_trait::async_trait;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

const TABLE: &str = "guard_assignment_change";

pub(super) struct Changes;

impl MigrationName for Changes {
    fn name(&self) -> &'static str {
        "guard_0002_changes"
    }
}

#[async_trait]
impl MigrationTrait for Changes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::create();
        table.table(TABLE).if_not_exists();
        // Counted by the database, so that of two changes in one second the later one is known.
        let mut id = ColumnDef::new("id");
        table.col(id.big_integer().not_null().auto_increment().primary_key());
        table.col(ColumnDef::new("at").big_integer().not_null());
        for name in ["actor", "user_id"] {
            table.col(ColumnDef::new(name).text().not_null());
        }
        table.col(ColumnDef::new("request_id").text());
        for name in ["kind", "before", "after", "state"] {
            table.col(ColumnDef::new(name).text().not_null());
        }
        manager.create_table(table).await?;
        let indexes = [
            ("guard_assignment_change_user", "user_id"),
            ("guard_assignment_change_actor", "actor"),
        ];
        for (name, column) in indexes {
            let mut index = Index::create();
            index.name(name).table(TABLE).col(column).if_not_exists();
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let drop = Table::drop().table(TABLE).if_exists().take();
        manager.drop_table(drop).await
    }

    /// In `SQLite` too: a start that is interrupted leaves no half of it behind.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
