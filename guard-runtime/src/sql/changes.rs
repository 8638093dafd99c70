//! The log of changes of assignments in the application's database.

use std::fmt;

use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::entity::assignment_change::{ActiveModel, Column, Entity, Model};
use super::text;
use crate::Id;
use crate::admin::access::{
    AssignmentChange, AssignmentKind, ChangeFilter, ChangeLog, ChangeState, MOST_AT_ONCE,
    NewChange, Part,
};
use crate::authn::Answer;
use crate::tokens::StoreError;

/// Keeps the log of changes of assignments in the application's database, in the tables of
/// [`Migrator`](super::Migrator).
///
/// ```
/// use guard_runtime::admin::access::{AssignmentKind, ChangeFilter, ChangeLog, NewChange, logged};
/// use guard_runtime::sql::{Migrator, SqlChangeLog};
/// use guard_runtime::tokens::StoreError;
/// use guard_runtime::{Env, Id, User};
/// use sea_orm_migration::MigratorTrait;
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// Migrator::up(&db, None).await?;
/// let log = SqlChangeLog::new(db);
///
/// let ada = Env::of(User::new(1))?;
/// let change = NewChange::of(&ada, &Id::from(2), AssignmentKind::Role, ["reader"], ["editor"]);
/// logged(&log, change, async { Ok::<_, StoreError>(()) }).await?;
///
/// let to_two = ChangeFilter { user: Some(Id::from(2)), ..ChangeFilter::default() };
/// assert_eq!(log.list(&to_two, 25, 0).get().await?.total, 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqlChangeLog {
    db: DatabaseConnection,
}

impl SqlChangeLog {
    /// Keeps the log in this database.
    #[must_use]
    pub fn new(db: DatabaseConnection) -> Self {
        Self { db }
    }

    async fn insert(&self, change: NewChange) -> Result<i64, StoreError> {
        text::check_key(&change.actor.as_text())?;
        text::check_key(&change.user.as_text())?;
        let names = change.before.iter().chain(&change.after);
        for text in names.chain(&change.request_id) {
            text::check_text(text)?;
        }
        let list = |names: &[String]| serde_json::to_string(names).map_err(StoreError::new);
        let row = ActiveModel {
            id: NotSet,
            at: Set(change.at),
            actor: Set(change.actor.to_string()),
            user_id: Set(change.user.to_string()),
            kind: Set(change.kind.name().to_owned()),
            before: Set(list(&change.before)?),
            after: Set(list(&change.after)?),
            state: Set(ChangeState::Begun.name().to_owned()),
            request_id: Set(change.request_id),
        };
        let inserted = Entity::insert(row).exec(&self.db).await;
        Ok(inserted.map_err(StoreError::new)?.last_insert_id)
    }

    async fn end(&self, id: i64, state: ChangeState) -> Result<(), StoreError> {
        // One statement, so that what has ended stays as it ended.
        let update = Entity::update_many()
            .col_expr(Column::State, Expr::value(state.name()))
            .filter(Column::Id.eq(id))
            .filter(Column::State.eq(ChangeState::Begun.name()));
        let updated = update.exec(&self.db).await.map_err(StoreError::new)?;
        match (updated.rows_affected, state) {
            (1, ChangeState::Done | ChangeState::Failed) => Ok(()),
            _ => Err(StoreError::new("there is no such change to be ended")),
        }
    }

    async fn newest(
        &self,
        filter: &ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Result<Part<AssignmentChange>, StoreError> {
        let mut wanted = Entity::find();
        let columns = [
            (Column::UserId, &filter.user),
            (Column::Actor, &filter.actor),
        ];
        for (column, id) in columns {
            let Some(id) = id.as_ref().map(Id::as_text) else {
                continue;
            };
            if !text::is_key(&id) {
                return Ok(Part::of(Vec::new(), limit, offset));
            }
            wanted = wanted.filter(column.eq(id.as_ref()));
        }
        let total = wanted.clone().count(&self.db).await;
        let total = total.map_err(StoreError::new)?;
        // More than the database can count to is behind the end.
        if offset >= total {
            return Ok(Part {
                items: Vec::new(),
                total,
            });
        }
        let part = wanted.order_by_desc(Column::Id);
        let part = part.limit(limit.min(MOST_AT_ONCE)).offset(offset);
        let rows = part.all(&self.db).await.map_err(StoreError::new)?;
        let items = rows.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Part { items, total })
    }
}

fn read(row: Model) -> Result<AssignmentChange, StoreError> {
    let list = |text: &str| serde_json::from_str::<Vec<String>>(text).map_err(StoreError::new);
    let unknown = || StoreError::new("the log of changes has an entry that is not understood");
    let mut kinds = AssignmentKind::ALL.iter();
    let mut states = ChangeState::ALL.iter();
    let kind = kinds.find(|(name, _)| *name == row.kind);
    let state = states.find(|(name, _)| *name == row.state);
    Ok(AssignmentChange {
        id: row.id,
        at: row.at,
        actor: Id::from(&*row.actor),
        user: Id::from(&*row.user_id),
        request_id: row.request_id,
        kind: kind.ok_or_else(unknown)?.1,
        before: list(&row.before)?,
        after: list(&row.after)?,
        state: state.ok_or_else(unknown)?.1,
    })
}

impl ChangeLog for SqlChangeLog {
    fn begin(&self, change: NewChange) -> Answer<'_, Result<i64, StoreError>> {
        Answer::later(self.insert(change))
    }

    fn finish(&self, id: i64, state: ChangeState) -> Answer<'_, Result<(), StoreError>> {
        Answer::later(self.end(id, state))
    }

    fn list<'a>(
        &'a self,
        filter: &'a ChangeFilter,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<AssignmentChange>, StoreError>> {
        Answer::later(self.newest(filter, limit, offset))
    }
}

impl fmt::Debug for SqlChangeLog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SqlChangeLog")
    }
}
