//! Campaigns, which everybody inside may read.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

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
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
