//! Fields that not all may read or write.
use guard_runtime::model_access;
use sea_orm::entity::prelude::*;

guard_runtime::define_groups! {
    pub mod groups { sales_user: core_internal, sales_manager: sales_user }
}

#[model_access(
    grant(sales_user, CRU),
    read(sales_manager, id, cost, margin, cost),
    read(sales_user, margin),
    read(sales_manager, margin),
    read(none, margin),
    read(none, secret),
    read(none, secret),
    write(none, name),
    write(none, id, note, state, stamp),
    write(sales_manager, note),
    filled(created_on, created_on),
    filled(cost),
    write(sales_user, cost),
    read(sales_manager),
    read(),
    write(none),
    filled(),
    read(sales_manager, [cost]),
)]
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "product")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    pub name: String,
    pub cost: i64,
    pub margin: i64,
    pub secret: String,
    pub note: Option<String>,
    #[sea_orm(default_value = "new")]
    pub state: String,
    #[sea_orm(default_expr = "Expr::current_timestamp()")]
    pub stamp: String,
    pub created_on: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[model_access(grant(sales_user, RU), write(none, name))]
struct NobodyCreates {
    name: String,
}

mod own_key {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(grant(sales_user, C), write(none, code))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn main() {}
