//! The records of the site: columns of most types.
#![allow(unreachable_pub, reason = "SeaORM's macros make public items")]

pub(crate) mod order {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// How somebody feels.
    #[derive(Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "Enum", enum_name = "mood")]
    pub(crate) enum Mood {
        /// Well.
        #[sea_orm(string_value = "good")]
        Good,
        /// Not so well.
        #[sea_orm(string_value = "bad")]
        Bad,
    }

    /// What somebody has ordered.
    #[model_access(
        grant(manager, CRUD),
        grant(sales, CRU, where number != "hidden"),
        read(manager, cost),
        read(support, code),
        read(auditor, code),
        write(manager, cost, total),
    )]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ordered")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(unique, column_type = "String(StringLen::N(20))")]
        pub number: String,
        pub status: String,
        pub priority: i32,
        #[sea_orm(default_value = 0)]
        pub weight: f64,
        pub total: Option<Decimal>,
        pub due_on: Option<ChronoDate>,
        pub opens_at: Option<ChronoTime>,
        pub placed_at: Option<ChronoDateTimeUtc>,
        pub seen_at: Option<ChronoDateTime>,
        #[sea_orm(column_type = "Text")]
        pub note: Option<String>,
        pub paid: bool,
        pub token: Option<Uuid>,
        pub data: Option<Json>,
        pub mood: Option<Mood>,
        pub cost: Option<i64>,
        pub code: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod label {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// A word that stands on parcels.
    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "label")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub name: String,
        pub about: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
