//! Queries without the rules of their model.
use guard_runtime::records::GuardedDb;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, ModelTrait, PaginatorTrait,
    QueryFilter, Statement, TransactionTrait,
};

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

fn built_by_sea_orm(db: &GuardedDb) {
    let _ = note::Entity::find().all(db);
    let _ = note::Entity::find().filter(note::Column::Id.eq(1)).one(db);
    let _ = note::Entity::find().count(db);
    let _ = note::Entity::find().stream(db);
    let _ = note::Entity::delete_by_id(1).exec(db);
    let _ = note::Entity::update_many().exec(db);
}

fn of_records(db: &GuardedDb, note: note::Model, active: note::ActiveModel) {
    let _ = active.clone().insert(db);
    let _ = active.save(db);
    let _ = note.delete(db);
}

fn by_hand(db: &GuardedDb, statement: Statement) {
    let _ = db.execute_unprepared("DELETE FROM note");
    let _ = db.execute_raw(statement.clone());
    let _ = db.query_all_raw(statement);
    let _ = db.begin();
}

fn main() {}
