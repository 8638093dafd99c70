//! Contacts, some of whose fields portal users do not see.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::invoice;

/// A customer.
#[model_access(
    grant(core_internal, CRUD),
    grant(core_portal, R, where id == env.contact_id),
    restrict(env.cids.contains(company_id)),
    read(core_internal, email, rating),
)]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "contact")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub company_id: i64,
    pub name: String,
    pub email: Option<String>,
    /// A number with a fraction, which no rule looks at.
    pub rating: Option<f64>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(has_many = "super::invoice::Entity")]
    Invoice,
}

impl Related<invoice::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Invoice.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
