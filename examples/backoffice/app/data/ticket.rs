//! Questions and complaints of our customers.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    grant(core_internal, CR, where env.cids.contains(company_id)),
    grant(core_portal, CR, where contact_id == env.contact_id),
    filled(company_id, status, assigned_to, opened_on),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "ticket")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(indexed)]
    pub(crate) company_id: i64,
    #[sea_orm(indexed)]
    pub(crate) contact_id: i64,
    pub(crate) subject: String,
    pub(crate) body: String,
    /// `open`, `waiting` or `closed`.
    pub(crate) status: String,
    pub(crate) assigned_to: Option<i64>,
    pub(crate) opened_on: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::company::Entity",
        from = "Column::CompanyId",
        to = "super::company::Column::Id"
    )]
    Company,
    #[sea_orm(
        belongs_to = "super::contact::Entity",
        from = "Column::ContactId",
        to = "super::contact::Column::Id"
    )]
    Contact,
    #[sea_orm(
        belongs_to = "super::user::Entity",
        from = "Column::AssignedTo",
        to = "super::user::Column::Id"
    )]
    Assignee,
}

impl Related<super::contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
