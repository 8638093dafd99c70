//! The companies of the group.

use guard_runtime::admin::{ModelPage, model_page};

use super::Administration;
use crate::app::data::company;

/// The companies of the group.
#[model_page(
    under = Administration,
    model = company,
    order = 2,
    list(name, country, currency, created_on),
    sort(name),
    label(id = "Company no.", created_on = "Since"),
    only(list, read),
)]
pub(crate) struct Companies;

impl ModelPage for Companies {}
