//! The lines of invoices: a primary key of two columns, and rules about the invoice.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::invoice;

/// What stands on an invoice.
#[model_access(
    grant(core_internal, CRUD),
    grant(core_portal, R, where quantity > 0),
    restrict(UD, invoice.status != "posted"),
    restrict(invoice.company_id == env.cid),
    related(invoice: invoice::Model, invoice_id == id),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub invoice_id: i64,
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i64,
    pub product: String,
    pub quantity: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::invoice::Entity",
        from = "Column::InvoiceId",
        to = "super::invoice::Column::Id"
    )]
    Invoice,
}

impl Related<invoice::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Invoice.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
