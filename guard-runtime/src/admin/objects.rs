//! Pages with their types put away, as the routes and the menu see them.

use std::collections::HashMap;

use futures_core::future::LocalBoxFuture;
use serde_json::Value as Json;

pub(super) use super::field::Field;
pub(super) use super::page_error::{FieldError, PageError};
use super::{
    Action, Content, Done, FormField, ListRequest, PageRoutes, Permission, RunError, Shown,
};
use crate::env::Env;
use crate::model::FieldSet;
use crate::records::GuardedDb;

/// What comes later.
pub(super) type Later<'a, T> = LocalBoxFuture<'a, T>;

/// The records of a model.
pub(super) trait ModelObject: Sync {
    fn shown(&self) -> &'static Shown;
    /// What the model is called.
    fn model(&self) -> &'static str;
    /// All columns, in the order of declaration: the positions of a [`FieldSet`].
    fn fields(&self) -> Vec<Field>;
    /// Those that the database has, for the documentation of the API.
    #[cfg(feature = "openapi")]
    fn described(&self) -> Vec<super::model::described::Described>;
    fn readable(&self, env: &Env) -> FieldSet;
    fn writable(&self, env: &Env) -> FieldSet;
    /// Whether the env could ever do this: what the page says without ids, and what the model's rules
    /// say of any record. What the tree says is asked before.
    fn could<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        action: Action,
    ) -> Later<'a, Result<(), PageError>>;
    fn list<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        request: &'a ListRequest,
    ) -> Later<'a, Result<Listed, PageError>>;
    fn read<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        key: &'a str,
    ) -> Later<'a, Result<Record, PageError>>;
    /// The record as it is stored; nothing if the user may not read it.
    fn create<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        entered: Entered,
    ) -> Later<'a, Result<Option<Record>, PageError>>;
    /// Changes all of them or none, and says how many they were.
    fn update<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
        entered: Entered,
    ) -> Later<'a, Result<u64, PageError>>;
    /// Deletes all of them or none, and says how many they were.
    fn delete<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
    ) -> Later<'a, Result<u64, PageError>>;
    /// What those of these records are called that the user may read; the texts are what fields hold that
    /// refer to them.
    fn names<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        texts: &'a [String],
    ) -> Later<'a, Result<HashMap<String, Named>, PageError>>;
    /// What such a field can hold, and what that is called, in the order of the names: the records that the
    /// user may list, unless they are too many to choose from.
    fn choices<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
    ) -> Later<'a, Result<Vec<(String, String)>, PageError>>;
    fn routes(&self, routes: &mut PageRoutes<'_>);
}

/// A form that is not about a record.
pub(super) trait FormObject: Sync {
    fn fields(&self) -> &'static [FormField];
    fn could<'a>(&'a self, env: &'a Env) -> Later<'a, Permission>;
    /// What stands in it at first.
    fn initial<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
    ) -> Later<'a, Result<Vec<(&'static str, String)>, RunError>>;
    fn submit<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        entered: Entered,
    ) -> Later<'a, Result<Done, PageError>>;
}

/// A page of one's own.
pub(super) trait PlainObject: Sync {
    fn show<'a>(&'a self, env: &'a Env, db: &'a GuardedDb) -> Later<'a, Result<Content, RunError>>;
    fn routes(&self, routes: &mut PageRoutes<'_>);
}

/// A custom action of a model page.
pub(super) trait ActionObject: Sync {
    fn fields(&self) -> &'static [FormField];
    fn could<'a>(&'a self, env: &'a Env) -> Later<'a, Permission>;
    fn run<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
        entered: Entered,
    ) -> Later<'a, Result<Done, PageError>>;
}

/// One record. Hidden fields are `None`; NULL is `Json::Null`.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// Its primary key, as it stands in paths.
    pub(super) key: String,
    /// By the positions of the fields.
    pub(super) values: Vec<Option<Json>>,
    /// Whether the model's rules and the page allow to change it.
    pub(super) may_update: bool,
    pub(super) may_delete: bool,
}

/// A record that another one refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// Its primary key, as it stands in paths.
    pub(super) key: String,
    pub(super) title: String,
}

/// A part of a list.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) total: u64,
    pub(super) records: Vec<Record>,
}

/// What was entered into fields, by their names; each once.
pub(super) type Entered = Vec<(String, Given)>;

/// What was entered into one field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    /// By a form: nothing, if it is empty.
    Text(String),
    /// As JSON.
    Json(Json),
}
