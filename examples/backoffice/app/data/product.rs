//! What is sold. Prices are in cents.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    grant(core_internal, R),
    grant(core_portal, R, where !discontinued),
    grant(core_public, R, where !discontinued),
    grant(sales_manager, CU),
    read(core_portal, wholesale_cents),
    read(core_internal, wholesale_cents, cost_cents, stock),
    filled(created_on),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "product")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(unique)]
    pub(crate) sku: String,
    pub(crate) name: String,
    pub(crate) category: String,
    pub(crate) retail_cents: i64,
    pub(crate) wholesale_cents: i64,
    pub(crate) cost_cents: i64,
    pub(crate) stock: i64,
    /// Not in the catalog any more.
    pub(crate) discontinued: bool,
    pub(crate) created_on: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
