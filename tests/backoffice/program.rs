//! The program itself.

use actix_web::rt::System;
use sea_orm::{ConnectionTrait, Database as Sql};

use super::server::send;
use crate::example::Running;
use crate::example::program::{Database, says, starts_and_stops};

const EXAMPLE: &str = "backoffice";

#[test]
#[cfg(unix)]
fn the_program_starts_and_stops() {
    let (address, lines) = starts_and_stops(EXAMPLE, |address| {
        send(address, "GET", "/api/health", &Vec::new(), "").status
    });
    let line = format!("SALES=$(curl -s http://{address}/api/login");
    assert!(lines.contains(&line), "{lines}");
}

#[test]
fn the_program_says_what_is_wrong() {
    says(
        EXAMPLE,
        &[
            (&["--help"], 0, "BACKOFFICE_DATABASE"),
            (&["--gates"], 0, "group:system_admin"),
            (&["--gates"], 0, "any(group:warehouse, group:sales_manager)"),
        ],
    );
}

#[test]
fn a_database_of_another_version_is_left_alone() {
    let database = Database::new("backoffice-old");
    let sql = |query: &'static str| {
        let url = format!("sqlite://{}?mode=rwc", database.path.display());
        System::new().block_on(async move {
            let db = Sql::connect(url).await.unwrap();
            db.execute_unprepared(query).await.unwrap();
            db.close().await.unwrap();
        });
    };
    let start = || Running::try_start(EXAMPLE, &["--port=0", "--database", &database.url]);
    sql("CREATE TABLE user (id INTEGER PRIMARY KEY)");
    let log = start().err().expect("it does not serve");
    assert!(log.contains(&database.url), "{log}");
    assert!(log.contains("--database"), "{log}");
    // Nothing was put beside what is there.
    sql("ALTER TABLE user RENAME TO module");
    assert!(start().is_err());
    // Emptied, it is a new one.
    sql("DROP TABLE module");
    assert!(start().is_ok(), "it serves");
    assert!(start().is_ok(), "its own");
    sql("PRAGMA user_version = 4711");
    assert!(start().is_err());
}
