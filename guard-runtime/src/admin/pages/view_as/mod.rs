//! Seeing the site as somebody else: read-only, and never as one who may more.

mod around;
mod begin;
mod cookie;
mod entry;
mod rights;

use std::sync::Arc;

pub(in crate::admin) use self::around::around;
pub(super) use self::begin::{begin, end};
pub(super) use self::rights::{may_begin, refusal};

use actix_web::{HttpRequest, HttpResponse};

use super::Access;
use crate::admin::Action;
use crate::admin::entry::Part;
use crate::admin::objects::PageError;
use crate::admin::shows::Shows;
use crate::admin::state::{Served, State};

/// What is asked of a page that shows users before one of them is seen as.
pub(super) const ACTION: Action = Action::Custom("view_as");

/// Where it ends, below the site's path.
pub(super) const END_PATH: &str = "/view-as/end";

/// Whether the site was told to offer it.
pub(super) fn is_offered(state: &State) -> bool {
    state.access.as_deref().is_some_and(Access::has_view_as)
}

/// Lets a browser forget about it that was told to.
pub(super) fn forget(
    request: &HttpRequest,
    answer: &mut HttpResponse,
    state: &State,
) -> Result<(), PageError> {
    match cookie::read(request) {
        cookie::Named::Nothing => Ok(()),
        _ => cookie::forget(answer, state),
    }
}

/// The pages that it begins on.
fn pages(state: &Arc<State>) -> Vec<Served> {
    let pages = state.tree.pages().into_iter();
    let pages = pages.filter(|it| matches!(it.part, Part::Access(Shows::Users)));
    pages.map(|it| Served::of(state, it)).collect()
}
