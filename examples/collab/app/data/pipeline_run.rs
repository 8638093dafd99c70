//! Runs of pipelines.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, ToSchema)]
#[sea_orm(table_name = "pipeline_run")]
#[schema(as = pipeline_run)]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) pipeline_id: i64,
    pub(crate) started_by: i64,
    pub(crate) started_on: String,
    pub(crate) status: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {
    #[sea_orm(
        belongs_to = "super::pipeline::Entity",
        from = "Column::PipelineId",
        to = "super::pipeline::Column::Id",
        on_delete = "Cascade"
    )]
    Pipeline,
}

impl ActiveModelBehavior for ActiveModel {}
