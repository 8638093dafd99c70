//! Relations that share a name, or lead from no column.

use std::collections::HashSet;

use syn::ext::IdentExt;

use crate::diagnostics::Errors;
use crate::diagnostics::model::{column as say_column, compare as say_compare, relation as say};
use crate::model::access::Access;
use crate::model::item::Model;

pub(super) fn check(access: &Access, model: &Model, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for relation in &access.request.relations {
        let name = &relation.name;
        if !seen.insert(name.unraw()) {
            errors.push(say::declared_twice(name));
        } else if name == "env" {
            errors.push(say::reserved(name));
        } else if model.column(name).is_some() {
            errors.push(say::a_column(name));
        }
        match model.column(&relation.ours) {
            None => errors.push(say_column::unknown(&relation.ours, model)),
            Some((_, column)) => {
                if let Some(refused) = column.shape.refused {
                    errors.push(say_column::refused(&relation.ours, refused));
                } else if let Some(odd) = column.notes.oddity(column.shape.kind) {
                    errors.push(say_compare::kept_oddly(&relation.ours, &odd));
                }
            }
        }
    }
}
