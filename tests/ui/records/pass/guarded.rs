//! What the guarded database is asked, in an application that allows no warning.
#![deny(warnings, clippy::pedantic, missing_docs)]

use guard_runtime::records::{AccessError, GuardedDb, field};
use sea_orm::Set;

/// Notes.
pub mod note {
    use guard_runtime::model_access;
    use sea_orm::entity::prelude::*;

    /// A note.
    #[model_access(
        grant(core_portal, CRUD, where author_id == env.uid),
        read(core_internal, secret),
        filled(author_id),
    )]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "note")]
    pub struct Model {
        /// What it is called in paths.
        #[sea_orm(primary_key)]
        pub id: i64,
        /// Who wrote it.
        pub author_id: i64,
        /// What it says.
        pub text: String,
        /// What it says to some.
        pub secret: Option<String>,
    }

    /// None.
    #[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Changes one and reads the others.
///
/// # Errors
///
/// What the database says.
pub async fn rename(db: &GuardedDb, id: i64, text: String) -> Result<u64, AccessError> {
    db.transaction(async |db| {
        let change = note::ActiveModel {
            id: Set(id),
            text: Set(text),
            ..Default::default()
        };
        db.update(change)
            .fill(|note| note.author_id = Set(7))
            .exec()
            .await?;
        let mine = field(note::Column::Text)
            .starts_with("mine")
            .or(!field(note::Column::Id).eq(id));
        db.find::<note::Entity>().filter(mine).count().await
    })
    .await
}

/// What is given is a view, some of whose fields may be hidden.
///
/// # Errors
///
/// What the database says.
pub async fn secret(db: &GuardedDb, id: i64) -> Result<Option<String>, AccessError> {
    let note = db.get::<note::Entity>(id).await?;
    Ok(note.secret.into_inner().flatten())
}

fn main() {}
