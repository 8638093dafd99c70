//! Settings.

use guard_runtime::admin::{ModelPage, model_page};
use guard_runtime::{Env, requires_group};
use sea_orm::Set;

use super::Administration;
use crate::app::data::{date, setting};

/// Settings of the whole installation.
#[requires_group(settings_admin)]
#[model_page(
    under = Administration,
    model = setting,
    order = 3,
    list(key, value, updated_on),
    filter(updated_on),
    search(key, value),
    form(value),
    sort(key),
    label(key = "Setting", updated_by = "Changed by user no.", updated_on = "Changed"),
    only(list, read, update),
)]
struct Settings;

impl ModelPage for Settings {
    fn fill_changes(env: &Env, changes: &mut setting::ActiveModel) {
        changes.updated_by = Set(env.uid().as_i64());
        changes.updated_on = Set(date::today());
    }
}
