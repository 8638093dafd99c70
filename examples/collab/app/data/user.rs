//! Accounts: people who work here, partners and guests.

use sea_orm::entity::prelude::*;

/// It holds a password's hash, so it is not made to be serialized.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "user")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    /// The name to sign in with.
    #[sea_orm(unique)]
    pub(crate) login: String,
    pub(crate) name: String,
    /// Who has none cannot sign in.
    pub(crate) password_hash: Option<String>,
    /// The one group of the account: who works here, who is a partner, who is a guest.
    pub(crate) group_name: String,
    pub(crate) blocked: bool,
    pub(crate) created_on: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
