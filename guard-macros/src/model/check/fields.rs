//! What is said of fields, taken together.

use std::collections::HashSet;

use proc_macro2::Ident;
use syn::ext::IdentExt;

use crate::diagnostics::Errors;
use crate::diagnostics::model::{column as say_column, fields as say};
use crate::model::access::Access;
use crate::model::field_rule::{FieldRule, Way};
use crate::model::item::{Column, Field, Model};

pub(super) fn check(access: &Access, model: &Model, errors: &mut Errors) {
    let rules = &access.request.fields;
    for (position, rule) in rules.iter().enumerate() {
        let mut seen = HashSet::new();
        for name in &rule.fields {
            let Some((field, column)) = model.column(name) else {
                errors.push(say_column::unknown(name, model));
                continue;
            };
            let above = rules.iter().take(position);
            let mut above = above.filter(|it| it.names(name));
            if !seen.insert(name.unraw()) {
                errors.push(say::named_twice(name, rule.way));
            } else if let Some(error) = above.find_map(|it| clash(name, rule, it)) {
                errors.push(error);
            } else if rule.way == Way::Read && column.notes.is_primary_key() {
                errors.push(say::hidden_key(name));
            } else if rule.way == Way::Write && rule.group.is_none() {
                check_required(access, model, name, field, column, errors);
            }
        }
    }
}

/// What the two say of the field that cannot both be meant.
fn clash(name: &Ident, rule: &FieldRule, above: &FieldRule) -> Option<syn::Error> {
    let is_filled = |it: &FieldRule| it.way == Way::Filled;
    if is_filled(rule) || is_filled(above) {
        let other = if is_filled(rule) { above } else { rule };
        return match other.way {
            Way::Filled => Some(say::named_twice(name, Way::Filled)),
            Way::Write => Some(say::filled_and_written(name)),
            Way::Read => None,
        };
    }
    if rule.way != above.way {
        return None;
    }
    match (&rule.group, &above.group) {
        (Some(mine), Some(theirs)) if mine.unraw() == theirs.unraw() => {
            Some(say::given_twice(name, rule.way, mine))
        }
        (Some(_), Some(_)) => None,
        (None, None) => Some(say::named_twice(name, rule.way)),
        _ => Some(say::nobody_and_somebody(name, rule.way)),
    }
}

/// Nobody can create a record if nobody can write what each needs.
fn check_required(
    access: &Access,
    model: &Model,
    name: &Ident,
    field: &Field,
    column: &Column,
    errors: &mut Errors,
) {
    let grants = &access.request.grants;
    let creator = grants.iter().find(|it| it.ops.may_create());
    let is_filled = column.shape.nullable == Some(true)
        || column.notes.has_default()
        || model.is_auto_increment(field, column);
    if let Some(creator) = creator.filter(|_| !is_filled) {
        errors.push(say::required(name, &creator.group));
    }
}

impl FieldRule {
    fn names(&self, name: &Ident) -> bool {
        let name = name.unraw();
        self.fields.iter().any(|it| it.unraw() == name)
    }
}
