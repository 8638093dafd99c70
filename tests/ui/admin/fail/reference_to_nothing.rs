//! A page that there is not.
use guard_runtime::admin::{ModelPage, Site, admin_site, model_page};

mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub parent_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[model_page(under = Office, model = note, refers(parent_id = Note))]
struct Notes;
impl ModelPage for Notes {}

fn main() {}
