//! Fields that refer to nothing, or hold no money.
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
        pub parent_id: Option<i64>,
        pub weight: f64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

struct Nothing;

#[model_page(under = Office, model = note, refers(missing_1 = Notes), money(missing_2 = "EUR"))]
struct Unknown;
impl ModelPage for Unknown {}

#[model_page(under = Office, model = note, refers(parent_id = Nothing))]
struct NoPage;
impl ModelPage for NoPage {}

#[model_page(under = Office, model = note, refers(parent_id = Office))]
struct NoModelPage;
impl ModelPage for NoModelPage {}

#[model_page(under = Office, model = note, refers(text = Notes))]
struct OtherKey;
impl ModelPage for OtherKey {}

#[model_page(under = Office, model = note, money(weight = "EUR", text = "EUR"))]
struct NoAmount;
impl ModelPage for NoAmount {}

#[model_page(
    under = Office,
    model = note,
    refers(parent_id, parent_id = Notes, id = "Notes", text = Notes<i64>),
    money(id, id = "EUR", text = EUR, weight = "euro", parent_id = 7),
)]
struct Wrong;
impl ModelPage for Wrong {}

#[model_page(under = Office, model = note, refers(), money())]
struct Empty;
impl ModelPage for Empty {}

#[model_page(under = Office, model = note, references(parent_id = Notes), currency = "EUR")]
struct Miscalled;
impl ModelPage for Miscalled {}

#[model_page(under = Office, model = note)]
struct Notes;
impl ModelPage for Notes {}

fn main() {}
