//! Ways to the connection inside.
use guard_runtime::records::{AccessError, Find, GuardedDb};
use sea_orm::{ConnectionTrait, DatabaseConnection};

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

fn anything(_: &impl ConnectionTrait) {}

fn passed_on(db: GuardedDb) {
    anything(&db);
}

fn taken_out(db: GuardedDb) -> DatabaseConnection {
    db.executor
}

fn borrowed(db: &GuardedDb) -> &DatabaseConnection {
    db
}

fn converted(db: GuardedDb) -> DatabaseConnection {
    db.into()
}

async fn within(db: GuardedDb) -> Result<(), AccessError> {
    db.transaction(async |db| {
        anything(db);
        Ok(())
    })
    .await
}

fn of_a_query(find: Find<note::Entity>) -> sea_orm::Select<note::Entity> {
    find.select
}

fn named() -> guard_runtime::records::executor::Executor {
    loop {}
}

fn main() {}
