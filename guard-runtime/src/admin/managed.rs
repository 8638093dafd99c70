//! The entities whose records pages may show, and the pages of them.

use sea_orm::{EntityTrait, IntoActiveModel};

use super::{Declared, Shown};
use crate::model::ModelAccess;

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
