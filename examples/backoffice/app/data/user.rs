//! Accounts: people who work here, customers, guests and machines.

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
    pub(crate) email: String,
    /// Who has none cannot sign in: invited but not yet here, or a machine.
    pub(crate) password_hash: Option<String>,
    pub(crate) contact_id: Option<i64>,
    pub(crate) blocked: bool,
    pub(crate) created_on: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::contact::Entity",
        from = "Column::ContactId",
        to = "super::contact::Column::Id"
    )]
    Contact,
}

impl Related<super::contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
