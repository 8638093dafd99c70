//! The list of accounts.

use actix_web::{get, web};
use guard_runtime::records::{GuardedDb, Page, ReadableOf};
use guard_runtime::requires_internal;
use serde::Serialize;

use crate::app::data::user::{self, Column};
use crate::app::failure::Failure;
use crate::app::listing::Part;

/// What colleagues see of an account.
#[derive(Serialize)]
pub(super) struct Card {
    id: i64,
    name: String,
    email: String,
    blocked: bool,
}

#[requires_internal]
#[get("/api/users")]
pub(super) async fn list_users(
    part: web::Query<Part>,
    db: GuardedDb,
) -> Result<web::Json<Page<Card>>, Failure> {
    let users = db.find::<user::Entity>().order_by_asc(Column::Id);
    let users = part.of(users).await?;
    Ok(web::Json(users.map(Card::from)))
}

impl From<ReadableOf<user::Entity>> for Card {
    fn from(user: ReadableOf<user::Entity>) -> Self {
        Self {
            id: user.id,
            name: user.name,
            email: user.email,
            blocked: user.blocked,
        }
    }
}
