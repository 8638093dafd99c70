//! Why somebody may or may not do something with an invoice, for those who look after accounts.

use actix_web::get;
use actix_web::web;
use guard_runtime::model::{Explanation, Op};
use guard_runtime::records::GuardedDb;
use guard_runtime::{Env, requires_group};
use serde::Deserialize;

use crate::app::accounts::Accounts;
use crate::app::data::invoice;
use crate::app::failure::Failure;
use crate::app::whole::Whole;

const BLOCKED: &str = "the account is blocked, so it may do nothing";

/// `?user=5&operation=update`
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    user: Whole<i64>,
    operation: Operation,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Operation {
    Read,
    Update,
    Delete,
}

#[requires_group(account_admin)]
#[get("/api/invoices/{id}/access")]
pub(super) async fn explain_access(
    id: web::Path<i64>,
    asked: web::Query<Asked>,
    accounts: web::Data<Accounts>,
    db: GuardedDb,
) -> Result<web::Json<Explanation>, Failure> {
    let user = accounts.user(asked.user.get()).await?;
    let user = user.ok_or(Failure::NotFound)?;
    // Said here: the answer of the gates would be about the caller's own account.
    if user.is_blocked() {
        return Err(Failure::Conflict(BLOCKED.to_owned()));
    }
    let env = Env::of(user)?;
    let operation = match asked.operation {
        Operation::Read => Op::Read,
        Operation::Update => Op::Update,
        Operation::Delete => Op::Delete,
    };
    let why = db.explain::<invoice::Entity>(operation, *id).of(env);
    Ok(web::Json(why.exec().await?))
}
