//! Entities of SeaORM: where the attribute stands, and the table.
mod above {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[guard_runtime::model_access(grant(core_internal, R))]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod serialized {
    #[derive(serde::Serialize)]
    #[guard_runtime::model_access(grant(core_internal, R))]
    pub struct Product {
        #[serde(rename = "number")]
        pub id: i64,
    }
}

mod dense {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[guard_runtime::model_access(grant(core_internal, R, where idd == 3))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod two_tables {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(table = "products", grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod no_table {
    use sea_orm::entity::prelude::*;

    #[derive(Copy, Clone, Default, Debug, DeriveEntity)]
    pub struct Entity;

    impl EntityName for Entity {
        fn table_name(&self) -> &'static str {
            "product"
        }
    }

    #[guard_runtime::model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod texts {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(
        grant(core_internal, R, where code == "x"),
        restrict(["a"].contains(kind)),
        restrict(cast.starts_with("x") || plain == "x" || sized == "y" || code.is_none()),
        restrict(cache == 3),
        write(none, cache),
        restrict(address == "x"),
        restrict(key == env.uid),
        related(other: Model, code == id),
    )]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "product")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Char(Some(8))")]
        pub code: Option<String>,
        #[sea_orm(column_type = "custom(\"citext\")")]
        pub kind: String,
        #[sea_orm(select_as = "text")]
        pub cast: String,
        #[sea_orm(column_type = "Text")]
        pub plain: String,
        #[sea_orm(column_type = "String(StringLen::N(8))")]
        pub sized: String,
        #[sea_orm(ignore)]
        pub cache: i64,
        #[sea_orm(column_type = "custom(\"citext\")")]
        pub address: crate::Address,
        #[sea_orm(column_type = "Char(Some(36))")]
        pub key: Uuid,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod conditional {
    #[guard_runtime::model_access(grant(core_internal, R), read(none, cost))]
    #[derive(serde::Serialize)]
    pub struct Product {
        #[cfg_attr(all(), cfg_attr(all(), serde(skip)))]
        pub secret: i64,
        #[cfg_attr(all(), doc = "What it costs.", cfg(all()))]
        pub cost: i64,
    }

    #[guard_runtime::model_access(grant(core_internal, R))]
    #[derive(sea_orm::FromQueryResult)]
    pub struct Row {
        #[cfg_attr(all(), sea_orm(from_alias = "number"))]
        pub id: i64,
    }
}

#[derive(Clone, Debug, PartialEq, Eq, sea_orm::DeriveValueType)]
pub struct Address(String);

fn main() {}
