//! What is built and never asked for, or asked in the wrong way.
#![deny(unused_must_use)]
use guard_runtime::Env;
use guard_runtime::records::{AccessError, GuardedDb};
use sea_orm::Set;

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

fn never_asked(db: &GuardedDb, env: Env) {
    db.find::<note::Entity>();
    db.find::<note::Entity>().group_by(note::Column::Id);
    db.create(note::ActiveModel {
        id: Set(1),
        author_id: Set(7),
    });
    db.update(note::ActiveModel {
        id: Set(1),
        author_id: Set(7),
    });
    db.with_env(env);
    db.get::<note::Entity>(1);
    db.transaction(async |_| Ok::<_, AccessError>(()));
}

fn main() {}
