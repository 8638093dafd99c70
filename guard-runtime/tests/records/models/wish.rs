//! Wishes, which may be written by those who may not read them.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

/// What somebody asks for, on behalf of anybody.
#[model_access(
    grant(core_portal, CU),
    grant(core_portal, R, where author_id == env.uid),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "wish")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub author_id: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
