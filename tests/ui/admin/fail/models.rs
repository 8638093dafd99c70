//! Models that there are not, or that have no rules.
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
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod open {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "open")]
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

#[model_page(under = Office)]
struct Unnamed;
impl ModelPage for Unnamed {
    async fn has_read_permission(
        _: &guard_runtime::Env,
        _: Option<&[i64]>,
    ) -> guard_runtime::admin::Permission {
        Ok(())
    }
}

#[model_page(under = Office, entity = note)]
struct Miscalled;
impl ModelPage for Miscalled {}

#[model_page(under = Office, model = note::Entity, list(text))]
struct Entity;
impl ModelPage for Entity {}

#[model_page(under = Office, model = "note")]
struct Quoted;
impl ModelPage for Quoted {}

#[model_page(under = Office, model(note))]
struct Listed;
impl ModelPage for Listed {}

#[model_page(under = Office, model = open, list(id))]
struct WithoutRules;
impl ModelPage for WithoutRules {}

fn main() {}
