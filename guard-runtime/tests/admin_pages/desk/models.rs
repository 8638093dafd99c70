//! The records of the desk.

pub mod agent {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// Who sells.
    #[model_access(grant(core_internal, R), grant(manager, CU))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "agent")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub favourite_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod customer {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// Who buys.
    #[model_access(grant(manager, CRUD), grant(seller, R, where agent_id == env.uid))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "customer")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub name: String,
        pub agent_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod order {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// What is bought.
    #[model_access(
        grant(manager, CRUD),
        grant(seller, CRU),
        restrict(U, number != "O-1"),
        read(manager, ceiling),
        write(manager, ceiling, last_day),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "order")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(unique)]
        pub number: String,
        pub customer_id: Option<i64>,
        pub total: i64,
        pub tip: Option<i64>,
        pub ceiling: Option<i64>,
        pub first_day: i64,
        pub last_day: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod deal {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// What is agreed.
    #[model_access(grant(manager, R), grant(seller, CRU, where owner_id == env.uid))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "deal")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub owner_id: i64,
        #[sea_orm(unique)]
        pub number: String,
        pub client_id: Option<i64>,
        pub buyer_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
