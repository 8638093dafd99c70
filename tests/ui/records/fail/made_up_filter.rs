//! A filter that says it looks at no column, whatever it looks at.
use guard_runtime::records::{Filter, field};

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

fn made_up() -> Filter<note::Column> {
    let mut filter = field(note::Column::AuthorId).eq(7);
    filter.columns.clear();
    filter
}

fn main() {}
