//! Contacts: the people at our customers.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;

#[model_access(
    grant(core_internal, R, where env.cids.contains(company_id)),
    grant(core_portal, R, where id == env.contact_id),
    grant(sales_user, CU, where env.cids.contains(company_id)),
    read(core_internal, salesperson_id),
    filled(company_id, salesperson_id, created_on),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "contact")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    /// Which of our companies serves them.
    pub(crate) company_id: i64,
    /// A user; no foreign key, because users refer to contacts.
    pub(crate) salesperson_id: i64,
    pub(crate) name: String,
    pub(crate) organisation: String,
    pub(crate) email: String,
    pub(crate) city: String,
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
}

impl Related<super::company::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Company.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
