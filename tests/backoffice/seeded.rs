//! What a first start puts into the database.

use actix_web::rt::System;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use sha2::{Digest, Sha256};

use crate::app::data::{self, version::VERSION};
use crate::app::passwords::Passwords;

#[test]
fn a_change_of_it_is_another_version() {
    let digest = System::new().block_on(async {
        let passwords = Passwords::new().unwrap();
        let db = data::open("sqlite::memory:", &passwords).await.unwrap();
        digest(&db).await
    });
    assert_eq!(
        (VERSION, digest.as_str()),
        (1, "ed08159e8799952e"),
        "raise `VERSION`, and write the new digest down here"
    );
}

/// Of all tables and rows but for the hashes of passwords, each of which has a salt of its own.
async fn digest(db: &DatabaseConnection) -> String {
    let mut digest = Sha256::new();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
    for table in texts(db, tables).await {
        let columns = format!(
            "SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk \
             FROM pragma_table_info('{table}') ORDER BY cid"
        );
        let columns = texts(db, &columns).await;
        let named = columns.iter().filter_map(|it| it.split(' ').next());
        let named = named.filter(|it| *it != "password_hash");
        let values: Vec<_> = named.map(|it| format!("quote(\"{it}\")")).collect();
        let rows = format!(
            "SELECT {} FROM \"{table}\" ORDER BY 1",
            values.join(" || ',' || ")
        );
        let rows = texts(db, &rows).await;
        assert!(!rows.is_empty(), "nothing in `{table}`");
        for line in [table].iter().chain(&columns).chain(&rows) {
            digest.update(line);
            digest.update([0]);
        }
    }
    let first = digest.finalize().first_chunk().copied().unwrap();
    format!("{:016x}", u64::from_be_bytes(first))
}

async fn texts(db: &DatabaseConnection, query: &str) -> Vec<String> {
    let rows = db.query_all_raw(Statement::from_string(DbBackend::Sqlite, query));
    let rows = rows.await.unwrap().into_iter();
    rows.map(|row| row.try_get_by_index(0).unwrap()).collect()
}
