//! Entities as applications declare them.

/// Sees its own rows, its lines and its contact.
pub(crate) mod invoice {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(
        grant(core_internal, CRUD),
        grant(core_portal, RU, where contact_id == env.contact_id && !["draft", "Lost"].contains(status)),
        grant(core_public, R, where status.starts_with("open_") && !(reference == "x")),
        restrict(env.cids.contains(company_id)),
        restrict(U, !archived),
        restrict(D, contact.company_id == env.cid || !lines.any(quantity > 2 && !(note == "x"))),
        related(contact: super::contact::Model, contact_id == id),
        related(lines: [super::line::Model], id == invoice_id),
    )]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "invoice")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub contact_id: Option<i64>,
        #[sea_orm(column_name = "Company")]
        pub company_id: i32,
        #[sea_orm(unique, column_type = "String(StringLen::N(12))")]
        pub status: String,
        pub reference: Option<String>,
        pub archived: bool,
        pub total: f64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    pub(crate) fn sample() -> Model {
        Model {
            id: 1,
            contact_id: Some(3),
            company_id: 2,
            status: "open_1".to_owned(),
            reference: Some("x".to_owned()),
            archived: false,
            total: 9.5,
        }
    }
}

/// Stands in a schema of its own.
pub(crate) mod contact {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "contact", schema_name = "crm")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub company_id: Option<i32>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    pub(crate) fn sample() -> Model {
        Model {
            id: 3,
            company_id: Some(2),
        }
    }
}

pub(crate) mod line {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_internal, CRUD))]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "line")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub invoice_id: i64,
        pub quantity: i16,
        pub note: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    pub(crate) fn sample() -> Model {
        Model {
            id: 1,
            invoice_id: 1,
            quantity: 3,
            note: None,
        }
    }
}

#[cfg(feature = "uuid")]
pub(crate) mod ticket {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(
        grant(core_internal, R, where owner_id == env.uid || lines.any(quantity == 3)),
        restrict(!(company_id == env.cid)),
        related(lines: [super::line::Model], line_id == id),
    )]
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "ticket")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub owner_id: Uuid,
        pub company_id: Option<Uuid>,
        pub line_id: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    pub(crate) fn sample() -> Model {
        Model {
            id: Uuid::from_u128(1),
            owner_id: Uuid::from_u128(7),
            company_id: None,
            line_id: None,
        }
    }
}
