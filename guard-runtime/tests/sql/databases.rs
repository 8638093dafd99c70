//! A database of its own for each test.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use guard_runtime::sql::Migrator;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use sea_orm_migration::MigratorTrait;

/// The tests of these functions in each kind of database.
macro_rules! in_each_database {
    ($($(#[$docs:meta])* async fn $name:ident($place:ident: &Place) $body:block)*) => {$(
        mod $name {
            use super::*;

            $(#[$docs])*
            async fn check($place: &Place) $body

            #[actix_web::test]
            async fn sqlite_memory() {
                check(&Place::memory()).await;
            }

            #[actix_web::test]
            async fn sqlite_file() {
                check(&Place::file()).await;
            }

            #[actix_web::test]
            async fn postgres() {
                if let Some(place) = Place::postgres().await {
                    check(&place).await;
                    place.remove().await;
                }
            }
        }
    )*};
}
pub(crate) use in_each_database;

/// Texts that are taken for something else where they are not handled as plain values. No two of them
/// are equal.
pub(crate) const HOSTILE: [&str; 24] = [
    "",
    " ",
    "alpha",
    "Alpha",
    "alpha ",
    " alpha",
    "alpha\t",
    "alphá",
    "alpha\u{301}",
    "alpha\u{200b}",
    "%",
    "_",
    "a%",
    "'",
    "''",
    "\"",
    "\\",
    "'; DROP TABLE guard_token; --",
    "$1",
    "?",
    "7",
    "07",
    "NULL",
    "🦀 \r\n\u{1}",
];

/// Where a database is.
pub(crate) enum Place {
    Memory,
    File(PathBuf),
    Postgres { url: String, schema: String },
}

fn unique() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("guard_test_{}_{count}", std::process::id())
}

impl Place {
    pub(crate) fn memory() -> Self {
        Self::Memory
    }

    pub(crate) fn file() -> Self {
        let folder = std::env::temp_dir().join(unique());
        std::fs::create_dir_all(&folder).unwrap();
        Self::File(folder)
    }

    pub(crate) async fn postgres() -> Option<Self> {
        static SAID: Once = Once::new();
        let Ok(url) = std::env::var("GUARD_TEST_POSTGRES") else {
            let required = std::env::var("GUARD_TEST_REQUIRE_POSTGRES").is_ok_and(|it| it == "1");
            assert!(!required, "GUARD_TEST_POSTGRES is not set");
            // Not with a macro: the test harness would swallow it.
            SAID.call_once(|| {
                let reason =
                    "PostgreSQL is left out: GUARD_TEST_POSTGRES is not set; run scripts/postgres";
                let mut errors = std::io::stderr();
                writeln!(errors, "{reason}").unwrap();
            });
            return None;
        };
        let schema = unique();
        let place = Self::Postgres { url, schema };
        place
            .in_schema("DROP SCHEMA IF EXISTS {} CASCADE; CREATE SCHEMA {}")
            .await;
        Some(place)
    }

    /// Takes the schema away, when the test has passed.
    pub(crate) async fn remove(&self) {
        self.in_schema("DROP SCHEMA {} CASCADE").await;
    }

    /// Its tables, and one connection pool.
    pub(crate) async fn ready(&self) -> DatabaseConnection {
        let db = self.open().await;
        Migrator::up(&db, None).await.unwrap();
        db
    }

    /// One more connection pool; in memory, an empty database.
    pub(crate) async fn open(&self) -> DatabaseConnection {
        let mut options = match self {
            Self::Memory => ConnectOptions::new("sqlite::memory:"),
            Self::File(folder) => {
                let file = folder.join("guard.db");
                ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()))
            }
            Self::Postgres { url, schema } => {
                let mut options = ConnectOptions::new(url);
                options.set_schema_search_path(schema);
                options
            }
        };
        let connections = if matches!(self, Self::Memory) { 1 } else { 4 };
        options
            .sqlx_logging(false)
            .max_connections(connections)
            .acquire_timeout(Duration::from_secs(60))
            .map_sqlx_sqlite_opts(|options| {
                options
                    .pragma("journal_mode", "wal")
                    .pragma("synchronous", "off")
                    .busy_timeout(Duration::from_secs(60))
            });
        Database::connect(options).await.unwrap()
    }

    async fn in_schema(&self, sql: &str) {
        if let Self::Postgres { url, schema } = self {
            let db = Database::connect(url).await.unwrap();
            let sql = sql.replace("{}", schema);
            db.execute_unprepared(&sql).await.unwrap();
            db.close().await.unwrap();
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Self::File(folder) = self {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}
