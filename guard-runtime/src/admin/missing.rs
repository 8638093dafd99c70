//! What stands in for a model or a page that an attribute does not name, beside its error.
#![allow(
    missing_docs,
    unreachable_pub,
    reason = "SeaORM's macros make public items"
)]

use sea_orm::entity::prelude::*;

use super::parts::{CLOSED, NOTHING};
use super::{Declared, DeclaredModelPage, ModelPage, Node, Shown};
use crate::model::generated::access;
use crate::model::{Access, FieldSet, ModelAccess, Table};

/// A record of nothing: nobody may do anything with it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nothing")]
pub struct Model {
    #[sea_orm(primary_key)]
    pub id: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

const TABLE: Table = Table {
    schema: None,
    name: "nothing",
};

#[diagnostic::do_not_recommend]
impl ModelAccess for Model {
    type Readable = Self;

    const ACCESS: &'static Access<Self> = &access("", TABLE, &[], &[], &[], &[]);

    fn readable(self, _: &FieldSet) -> Self {
        self
    }
}

/// A page of such records.
#[derive(Debug)]
pub enum Page {}

#[diagnostic::do_not_recommend]
impl Declared for Page {
    const NODE: &'static Node = CLOSED;
}

#[diagnostic::do_not_recommend]
impl DeclaredModelPage for Page {
    type Entity = Entity;
    const SHOWN: &'static Shown = NOTHING;
}

#[diagnostic::do_not_recommend]
impl ModelPage for Page {}
