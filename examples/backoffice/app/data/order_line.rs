//! What an order consists of.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    related(order: super::order::Model, order_id == id),
    grant(core_internal, R, where env.cids.contains(order.company_id)),
    grant(core_portal, R, where order.contact_id == env.contact_id),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "sale_order_line")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(indexed)]
    pub(crate) order_id: i64,
    pub(crate) product_id: i64,
    pub(crate) quantity: i64,
    pub(crate) unit_cents: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::order::Entity",
        from = "Column::OrderId",
        to = "super::order::Column::Id"
    )]
    Order,
    #[sea_orm(
        belongs_to = "super::product::Entity",
        from = "Column::ProductId",
        to = "super::product::Column::Id"
    )]
    Product,
}

impl Related<super::order::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Order.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
