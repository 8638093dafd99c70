//! What happened: the log of the installation and of its projects.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize, ToSchema)]
#[sea_orm(table_name = "event")]
#[schema(as = event)]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) id: i64,
    pub(crate) happened_on: String,
    /// Who did it.
    pub(crate) actor_id: i64,
    /// In which project, which may be gone by now.
    #[sea_orm(indexed)]
    pub(crate) project_id: Option<i64>,
    pub(crate) text: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
