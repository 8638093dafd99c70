//! Structs that say nothing of what they do.
use guard_runtime::admin::{
    ModelPage, Site, admin_app, admin_site, form_page, link_page, model_page, page_action,
    page_group, plain_page,
};
use serde::Deserialize;

mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[admin_site(path = "/lonely")]
struct Lonely;

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_app(under = Office)]
struct Sales;

#[page_group(under = Sales)]
struct Settings;

#[model_page(under = Office, model = note)]
struct Notes;

#[model_page(under = Office, model = note)]
struct MoreNotes;
impl ModelPage for MoreNotes {}

#[form_page(under = Office)]
#[derive(Deserialize)]
struct Announcement {
    text: String,
}

#[plain_page(under = Office)]
struct Dashboard;

#[link_page(under = Office, to = "/manual")]
struct Manual;

#[page_action(on = MoreNotes, target = one)]
#[derive(Deserialize)]
struct Archive;

#[page_action(on = Notes, target = one)]
#[derive(Deserialize)]
struct OfAnother;

// Nothing is declared.
struct Plain;
impl Site for Plain {}
impl ModelPage for Plain {}

fn main() {}
