//! Tags, which invoices have through a third table.

use guard_runtime::model_access;
use sea_orm::entity::prelude::*;
use serde::Serialize;

/// A mark of an invoice.
#[model_access(grant(core_internal, R))]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "tag")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Relation {
    pub fn of_links() -> RelationDef {
        link::Relation::Tag.def()
    }

    pub fn links_of_invoices() -> RelationDef {
        link::Relation::Invoice.def().rev()
    }
}

impl ActiveModelBehavior for ActiveModel {}

/// Which invoice has which tag: a table without rules, so that nobody gets at it.
pub mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invoice_tag")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub invoice_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub tag_id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::super::invoice::Entity",
            from = "Column::InvoiceId",
            to = "super::super::invoice::Column::Id"
        )]
        Invoice,
        #[sea_orm(
            belongs_to = "super::Entity",
            from = "Column::TagId",
            to = "super::Column::Id"
        )]
        Tag,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
