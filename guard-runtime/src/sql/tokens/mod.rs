//! Personal access tokens in the application's database.

mod forget;
mod parts;
mod rows;
pub(super) mod write;

use std::fmt;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, DatabaseConnection};

use super::entity::token;
use super::text;
use crate::Id;
use crate::authn::Answer;
use crate::tokens::{StoreError, StoredToken, TokenStore};

/// Keeps personal access tokens in the application's database, in the tables of
/// [`Migrator`](super::Migrator).
///
/// Permissions and projects come back sorted and without repeats. Ids of more than 512 bytes and
/// texts with a NUL character are refused, and never found; [`TextError`](super::TextError) tells
/// that from a database that is down.
///
/// ```
/// use guard_runtime::sql::{Migrator, SqlTokenStore};
/// use guard_runtime::tokens::{StoredToken, TokenStore};
/// use sea_orm_migration::MigratorTrait;
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// Migrator::up(&db, None).await?;
/// let tokens = SqlTokenStore::new(db);
/// # let token = StoredToken {
/// #     id: "k3y".into(), digest: String::new(), owner: 7.into(), title: "deploy".into(),
/// #     description: String::new(), created_at: 0, expires_at: 60, last_used_at: None,
/// #     revoked_at: None, permissions: vec![], projects: vec![], used: vec![],
/// # };
/// tokens.insert(token).get().await?;
/// assert!(tokens.revoke("k3y", 30).get().await?);
/// assert!(!tokens.revoke("k3y", 40).get().await?);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqlTokenStore {
    db: DatabaseConnection,
}

impl SqlTokenStore {
    /// Keeps tokens in this database.
    #[must_use]
    pub fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    /// One query, whether there is such a token or not.
    async fn find_one(&self, id: &str) -> Result<Option<StoredToken>, StoreError> {
        if !text::is_key(id) {
            return Ok(None);
        }
        let rows = parts::find(&self.db, |column| Some(column.eq(id))).await;
        let tokens = rows::tokens(rows.map_err(StoreError::new)?);
        Ok(tokens.into_iter().next())
    }

    async fn find_all(&self, owner: Option<&Id>) -> Result<Vec<StoredToken>, StoreError> {
        let owner = owner.map(Id::as_text);
        let owner = owner.as_deref();
        if owner.is_some_and(|owner| !text::is_key(owner)) {
            return Ok(Vec::new());
        }
        let ids = owner.map(|owner| {
            let mut ids = Query::select();
            ids.column(token::Column::Id).from(token::Entity);
            ids.and_where(token::Column::Owner.eq(owner)).take()
        });
        let is_theirs = |column: Expr| Some(column.in_subquery(ids.clone()?));
        let rows = parts::find(&self.db, is_theirs).await;
        Ok(rows::tokens(rows.map_err(StoreError::new)?))
    }
}

impl TokenStore for SqlTokenStore {
    fn insert(&self, token: StoredToken) -> Answer<'_, Result<(), StoreError>> {
        Answer::later(write::insert(&self.db, token))
    }

    fn find<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Option<StoredToken>, StoreError>> {
        Answer::later(self.find_one(id))
    }

    fn list<'a>(
        &'a self,
        owner: Option<&'a Id>,
    ) -> Answer<'a, Result<Vec<StoredToken>, StoreError>> {
        Answer::later(self.find_all(owner))
    }

    fn revoke<'a>(&'a self, id: &'a str, at: i64) -> Answer<'a, Result<bool, StoreError>> {
        Answer::later(async move {
            let revoked = write::revoke(&self.db, token::Column::Id, id, at).await?;
            Ok(revoked > 0)
        })
    }

    fn revoke_all<'a>(&'a self, owner: &'a Id, at: i64) -> Answer<'a, Result<u64, StoreError>> {
        Answer::later(async move {
            write::revoke(&self.db, token::Column::Owner, &owner.as_text(), at).await
        })
    }

    fn forget(&self, ended_before: i64) -> Answer<'_, Result<u64, StoreError>> {
        Answer::later(forget::forget(&self.db, ended_before))
    }

    fn note_use<'a>(
        &'a self,
        id: &'a str,
        at: i64,
        used: &'a [String],
    ) -> Answer<'a, Result<(), StoreError>> {
        Answer::later(write::note_use(&self.db, id, at, used))
    }
}

impl fmt::Debug for SqlTokenStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SqlTokenStore")
    }
}
