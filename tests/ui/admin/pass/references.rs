//! Pages that refer to each other and to themselves, and amounts of money.
use guard_runtime::admin::{DeclaredModelPage, Money, ModelPage, Site, WholeAmount, admin_site, model_page};

mod user {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "user")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub chief_id: Option<i64>,
        pub r#type: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

mod company {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Cents(pub i64);

    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "company")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub owner_id: i64,
        pub worth: Option<i32>,
        pub debt: Option<Cents>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl WholeAmount for company::Cents {}

#[admin_site(path = "/admin")]
struct Office;
impl Site for Office {}

#[model_page(under = Office, model = user, refers(chief_id = Users, r#type = self::Companies))]
struct Users;
impl ModelPage for Users {}

#[model_page(
    under = Office,
    model = company,
    refers(owner_id = Users),
    money(worth = "JPY", debt = "EUR"),
)]
struct Companies;
impl ModelPage for Companies {}

fn main() {
    let named = |page: &[(&'static str, guard_runtime::admin::Reference)]| {
        page.iter().map(|(field, to)| (*field, to.page().title())).collect::<Vec<_>>()
    };
    assert_eq!(named(Users::SHOWN.refers), [("chief_id", "Users"), ("type", "Companies")]);
    assert_eq!(named(Companies::SHOWN.refers), [("owner_id", "Users")]);
    assert_eq!(Companies::SHOWN.money, [("worth", Money::of("JPY")), ("debt", Money::of("EUR"))]);
}
