//! Pages that show the records of a model.

use sea_orm::EntityTrait;

use super::ask::asks;
use super::{Action, Declared, ListRequest, Node, Permission};
use crate::env::Env;
use crate::model::ModelAccess;
use crate::records::KeyOf;
use sea_orm::IntoActiveModel;

/// An entity whose records a page may show: one with access rules.
pub trait Managed:
    EntityTrait<
        Model: ModelAccess + IntoActiveModel<<Self as EntityTrait>::ActiveModel>,
        ActiveModel: Send,
    >
{
}

impl<E> Managed for E
where
    E: EntityTrait<Model: ModelAccess + IntoActiveModel<<E as EntityTrait>::ActiveModel>>,
    E::ActiveModel: Send,
{
}

/// What [`#[model_page]`](macro@super::model_page) says of a page's model.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no model page",
    note = "write `#[model_page(…)]` above it"
)]
pub trait DeclaredModelPage: Declared {
    /// The model.
    type Entity: Managed;
    /// How its records are shown.
    const SHOWN: &'static Shown;
}

/// How the records of a model are shown: fields by their names.
#[derive(Debug)]
pub struct Shown {
    /// The columns of the list; the first leads to the record. All of them, if there are none here.
    pub list: &'static [&'static str],
    /// The fields to filter by.
    pub filter: &'static [&'static str],
    /// The texts that the search looks into.
    pub search: &'static [&'static str],
    /// The fields of the form. All that may be written, if there are none here.
    pub form: &'static [&'static str],
    /// The order of the list where the caller names none; `true` for descending.
    pub sort: &'static [(&'static str, bool)],
    /// What fields are called, where that is not their name.
    pub labels: &'static [(&'static str, &'static str)],
    /// The values that a field may have.
    pub choices: &'static [(&'static str, &'static [&'static str])],
    /// What may be done with the records at all; everything, if there is nothing here.
    pub only: &'static [Action],
    /// Gates of the routes that read and change records as JSON, beside those of the page.
    pub crud: &'static [&'static crate::Requirement],
    /// Gates of the pages that browsers show, beside those of the page.
    pub pages: &'static [&'static crate::Requirement],
}

impl Shown {
    /// The names of all fields that are spoken of.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        let lists = [self.list, self.filter, self.search, self.form];
        let sorted = self.sort.iter().map(|(name, _)| *name);
        let labelled = self.labels.iter().map(|(name, _)| *name);
        let chosen = self.choices.iter().map(|(name, _)| *name);
        let listed = lists.into_iter().flatten().copied();
        listed.chain(sorted).chain(labelled).chain(chosen)
    }
}

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

    /// Routes of its own, below the path of the page and behind everything it is behind.
    fn routes(routes: &mut super::PageRoutes<'_>) {
        let _ = routes;
    }
}
