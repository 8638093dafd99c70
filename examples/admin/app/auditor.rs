//! An account that the back office does not have: one that reads the books and changes nothing.

use std::error::Error;

use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, QueryFilter, Set, TransactionTrait};

use super::Passwords;
use super::data::seed::demo::PASSWORD;
use super::data::{date, employment, membership, user};

/// The name to sign in with.
pub(crate) const LOGIN: &str = "auditor";
/// What it is there to show.
pub(crate) const PURPOSE: &str = "reads the books of all companies, and changes nothing";

const COMPANIES: [i64; 3] = [1, 2, 3];

/// Adds the account to a database that has been filled.
///
/// # Errors
///
/// The database fails, or the password cannot be hashed.
pub(crate) async fn add_if_missing(
    db: &DatabaseConnection,
    passwords: &Passwords,
) -> Result<(), Box<dyn Error>> {
    let transaction = db.begin().await?;
    let known = user::Entity::find().filter(user::Column::Login.eq(LOGIN));
    if known.one(&transaction).await?.is_some() {
        return Ok(());
    }
    let account = user::ActiveModel {
        login: Set(LOGIN.to_owned()),
        name: Set("Aiko Tanaka".to_owned()),
        email: Set("aiko.tanaka@books.example".to_owned()),
        password_hash: Set(Some(passwords.hash(PASSWORD)?)),
        blocked: Set(false),
        created_on: Set(date::day(0)),
        ..Default::default()
    };
    let stored = user::Entity::insert(account).exec(&transaction).await?;
    let user_id = stored.last_insert_id;
    let group = membership::ActiveModel {
        user_id: Set(user_id),
        group_name: Set("auditor".to_owned()),
    };
    membership::Entity::insert(group).exec(&transaction).await?;
    let companies =
        COMPANIES
            .into_iter()
            .zip(0..)
            .map(|(company, position)| employment::ActiveModel {
                user_id: Set(user_id),
                company_id: Set(company),
                position: Set(position),
            });
    let companies = employment::Entity::insert_many(companies);
    companies.exec(&transaction).await?;
    transaction.commit().await?;
    Ok(())
}
