//! Orders of our customers.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    grant(core_internal, R, where env.cids.contains(company_id)),
    grant(core_portal, R, where contact_id == env.contact_id),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "sale_order")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(unique)]
    pub(crate) number: String,
    #[sea_orm(indexed)]
    pub(crate) company_id: i64,
    #[sea_orm(indexed)]
    pub(crate) contact_id: i64,
    pub(crate) salesperson_id: i64,
    /// `draft`, `confirmed`, `shipped` or `invoiced`.
    pub(crate) status: String,
    pub(crate) total_cents: i64,
    pub(crate) placed_on: String,
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
        from = "Column::SalespersonId",
        to = "super::user::Column::Id"
    )]
    Salesperson,
}

impl Related<super::contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
    }
}

impl Related<super::order_line::Entity> for Entity {
    fn to() -> RelationDef {
        super::order_line::Relation::Order.def().rev()
    }
}

impl ActiveModelBehavior for ActiveModel {}
