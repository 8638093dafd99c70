//! Invoices: each company's own, each salesperson's own, and each customer's own.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::invoice_status::Status;

#[model_access(
    grant(sales_manager, CRUD),
    grant(sales_user, RD, where salesperson_id == env.uid),
    grant(sales_user, CU, where salesperson_id == env.uid && ["draft", "posted"].contains(status)),
    grant(auditor, R),
    grant(core_portal, R, where contact_id == env.contact_id && status != "draft"),
    // A customer has no companies, and we have no contact: what is absent is equal to nothing.
    restrict(env.cids.contains(company_id) || contact_id == env.contact_id),
    restrict(C, status == "draft"),
    restrict(D, ["draft", "cancelled"].contains(status)),
    read(core_internal, salesperson_id, cost_cents, internal_note, created_by),
    write(sales_manager, salesperson_id),
    filled(number, company_id, total_cents, cost_cents, created_by, created_on),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "invoice")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(unique)]
    pub(crate) number: String,
    #[sea_orm(indexed)]
    pub(crate) company_id: i64,
    #[sea_orm(indexed)]
    pub(crate) contact_id: i64,
    #[sea_orm(indexed)]
    pub(crate) salesperson_id: i64,
    pub(crate) status: Status,
    pub(crate) total_cents: i64,
    pub(crate) cost_cents: i64,
    pub(crate) internal_note: Option<String>,
    pub(crate) due_on: String,
    pub(crate) created_by: Option<i64>,
    pub(crate) created_on: String,
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

impl Related<super::invoice_line::Entity> for Entity {
    fn to() -> RelationDef {
        super::invoice_line::Relation::Invoice.def().rev()
    }
}

impl ActiveModelBehavior for ActiveModel {}

/// The number of the invoice with this id.
pub(crate) fn number(id: i64) -> String {
    format!("INV-2026-{id:05}")
}
