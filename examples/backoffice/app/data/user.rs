//! Accounts: people who work here, customers, guests and machines.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    grant(core_internal, R),
    grant(account_admin, U),
    read(account_admin, login, contact_id, created_on),
    read(none, password_hash),
    write(account_admin, blocked),
    filled(login, name, email, password_hash, contact_id, created_on)
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
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
    // Not even for those for whom the rules are lifted.
    #[serde(skip)]
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
