//! Demonstration data: the same at every first start.

pub(crate) mod demo;
mod goods;
mod invoices;
mod people;
mod trade;

use std::error::Error;

use sea_orm::{
    ActiveModelBehavior, DatabaseTransaction, DbErr, EntityTrait, IntoActiveModel, ModelTrait,
};

use crate::app::Passwords;

/// How many rows one statement stores: a statement has room for so many values.
const AT_ONCE: usize = 500;

/// Fills empty tables.
///
/// # Errors
///
/// A table cannot be written, or a password cannot be hashed.
pub(super) async fn fill(
    db: &DatabaseTransaction,
    passwords: &Passwords,
) -> Result<(), Box<dyn Error>> {
    store(db, people::companies()).await?;
    let contacts = people::contacts();
    store(db, contacts.clone()).await?;
    store(db, people::users(passwords)?).await?;
    store(db, people::memberships()).await?;
    store(db, people::assignments()).await?;
    store(db, people::employments()).await?;
    store(db, people::api_keys()).await?;
    let products = goods::products();
    store(db, products.clone()).await?;
    let (orders, lines) = trade::orders(&contacts, &products);
    let (invoices, billed) = invoices::of(&orders, &lines, &products);
    store(db, orders).await?;
    store(db, lines).await?;
    store(db, invoices).await?;
    store(db, billed).await?;
    store(db, trade::tickets(&contacts)).await?;
    store(db, goods::modules()).await?;
    store(db, goods::settings()).await?;
    Ok(())
}

async fn store<M>(db: &DatabaseTransaction, rows: Vec<M>) -> Result<(), DbErr>
where
    M: ModelTrait + IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
    <M::Entity as EntityTrait>::ActiveModel: ActiveModelBehavior + Send,
    <M::Entity as EntityTrait>::Model: IntoActiveModel<<M::Entity as EntityTrait>::ActiveModel>,
{
    let rows = rows.into_iter().map(IntoActiveModel::into_active_model);
    let mut rows = rows.peekable();
    while rows.peek().is_some() {
        M::Entity::insert_many(rows.by_ref().take(AT_ONCE))
            .exec_without_returning(db)
            .await?;
    }
    Ok(())
}
