//! Campaigns, which everybody inside may read.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::invoice;

/// What brought a customer here.
#[model_access(grant(core_internal, R))]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    /// Those of its invoices that are sent.
    #[sea_orm(
        has_many = "invoice::Entity",
        on_condition = r#"invoice::Column::Status.eq("sent")"#
    )]
    Sent,
}

impl Related<invoice::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Sent.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
