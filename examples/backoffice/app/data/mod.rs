//! The database: its tables, and how they come into being.

pub(crate) mod api_key;
pub(crate) mod assignment;
pub(crate) mod company;
pub(crate) mod contact;
#[path = "../../../shared/date.rs"]
pub(crate) mod date;
pub(crate) mod employment;
pub(crate) mod invoice;
pub(crate) mod invoice_line;
pub(crate) mod invoice_status;
pub(crate) mod membership;
pub(crate) mod module;
pub(crate) mod order;
pub(crate) mod order_line;
pub(crate) mod product;
pub(crate) mod seed;
pub(crate) mod setting;
pub(crate) mod ticket;
pub(crate) mod user;
pub(crate) mod version;

use std::error::Error;
use std::time::Duration;

use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbErr,
    Schema, TransactionTrait,
};

use super::Passwords;

/// Opens the database, and fills it if it is new.
///
/// # Errors
///
/// The database cannot be opened or written, it is not of this version of the program, or a password
/// cannot be hashed.
pub(crate) async fn open(
    url: &str,
    passwords: &Passwords,
) -> Result<DatabaseConnection, Box<dyn Error>> {
    let db = connect(url).await?;
    // One transaction: a start that is interrupted leaves nothing half filled behind.
    let transaction = db.begin().await?;
    if version::is_new(&transaction, url).await? {
        tracing::info!("the database is new: filling it");
        create_tables(&transaction).await?;
        seed::fill(&transaction, passwords).await?;
        version::mark(&transaction).await?;
    }
    transaction.commit().await?;
    Ok(db)
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let in_memory = url.contains(":memory:") || url.contains("mode=memory");
    let mut options = ConnectOptions::new(url);
    options
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(5));
    if in_memory {
        // Each connection has a database of its own there, which ends with the connection.
        options
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None::<Duration>)
            .max_lifetime(None::<Duration>);
    } else {
        options.max_connections(4).map_sqlx_sqlite_opts(|options| {
            options
                .create_if_missing(true)
                // Those who read do not wait for those who write.
                .pragma("journal_mode", "wal")
        });
    }
    Database::connect(options).await
}

async fn create_tables(db: &DatabaseTransaction) -> Result<(), DbErr> {
    let schema = Schema::new(db.get_database_backend());
    // In the order in which they refer to each other.
    let tables = [
        schema.create_table_from_entity(company::Entity),
        schema.create_table_from_entity(contact::Entity),
        schema.create_table_from_entity(user::Entity),
        schema.create_table_from_entity(membership::Entity),
        schema.create_table_from_entity(assignment::Entity),
        schema.create_table_from_entity(employment::Entity),
        schema.create_table_from_entity(api_key::Entity),
        schema.create_table_from_entity(product::Entity),
        schema.create_table_from_entity(order::Entity),
        schema.create_table_from_entity(order_line::Entity),
        schema.create_table_from_entity(invoice::Entity),
        schema.create_table_from_entity(invoice_line::Entity),
        schema.create_table_from_entity(ticket::Entity),
        schema.create_table_from_entity(module::Entity),
        schema.create_table_from_entity(setting::Entity),
    ];
    for table in tables {
        db.execute(&table).await?;
    }
    let indexes = [
        schema.create_index_from_entity(order::Entity),
        schema.create_index_from_entity(order_line::Entity),
        schema.create_index_from_entity(invoice::Entity),
        schema.create_index_from_entity(invoice_line::Entity),
        schema.create_index_from_entity(ticket::Entity),
    ];
    for index in indexes.into_iter().flatten() {
        db.execute(&index).await?;
    }
    Ok(())
}
