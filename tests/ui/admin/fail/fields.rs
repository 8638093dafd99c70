//! Fields that the model does not have, and lists of something else.
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
        pub status: String,
        pub r#type: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[model_page(
    under = Office,
    model = note,
    list(txt),
    filter(missing_1),
    search(missing_2),
    form(missing_3),
    sort(-missing_4),
    label(missing_5 = "Missing"),
    choices(missing_6 = ["a"]),
)]
struct Unknown;
impl ModelPage for Unknown {}

#[model_page(
    under = Office,
    model = note,
    list(text, id, text),
    filter("status"),
    search(),
    form(-text, type),
    sort(text, -text, status desc),
    label(text, status = 7, status = ""),
    choices(text, status = "draft", id = [], status = ["a", "a", b]),
    only(list, reed, list, "create"),
)]
struct Wrong;
impl ModelPage for Wrong {}

#[model_page(under = Office, model = note, list = text, only(), missing_7)]
struct Shapes;
impl ModelPage for Shapes {}

// A mistake elsewhere does not hide those of fields.
#[model_page(under = Office, model = note, list(missing_8), order = "first")]
struct Both;
impl ModelPage for Both {}

fn main() {}
