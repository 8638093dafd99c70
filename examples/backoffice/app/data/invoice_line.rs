//! What an invoice is for. Its lines are as open as the invoice is, and change while it is a draft.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

#[model_access(
    related(invoice: super::invoice::Model, invoice_id == id),
    grant(sales_manager, CR),
    grant(sales_user, CR, where invoice.salesperson_id == env.uid),
    grant(core_portal, R, where invoice.status != "draft"),
    restrict(env.cids.contains(invoice.company_id) || invoice.contact_id == env.contact_id),
    restrict(C, invoice.status == "draft"),
    read(core_internal, cost_cents),
    filled(invoice_id, unit_cents, cost_cents),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "invoice_line")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(indexed)]
    pub(crate) invoice_id: i64,
    pub(crate) product_id: i64,
    pub(crate) quantity: i64,
    pub(crate) unit_cents: i64,
    pub(crate) cost_cents: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    /// They go with their invoice.
    #[sea_orm(
        belongs_to = "super::invoice::Entity",
        from = "Column::InvoiceId",
        to = "super::invoice::Column::Id",
        on_delete = "Cascade"
    )]
    Invoice,
    #[sea_orm(
        belongs_to = "super::product::Entity",
        from = "Column::ProductId",
        to = "super::product::Column::Id"
    )]
    Product,
}

impl Related<super::invoice::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Invoice.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
