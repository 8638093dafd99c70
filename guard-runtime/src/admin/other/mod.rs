//! Forms, plain pages and actions with their types put away.

mod entered;

use std::marker::PhantomData;

use super::model::key::{chosen, ids, invalid};
use super::objects::{ActionObject, Entered, FormObject, Later, PageError, PlainObject};
use super::{
    ActionKey, Content, Done, FormField, FormPage, PageAction, PageRoutes, Permission, PlainPage,
    RunError, Target,
};
use crate::env::Env;
use crate::records::GuardedDb;

macro_rules! erased {
    ($($(#[$docs:meta])* $name:ident)*) => {$(
        $(#[$docs])*
        pub(super) struct $name<P>(PhantomData<fn() -> P>);

        impl<P> $name<P> {
            pub(super) const NEW: Self = Self(PhantomData);
        }
    )*};
}

erased! {
    /// A form page without its type.
    ErasedForm
    /// A plain page without its type.
    ErasedPlain
    /// A custom action without its type.
    ErasedAction
}

impl<P: FormPage> FormObject for ErasedForm<P> {
    fn fields(&self) -> &'static [FormField] {
        P::FIELDS
    }

    fn could<'a>(&'a self, env: &'a Env) -> Later<'a, Permission> {
        Box::pin(P::has_submit_permission(env, None))
    }

    fn initial<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
    ) -> Later<'a, Result<Vec<(&'static str, String)>, RunError>> {
        Box::pin(P::initial(env, db))
    }

    fn submit<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        entered: Entered,
    ) -> Later<'a, Result<Done, PageError>> {
        Box::pin(async move {
            let form = entered::form::<P>(&entered)?;
            P::has_submit_permission(env, Some(&form)).await?;
            Ok(form.submit(env, db).await?)
        })
    }
}

impl<P: PlainPage> PlainObject for ErasedPlain<P> {
    fn show<'a>(&'a self, env: &'a Env, db: &'a GuardedDb) -> Later<'a, Result<Content, RunError>> {
        Box::pin(P::show(env, db))
    }

    fn routes(&self, routes: &mut PageRoutes<'_>) {
        P::routes(routes);
    }
}

impl<A: PageAction> ActionObject for ErasedAction<A> {
    fn fields(&self) -> &'static [FormField] {
        A::FIELDS
    }

    fn could<'a>(&'a self, env: &'a Env) -> Later<'a, Permission> {
        Box::pin(A::has_action_permission(env, None))
    }

    fn run<'a>(
        &'a self,
        env: &'a Env,
        db: &'a GuardedDb,
        keys: &'a [String],
        entered: Entered,
    ) -> Later<'a, Result<Done, PageError>> {
        Box::pin(async move {
            let ids = targets::<A>(keys)?;
            A::has_action_permission(env, Some(&ids)).await?;
            let action = entered::form::<A>(&entered)?;
            Ok(action.run(env, db, &ids).await?)
        })
    }
}

/// The records that an action is about: as many as it is made for.
fn targets<A: PageAction>(keys: &[String]) -> Result<Vec<ActionKey<A>>, PageError> {
    if A::ACTION.target == Target::Page {
        return match keys {
            [] => Ok(Vec::new()),
            _ => Err(invalid("no records are chosen for this".to_owned())),
        };
    }
    let keys = chosen::<A::Page>(keys)?;
    if A::ACTION.target == Target::One && keys.len() != 1 {
        return Err(invalid("one record is chosen for this".to_owned()));
    }
    Ok(ids::<A::Page>(&keys))
}
