//! Invoices, which have rules of every kind.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

use super::{campaign, contact, line, tag};

/// What a customer owes.
#[model_access(
    grant(admin, D),
    grant(sales_manager, CRU),
    grant(sales_user, CRUD, where salesperson_id == env.uid),
    grant(core_portal, R, where contact_id == env.contact_id && !(status == "draft")),
    restrict(env.cids.contains(company_id)),
    restrict(UD, status != "posted"),
    read(sales_manager, cost, campaign_id),
    write(sales_manager, cost, campaign_id, status),
    filled(created_by),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "invoice")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub company_id: Option<i64>,
    pub contact_id: Option<i64>,
    pub salesperson_id: Option<i64>,
    pub campaign_id: Option<i64>,
    #[sea_orm(unique)]
    pub number: Option<String>,
    #[sea_orm(default_value = "sent")]
    pub status: String,
    pub total: i64,
    #[sea_orm(default_value = 0)]
    pub cost: i64,
    pub note: Option<String>,
    pub created_by: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::contact::Entity",
        from = "Column::ContactId",
        to = "super::contact::Column::Id"
    )]
    Contact,
    #[sea_orm(
        belongs_to = "super::campaign::Entity",
        from = "Column::CampaignId",
        to = "super::campaign::Column::Id"
    )]
    Campaign,
    #[sea_orm(has_many = "super::line::Entity")]
    Line,
}

impl Related<contact::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Contact.def()
    }
}

/// By a column that most may not read.
impl Related<campaign::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Campaign.def()
    }
}

impl Related<line::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Line.def()
    }
}

/// Through a third model.
impl Related<tag::Entity> for Entity {
    fn to() -> RelationDef {
        tag::Relation::of_links()
    }

    fn via() -> Option<RelationDef> {
        Some(tag::Relation::links_of_invoices())
    }
}

impl ActiveModelBehavior for ActiveModel {}
