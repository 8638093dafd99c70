//! Models with columns of every type, with rules of every kind, and with every kind of primary key.
#![allow(missing_docs, unreachable_pub, reason = "tests")]

pub mod wide {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// Stored as a text.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "String", db_type = "String(StringLen::N(10))")]
    pub enum Colour {
        #[sea_orm(string_value = "red")]
        Red,
        #[sea_orm(string_value = "blue")]
        Blue,
    }

    /// A type of the database, where it has such types.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
    #[sea_orm(rs_type = "Enum", db_type = "Enum", enum_name = "mood")]
    pub enum Mood {
        #[sea_orm(string_value = "good")]
        Good,
        #[sea_orm(string_value = "bad")]
        Bad,
    }

    #[derive(Clone, Debug, PartialEq, Eq, DeriveValueType)]
    pub struct Cents(pub i64);

    /// A row of everything.
    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "wide")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "String(StringLen::N(5))")]
        pub code: String,
        #[sea_orm(column_type = "Text", nullable)]
        pub note: Option<String>,
        pub small: i16,
        pub whole: i32,
        pub big: Option<i64>,
        // In `PostgreSQL`, SeaORM does not read back what it stores as unsigned.
        #[sea_orm(column_type = "Integer", nullable)]
        pub count: Option<u32>,
        pub cents: Option<Cents>,
        pub narrow: Option<f32>,
        pub double: Option<f64>,
        #[sea_orm(column_type = "Decimal(Some((8, 2)))", nullable)]
        pub price: Option<Decimal>,
        pub flag: bool,
        pub day: Option<Date>,
        pub clock: Option<Time>,
        pub naive: Option<DateTime>,
        pub utc: Option<DateTimeUtc>,
        pub zoned: Option<DateTimeWithTimeZone>,
        pub token: Option<Uuid>,
        pub data: Option<Json>,
        pub colour: Option<Colour>,
        pub mood: Option<Mood>,
        pub bytes: Option<Vec<u8>>,
        #[sea_orm(default_value = 3)]
        pub level: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod memo {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// A note to oneself.
    #[model_access(
        grant(core_internal, CRUD),
        grant(core_portal, CRU, where author_id == env.uid),
        restrict(UD, status != "posted"),
        read(core_internal, secret),
        write(core_internal, secret, status),
        filled(author_id),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "memo")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub author_id: i64,
        pub title: String,
        #[sea_orm(default_value = "draft")]
        pub status: String,
        pub secret: Option<i64>,
        pub body: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(has_many = "super::line::Entity")]
        Line,
    }

    impl Related<super::line::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Line.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod line {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    use super::memo;

    /// A line of a memo, which cannot be changed once the memo is posted.
    #[model_access(
        grant(core_internal, CRUD),
        restrict(UD, memo.status != "posted"),
        related(memo: memo::Model, memo_id == id),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "line")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub memo_id: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub code: String,
        pub text: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::memo::Entity",
            from = "Column::MemoId",
            to = "super::memo::Column::Id"
        )]
        Memo,
    }

    impl Related<memo::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Memo.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod ticket {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// Something with a name nobody guesses; who writes one need not be able to read it.
    #[model_access(grant(core_portal, C), grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "ticket")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

pub mod odd {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// Types of fields that are not those of their columns, as with other libraries.
    #[model_access(grant(core_internal, R))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "odd")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_type = "Date")]
        pub day: String,
        #[sea_orm(column_type = "DateTime")]
        pub moment: String,
        #[sea_orm(column_type = "Decimal(None)")]
        pub price: String,
        pub text: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
