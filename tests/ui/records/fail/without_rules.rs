//! Models about which nobody has said who may do what.
use guard_runtime::records::GuardedDb;
use sea_orm::Set;

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

mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    #[model_access(grant(core_portal, CRUD))]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub id: i64,
        pub open_id: i64,
    }

    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {
        #[sea_orm(
            belongs_to = "super::open::Entity",
            from = "Column::OpenId",
            to = "super::open::Column::Id"
        )]
        Open,
    }

    impl Related<super::open::Entity> for Entity {
        fn to() -> RelationDef {
            Relation::Open.def()
        }
    }

    impl ActiveModelBehavior for ActiveModel {}
}

fn read(db: &GuardedDb) {
    let _ = db.find::<open::Entity>();
    let _ = db.get::<open::Entity>(1);
    let _ = db.find::<note::Entity>().with::<open::Entity>();
    let _ = db.find::<note::Entity>().join::<open::Entity>();
}

fn changed(db: &GuardedDb) {
    let _ = db.delete::<open::Entity>(1);
    let _ = db.create(open::ActiveModel { id: Set(1) });
    let _ = db.update(open::ActiveModel { id: Set(1) }).exec();
}

fn main() {}
