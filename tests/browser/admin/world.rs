//! Servers whose database a test changes behind their back.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use actix_web::web::ServiceConfig;
use guard_runtime::AccessControl;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};

use crate::app::Administration;
use crate::server::{Application, SECRET, serve};

/// Files, which a second connection can open.
const OFFICE: &str = "browser-office.sqlite";
const HOSTILE: &str = "browser-hostile.sqlite";

/// Markup that would run a script wherever it is not escaped: in a text, in an attribute, in a script.
pub(crate) const PAYLOAD: &str =
    "x'\"></title></textarea><img src=x onerror=\"window.xss=1\"><script>window.xss=1</script>";

/// The names to sign in with and what decides about access; keys that others refer to are numbers.
const KEPT: &str = "'login', 'password_hash', 'group_name', 'role_name'";

#[derive(Clone)]
struct Office<const IS_HOSTILE: bool>(Administration);

impl<const IS_HOSTILE: bool> Application for Office<IS_HOSTILE> {
    async fn open() -> Self {
        let name = if IS_HOSTILE { HOSTILE } else { OFFICE };
        for rest in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(file(&format!("{name}{rest}")));
        }
        let app = Administration::open(&url(name), SECRET, false)
            .await
            .unwrap();
        if IS_HOSTILE {
            fill(&Database::connect(url(name)).await.unwrap()).await;
        }
        Self(app)
    }

    fn access(&self) -> AccessControl {
        self.0.access()
    }

    fn configure(&self, config: &mut ServiceConfig) {
        self.0.configure(config);
    }
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn url(name: &str) -> String {
    format!("sqlite://{}", file(name).display())
}

/// The office, with a database for [`change`].
pub(crate) fn office() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(serve::<Office<false>>)
}

/// An office in which somebody has put markup into every text of every record.
pub(crate) fn hostile() -> SocketAddr {
    static SERVER: OnceLock<SocketAddr> = OnceLock::new();

    *SERVER.get_or_init(serve::<Office<true>>)
}

/// Changes what [`office`] has stored.
pub(crate) async fn change(sql: &str) {
    let db = Database::connect(url(OFFICE)).await.unwrap();
    let changed = db.execute_unprepared(sql).await.unwrap();
    assert!(changed.rows_affected() > 0, "{sql}");
    db.close().await.unwrap();
}

/// Takes an account out of a group, or puts it into it.
pub(crate) async fn put(user: i64, group: &str, is_in: bool) {
    change(&if is_in {
        format!("INSERT INTO membership (user_id, group_name) VALUES ({user}, '{group}')")
    } else {
        format!("DELETE FROM membership WHERE user_id = {user} AND group_name = '{group}'")
    })
    .await;
}

async fn fill(db: &DatabaseConnection) {
    let texts = format!(
        "SELECT m.name AS model, p.name AS field FROM sqlite_master m, pragma_table_info(m.name) p \
         WHERE m.type = 'table' AND (p.type LIKE '%char%' OR p.type LIKE '%text%') \
         AND p.name NOT IN ({KEPT}) AND NOT (m.name = 'invoice' AND p.name = 'status')"
    );
    let texts = sea_orm::Statement::from_string(db.get_database_backend(), texts);
    let texts = db.query_all_raw(texts).await.unwrap();
    assert!(texts.len() > 30, "{}", texts.len());
    for text in texts {
        let name = |it: &str| text.try_get::<String>("", it).unwrap();
        let (model, field) = (name("model"), name("field"));
        let payload = PAYLOAD.replace('\'', "''");
        // Some have to be unique.
        let fill = format!("UPDATE \"{model}\" SET \"{field}\" = '{payload}' || rowid");
        db.execute_unprepared(&fill).await.unwrap();
    }
}
