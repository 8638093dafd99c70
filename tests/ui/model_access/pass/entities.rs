//! Entities of SeaORM, as they were always written and in the dense format.
#![deny(warnings)]

use guard_runtime::model::{Dialect, ModelAccess, Op, decide};
use guard_runtime::{Env, User, groups};

mod customer {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(
        grant(core_internal, CRUD, where owner_id == env.uid && line_1 == 2 && number == 3 && kind != 1),
        restrict(orders.any(total == 3)),
        write(none, id, note, state, stamp),
        filled(owner_id),
        related(orders: [super::order::Model], id == customer_id),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "customer", schema_name = "sales")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        #[sea_orm(column_name = "owner")]
        pub owner_id: i64,
        pub line_1: i64,
        #[sea_orm(enum_name = "Digits")]
        pub number: i32,
        pub r#kind: i32,
        pub note: Option<String>,
        #[sea_orm(default_value = "new")]
        pub state: String,
        #[sea_orm(default_expr = "Expr::current_timestamp()")]
        pub stamp: String,
        #[sea_orm(ignore)]
        pub cache: String,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod order {
    use sea_orm::entity::prelude::*;

    #[guard_runtime::model_access(
        grant(core_internal, CRUD, where customer_id == env.uid),
        read(none, total),
    )]
    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(
        table_name = "order",
        rename_all = "camelCase",
        model_attrs(derive(serde::Serialize), serde(rename_all = "SCREAMING_SNAKE_CASE"))
    )]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub customer_id: i64,
        pub total: i64,
        #[sea_orm(has_many)]
        pub lines: HasMany<super::line::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

mod line {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "line")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub order_id: i64,
        #[sea_orm(belongs_to, from = "order_id", to = "id")]
        pub order: BelongsTo<super::order::Entity>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

fn main() {
    use sea_orm::{IdenStatic as _, Iterable as _};

    let names = |entries: &[guard_runtime::model::FieldEntry]| {
        entries.iter().map(|it| it.column).collect::<Vec<_>>()
    };
    let columns = customer::Column::iter().map(|it| it.as_str()).collect::<Vec<_>>();
    assert_eq!(names(customer::Model::ACCESS.fields()), columns);
    let columns = order::Column::iter().map(|it| it.as_str()).collect::<Vec<_>>();
    assert_eq!(names(order::Model::ACCESS.fields()), columns);
    assert_eq!(columns, ["id", "customerId", "total"]);

    let env = Env::of(User::new(7).in_group(groups::core_internal)).expect("an env");
    let sql = decide::<customer::Model>(&env, Op::Read).sql(Dialect::Postgres);
    assert_eq!(
        sql.text,
        r#"(("customer"."owner" = $1 AND "customer"."line_1" = $2 AND "customer"."digits" = $3 AND "customer"."kind" <> $4 AND EXISTS (SELECT 1 FROM "order" AS "guard_related" WHERE "guard_related"."customerId" = "customer"."id" AND "guard_related"."total" = $5)))"#
    );
    assert_eq!(customer::Model::ACCESS.table().schema, Some("sales"));
    let order = order::Model { id: 1, customer_id: 2, total: 3 };
    let shown = order.readable(&order::Model::ACCESS.readable(&env));
    let text = serde_json::to_string(&shown).expect("a text");
    assert_eq!(text, r#"{"ID":1,"CUSTOMER_ID":2}"#);
    assert!(shown.total.is_hidden() && shown.id == 1 && shown.customer_id == 2);
}
