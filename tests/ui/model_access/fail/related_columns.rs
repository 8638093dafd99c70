//! Columns of related models that the database compares otherwise than Rust does.
use guard_runtime::model_access;

mod contact {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Char(Some(8))")]
        pub code: String,
        #[sea_orm(column_type = "custom(\"citext\")")]
        pub login: String,
        pub name: String,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

#[model_access(
    grant(core_internal, R),
    related(contact: contact::Model, contact_id == id),
    restrict(contact.code == "x" || contact.name == "x"),
)]
struct Padded {
    id: i64,
    contact_id: i64,
}

#[model_access(
    grant(core_internal, R, where owner.id == env.uid),
    related(owner: contact::Model, login == login),
)]
struct Folded {
    id: i64,
    login: String,
}

fn main() {}
