//! Actions that belong nowhere, or are about nothing.
use guard_runtime::Env;
use guard_runtime::admin::{
    App, Done, ModelPage, PageAction, RunError, Site, admin_app, admin_site, model_page,
    page_action,
};
use guard_runtime::records::GuardedDb;
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

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[admin_app(under = Office)]
struct Sales;
impl App for Sales {}

#[model_page(under = Office, model = note)]
struct Notes;
impl ModelPage for Notes {}

macro_rules! runs {
    ($($name:ident)*) => {$(
        impl PageAction for $name {
            async fn run(self, _: &Env, _: &GuardedDb, ids: &[i64]) -> Result<Done, RunError> {
                Ok(Done::said(format!("{}", ids.len())))
            }
        }
    )*};
}
runs!(Nowhere Miscalled Aimless Misaimed Named OnAnApp);

#[page_action(target = one)]
#[derive(Deserialize)]
struct Nowhere;

#[page_action(under = Notes, target = one)]
#[derive(Deserialize)]
struct Miscalled;

#[page_action(on = Notes)]
#[derive(Deserialize)]
struct Aimless;

#[page_action(on = Notes, target = choosen, confirm = "")]
#[derive(Deserialize)]
struct Misaimed;

#[page_action(on = Notes, target = "one", name = "Mark paid", slug = "paid", order = 2)]
#[derive(Deserialize)]
struct Named;

#[page_action(on = Sales, target = page)]
#[derive(Deserialize)]
struct OnAnApp;

fn main() {}
