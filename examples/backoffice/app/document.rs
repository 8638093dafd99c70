//! Records with the lines they consist of.

use guard_runtime::model::ModelAccess;
use guard_runtime::records::{AccessError, GuardedDb, KeyOf, ReadableOf};
use sea_orm::{EntityTrait, Related};
use serde::Serialize;

/// A record with its lines.
#[derive(Debug, Serialize)]
pub(crate) struct Document<H, L> {
    #[serde(flatten)]
    head: H,
    lines: Vec<L>,
}

/// A record with those of its lines that the caller may read: each model has rules of its own.
///
/// # Errors
///
/// There is no such record, or none that the caller may read; or the database fails.
pub(crate) async fn read<H, L>(
    db: &GuardedDb,
    id: impl Into<KeyOf<H>>,
) -> Result<Document<ReadableOf<H>, ReadableOf<L>>, AccessError>
where
    H: EntityTrait<Model: ModelAccess> + Related<L>,
    L: EntityTrait<Model: ModelAccess>,
{
    let (head, lines) = db.find::<H>().by_id(id).with::<L>().one().await?;
    Ok(Document { head, lines })
}
