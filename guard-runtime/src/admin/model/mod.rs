//! The records of a model, with the types of the page put away.

mod change;
mod check;
pub(super) mod codec;
mod column;
#[cfg(feature = "openapi")]
pub(super) mod described;
mod entered;
mod filter;
pub(super) mod key;
pub(super) mod kind;
mod list;
mod named;
mod offer;
mod record;
mod shown;
mod taken;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::marker::PhantomData;

use sea_orm::EntityTrait;

use super::objects::{Entered, Field, Later, Listed, ModelObject, Named, PageError, Record};
use super::{Action, DeclaredModelPage, ListRequest, ModelPage, PageRoutes, Shown};
use crate::env::Env;
use crate::model::{FieldSet, ModelAccess};
use crate::records::GuardedDb;

/// A model page without its type.
pub(super) struct Erased<P>(PhantomData<fn() -> P>);

impl<P> Erased<P> {
    pub(super) const NEW: Self = Self(PhantomData);
}

type EntityOf<P> = <P as DeclaredModelPage>::Entity;
type ModelOf<P> = <EntityOf<P> as EntityTrait>::Model;
type ActiveOf<P> = <EntityOf<P> as EntityTrait>::ActiveModel;

impl<P: ModelPage> ModelObject for Erased<P> {
    fn shown(&self) -> &'static Shown {
        P::SHOWN
    }

    fn model(&self) -> &'static str {
        ModelOf::<P>::ACCESS.name()
    }

    fn fields(&self) -> Vec<Field> {
        let columns = column::columns::<P>();
        columns.iter().map(|it| it.field(P::SHOWN)).collect()
    }

    #[cfg(feature = "openapi")]
    fn described(&self) -> Vec<described::Described> {
        described::described::<P>()
    }

    fn readable(&self, env: &Env) -> FieldSet {
        ModelOf::<P>::ACCESS.readable(env)
    }

    fn writable(&self, env: &Env) -> FieldSet {
        ModelOf::<P>::ACCESS.writable(env)
    }

    fn could<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        action: Action,
    ) -> Later<'a, Result<(), PageError>> {
        Box::pin(offer::could::<P>(env, db, action))
    }

    fn list<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        request: &'a ListRequest,
    ) -> Later<'a, Result<Listed, PageError>> {
        Box::pin(list::list::<P>(env, db, request))
    }

    fn read<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        key: &'a str,
    ) -> Later<'a, Result<Record, PageError>> {
        Box::pin(record::read::<P>(env, db, key))
    }

    fn create<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        entered: Entered,
    ) -> Later<'a, Result<Option<Record>, PageError>> {
        Box::pin(change::create::<P>(env, db, entered))
    }

    fn update<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
        entered: Entered,
    ) -> Later<'a, Result<u64, PageError>> {
        Box::pin(change::update::<P>(env, db, keys, entered))
    }

    fn delete<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
    ) -> Later<'a, Result<u64, PageError>> {
        Box::pin(change::delete::<P>(env, db, keys))
    }

    fn names<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        texts: &'a [String],
    ) -> Later<'a, Result<HashMap<String, Named>, PageError>> {
        Box::pin(named::names::<P>(env, db, texts))
    }

    fn choices<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
    ) -> Later<'a, Result<Vec<(String, String)>, PageError>> {
        Box::pin(named::choices::<P>(env, db))
    }

    fn routes(&self, routes: &mut PageRoutes<'_>) {
        P::routes(routes);
    }
}
