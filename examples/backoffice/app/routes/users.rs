//! The list of accounts.

use actix_web::{get, web};
use guard_runtime::requires_internal;
use sea_orm::{EntityTrait, QueryOrder};
use serde::Serialize;

use crate::app::Shared;
use crate::app::data::user;
use crate::app::failure::Failure;
use crate::app::listing::{Listing, Page};

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
    page: web::Query<Page>,
    shared: web::Data<Shared>,
) -> Result<web::Json<Listing<Card>>, Failure> {
    let users = user::Entity::find().order_by_asc(user::Column::Id);
    let users = page.of(users, &shared.db).await?;
    Ok(web::Json(users.map(Card::from)))
}

impl From<user::Model> for Card {
    fn from(user: user::Model) -> Self {
        Self {
            id: user.id,
            name: user.name,
            email: user.email,
            blocked: user.blocked,
        }
    }
}
