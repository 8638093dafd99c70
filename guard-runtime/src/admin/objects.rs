//! Pages with their types put away, as the routes and the menu see them.

use futures_core::future::LocalBoxFuture;
use serde_json::Value as Json;

use super::model_page::Shown;
use super::{
    Action, Content, Done, FormField, Input, ListError, ListRequest, PageRoutes, Permission,
    RunError,
};
use crate::denied::Denied;
use crate::env::{Env, EnvError};
use crate::model::FieldSet;
use crate::records::{AccessError, GuardedDb};

/// What comes later.
pub(super) type Later<'a, T> = LocalBoxFuture<'a, T>;

/// The records of a model.
pub(super) trait ModelObject: Sync {
    fn shown(&self) -> &'static Shown;
    /// What the model is called.
    fn model(&self) -> &'static str;
    /// All columns, in the order of declaration: the positions of a [`FieldSet`].
    fn fields(&self) -> Vec<Field>;
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

/// A column as pages see it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own"
)]
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) label: String,
    pub(super) input: Input,
    /// Whether it can be entered at all: of a type that is understood, and no key that the database makes.
    pub(super) editable: bool,
    pub(super) nullable: bool,
    /// Whether a new record has to have it: not nullable, and the database puts nothing there by itself.
    pub(super) required: bool,
    pub(super) is_key: bool,
    pub(super) choices: &'static [&'static str],
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

/// What is wrong with one field, or with the whole (`None`).
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(super) struct FieldError {
    pub(super) field: Option<String>,
    pub(super) message: String,
}

/// Why a page does not do what it was asked for.
#[derive(Debug)]
pub(super) enum PageError {
    /// 400: the query string.
    List(ListError),
    /// 422: what was entered.
    Invalid(Vec<FieldError>),
    /// 404: a key that no record can have.
    NoSuchKey,
    /// The page or a gate refuses.
    Denied(Denied),
    /// The guarded database.
    Access(AccessError),
    /// 500; the text goes to the log alone.
    Failed(String),
}

impl From<ListError> for PageError {
    fn from(error: ListError) -> Self {
        Self::List(error)
    }
}

impl From<Denied> for PageError {
    fn from(denied: Denied) -> Self {
        Self::Denied(denied)
    }
}

impl From<EnvError> for PageError {
    fn from(error: EnvError) -> Self {
        Self::Denied(error.into())
    }
}

impl From<AccessError> for PageError {
    fn from(error: AccessError) -> Self {
        Self::Access(error)
    }
}

impl From<RunError> for PageError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Invalid(field, message) => {
                let field = field.map(str::to_owned);
                Self::Invalid(vec![FieldError { field, message }])
            }
            RunError::Denied(denied) => Self::Denied(denied),
            RunError::Access(error) => Self::Access(error),
            RunError::Failed(why) => Self::Failed(why),
        }
    }
}
