//! Filters that are not made of the model's own columns.
use guard_runtime::records::{GuardedDb, field};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, Order};

mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_portal, CRUD, where author_id == env.uid))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub author_id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

mod open {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "open")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

fn raw_conditions(db: &GuardedDb) {
    db.find::<note::Entity>().filter(Condition::any());
    db.find::<note::Entity>().filter(note::Column::Id.eq(1));
    db.find::<note::Entity>().filter(Expr::cust("1 = 1"));
    db.find::<note::Entity>().filter("1 = 1");
    db.find::<note::Entity>()
        .filter(field(note::Column::Id).eq(1).or(note::Column::Id.eq(2)));
}

fn columns_of_another_model(db: &GuardedDb) {
    db.find::<note::Entity>()
        .filter(field(open::Column::Id).eq(1));
    db.find::<note::Entity>().filter(
        field(note::Column::Id)
            .eq(1)
            .and(field(open::Column::Id).eq(1)),
    );
    db.find::<note::Entity>().order_by_asc(open::Column::Id);
    db.find::<note::Entity>()
        .order_by(Expr::cust("secret"), Order::Asc);
    db.find::<note::Entity>().group_by(open::Column::Id);
    let _ = db.find::<note::Entity>().sum(open::Column::Id);
}

fn expressions(db: &GuardedDb) {
    db.find::<note::Entity>()
        .filter(field(Expr::cust("1 = 1")).is_null());
    db.find::<note::Entity>()
        .filter(field(note::Column::Id).eq(Expr::col(note::Column::AuthorId)));
}

fn main() {}
