//! The records of the office.

pub mod invoice {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// What a customer owes.
    #[model_access(
        grant(manager, CRUD),
        grant(seller, CRU, where owner_id == env.uid),
        read(manager, cost, code),
        write(manager, cost),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "invoice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub owner_id: i64,
        #[sea_orm(unique)]
        pub number: String,
        pub status: String,
        pub total: i64,
        pub paid: bool,
        pub note: Option<String>,
        pub cost: Option<i64>,
        pub code: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod tag {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// A word.
    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tag")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub about: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
