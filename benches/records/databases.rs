//! The databases with 100,000 invoices.

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait, IntoActiveModel,
    Schema, TransactionTrait,
};

use crate::invoice;

pub(crate) struct Filled {
    pub(crate) name: &'static str,
    pub(crate) connection: DatabaseConnection,
}

/// `SQLite`, and `PostgreSQL` where `scripts/postgres` has started it.
pub(crate) async fn all() -> Vec<Filled> {
    let mut all = vec![Filled {
        name: "SQLite",
        connection: filled("sqlite::memory:").await,
    }];
    match std::env::var("GUARD_TEST_POSTGRES") {
        Ok(url) => all.push(Filled {
            name: "PostgreSQL",
            connection: filled(&url).await,
        }),
        Err(_) => {
            println!("PostgreSQL is left out: run scripts/postgres cargo bench --bench records");
        }
    }
    all
}

async fn filled(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .min_connections(1)
        .max_connections(1);
    let connection = Database::connect(options)
        .await
        .expect("the database is open");
    let transaction = connection.begin().await.expect("a transaction");
    let schema = Schema::new(transaction.get_database_backend());
    transaction
        .execute_unprepared("DROP TABLE IF EXISTS invoice")
        .await
        .expect("an earlier run is gone");
    transaction
        .execute(&schema.create_table_from_entity(invoice::Entity))
        .await
        .expect("the table is made");
    for index in schema.create_index_from_entity(invoice::Entity) {
        transaction
            .execute(&index)
            .await
            .expect("the index is made");
    }
    let rows = invoice::rows().collect::<Vec<_>>();
    for rows in rows.chunks(1_000) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        invoice::Entity::insert_many(rows)
            .exec_without_returning(&transaction)
            .await
            .expect("the rows are stored");
    }
    transaction.commit().await.expect("all is stored");
    connection
        .execute_unprepared("ANALYZE")
        .await
        .expect("the planner knows the table");
    connection
}
