//! Small changes of invoices, for tests of transactions.

use guard_runtime::records::{AccessError, GuardedDb};
use sea_orm::Set;

use crate::models::invoice::{ActiveModel, Entity};

pub(crate) async fn note(db: &GuardedDb, id: i64, note: &str) -> Result<(), AccessError> {
    let input = ActiveModel {
        id: Set(id),
        note: Set(Some(note.to_owned())),
        ..Default::default()
    };
    db.update(input).exec().await.map(drop)
}

pub(crate) async fn noted(db: &GuardedDb, id: i64) -> Option<String> {
    db.get::<Entity>(id).await.unwrap().note
}

/// An error of the application's own.
#[derive(Debug)]
pub(crate) enum Mine {
    Enough,
    Access(#[allow(dead_code, reason = "is shown where a test fails")] AccessError),
}

impl From<AccessError> for Mine {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}
