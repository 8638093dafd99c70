//! Memos, into which the database and hooks put what nobody has asked for.

use std::time::Duration;

use guard_runtime::model_access;
use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use serde::Serialize;

/// The company that the database puts in where none is given: nobody's.
pub const DEFAULT_COMPANY: i64 = 99;

/// How long a hook takes.
pub const SLOW: Duration = Duration::from_millis(200);

/// A note to oneself.
#[model_access(
    grant(core_portal, CRUD, where author_id == env.uid),
    restrict(env.cids.contains(company_id)),
    filled(author_id),
)]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "memo")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
    #[sea_orm(default_value = 99)]
    pub company_id: i64,
    pub author_id: i64,
    pub text: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

/// Hooks that do what the text says.
#[async_trait::async_trait]
impl ActiveModelBehavior for ActiveModel {
    async fn before_save<C: ConnectionTrait>(mut self, _: &C, insert: bool) -> Result<Self, DbErr> {
        match self.text.try_as_ref().map(String::as_str) {
            Some("abroad") => self.company_id = Set(DEFAULT_COMPANY),
            Some("mine") => self.author_id = Set(7),
            Some("another") if !insert => self.id = Set(2),
            Some("no") => return Err(DbErr::Custom("secret of the hook".to_owned())),
            _ => {}
        }
        Ok(self)
    }

    async fn before_delete<C: ConnectionTrait>(mut self, _: &C) -> Result<Self, DbErr> {
        if self.text.try_as_ref().is_some_and(|text| text == "another") {
            self.id = Set(2);
        }
        Ok(self)
    }

    async fn after_delete<C: ConnectionTrait>(self, db: &C) -> Result<Self, DbErr> {
        if self
            .text
            .try_as_ref()
            .is_some_and(|text| text == "careless")
        {
            drop(db.execute_unprepared("SELECT nothing FROM nowhere").await);
        }
        Ok(self)
    }

    async fn after_save<C: ConnectionTrait>(
        mut model: Model,
        _: &C,
        _: bool,
    ) -> Result<Model, DbErr> {
        match &*model.text {
            "swapped" => model.id += 1,
            "slow" => actix_web::rt::time::sleep(SLOW).await,
            _ => {}
        }
        Ok(model)
    }
}
