//! The model that is listed.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;

#[model_access(
    groups = crate::groups,
    grant(sales_manager, CRUD),
    grant(sales_user, CRU, where salesperson_id == env.uid),
    grant(core_portal, R, where contact_id == env.contact_id && status != "draft"),
    restrict(env.cids.contains(company_id)),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invoice")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    #[sea_orm(indexed)]
    pub(crate) company_id: i64,
    #[sea_orm(indexed)]
    pub(crate) salesperson_id: i64,
    pub(crate) contact_id: Option<i64>,
    pub(crate) status: String,
    pub(crate) total_cents: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How many there are.
pub(crate) const COUNT: i64 = 100_000;

/// Invoices of 100 salespeople in four companies.
pub(crate) fn rows() -> impl Iterator<Item = Model> {
    (1..=COUNT).map(|id| Model {
        id,
        company_id: id / 100 % 4 + 1,
        salesperson_id: id * 7 % 100,
        contact_id: (id % 5 != 0).then_some(id % 1_000),
        status: if id % 9 == 0 { "draft" } else { "sent" }.to_owned(),
        total_cents: id * 13 % 90_000,
    })
}
