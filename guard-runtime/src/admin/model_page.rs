//! Pages that show the records of a model.

use sea_orm::EntityTrait;

use super::ask::asks;
use super::{Action, DeclaredModelPage, ListRequest, Node, Permission, RunError};
use crate::env::Env;
use crate::records::{GuardedDb, KeyOf};

/// The records of a model: a list, a form, and what may be done with them.
///
/// Declared with [`#[model_page]`](macro@super::model_page). Each question is asked beside what the
/// rules of the model say, and with what the request brings; without (`None`), it asks whether the
/// user could ever do this. All of them ask [`has_page_permission`](Self::has_page_permission) by
/// default, and that asks what the page stands under.
///
/// ```
/// # use guard_runtime::model_access;
/// # mod note {
/// #     use super::*;
/// #     use sea_orm::entity::prelude::*;
/// #     #[model_access(grant(core_internal, CRUD))]
/// #     #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
/// #     #[sea_orm(table_name = "note")]
/// #     pub struct Model { #[sea_orm(primary_key)] pub id: i64, pub text: String }
/// #     #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
/// #     pub enum Relation {}
/// #     impl ActiveModelBehavior for ActiveModel {}
/// # }
/// use guard_runtime::admin::{ModelPage, Permission, Site, admin_site, model_page};
/// use guard_runtime::{Denied, Env};
///
/// /// The back office.
/// #[admin_site(path = "/admin")]
/// struct Office;
///
/// impl Site for Office {}
///
/// /// What was noted.
/// #[model_page(under = Office, model = note)]
/// struct Notes;
///
/// impl ModelPage for Notes {
///     async fn has_delete_permission(_: &Env, ids: Option<&[i64]>) -> Permission {
///         match ids {
///             Some(many) if many.len() > 10 => Err(Denied::forbidden()),
///             _ => Ok(()),
///         }
///     }
/// }
/// # fn main() {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` says nothing of what may be done with its records",
    note = "write `impl ModelPage for {Self} {{}}`, and in it what is to be different"
)]
#[allow(
    clippy::must_use_candidate,
    reason = "futures that nobody waits for are reported as such"
)]
pub trait ModelPage: DeclaredModelPage {
    asks!(itself);

    /// Whether the env may list records: which part of them, in which order, by which filters.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_list_permission(
        env: &Env,
        list: Option<&ListRequest>,
    ) -> impl Future<Output = Permission> {
        let _ = list;
        Self::has_page_permission(env, Self::NODE, Action::List)
    }

    /// Whether the env may read these records.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_read_permission(
        env: &Env,
        ids: Option<&[KeyOf<Self::Entity>]>,
    ) -> impl Future<Output = Permission> {
        let _ = ids;
        Self::has_page_permission(env, Self::NODE, Action::Read)
    }

    /// Whether the env may create this record.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_create_permission(
        env: &Env,
        new: Option<&<Self::Entity as EntityTrait>::ActiveModel>,
    ) -> impl Future<Output = Permission> {
        let _ = new;
        Self::has_page_permission(env, Self::NODE, Action::Create)
    }

    /// Whether the env may change these records in this way.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_update_permission(
        env: &Env,
        ids: Option<&[KeyOf<Self::Entity>]>,
        changes: Option<&<Self::Entity as EntityTrait>::ActiveModel>,
    ) -> impl Future<Output = Permission> {
        let _ = (ids, changes);
        Self::has_page_permission(env, Self::NODE, Action::Update)
    }

    /// Whether the env may delete these records.
    ///
    /// # Errors
    ///
    /// The refusal.
    fn has_delete_permission(
        env: &Env,
        ids: Option<&[KeyOf<Self::Entity>]>,
    ) -> impl Future<Output = Permission> {
        let _ = ids;
        Self::has_page_permission(env, Self::NODE, Action::Delete)
    }

    /// Sets what the application decides of a new record and not the caller, as
    /// [`Create::fill`](crate::records::Create::fill) does.
    fn fill_new(env: &Env, new: &mut <Self::Entity as EntityTrait>::ActiveModel) {
        let _ = (env, new);
    }

    /// Sets what the application decides of a change and not the caller.
    fn fill_changes(env: &Env, changes: &mut <Self::Entity as EntityTrait>::ActiveModel) {
        let _ = (env, changes);
    }

    /// Whether the record may be stored as it will be: [`Mistakes`](super::Mistakes) says all that is wrong
    /// with it at once, each at its field.
    ///
    /// Asked after all permissions and before anything is stored, in the same transaction, of a new record
    /// and of each one that is changed. What changes is `Set` in it, what is stored already is `Unchanged`,
    /// and what the database is to put there is `NotSet`; so a rule about two fields is checked where one
    /// of them changes. What custom actions store is theirs to check.
    ///
    /// The record has all fields, also those that the user may not read: a message that depends on one of
    /// them tells something of it. A message at a field that the user could not enter is shown as one about
    /// the whole. Whoever may not store the record is refused and not told what is wrong with it: to find that
    /// out, a change with mistakes may be tried and undone.
    ///
    /// # Errors
    ///
    /// [`RunError::Invalid`] for what is to be entered otherwise, or whatever goes wrong; nothing is stored
    /// then, also of the other records that were to be changed with it.
    fn check(
        env: &Env,
        db: &GuardedDb,
        record: &<Self::Entity as EntityTrait>::ActiveModel,
    ) -> impl Future<Output = Result<(), RunError>> {
        let _ = (env, db, record);
        async { Ok(()) }
    }

    /// Routes of its own, below the path of the page and behind everything it is behind.
    fn routes(routes: &mut super::PageRoutes<'_>) {
        let _ = routes;
    }
}
