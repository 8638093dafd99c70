//! Which fields a list shows, and to whom.

use crate::admin::asked::Asked;
use crate::admin::objects::{Field, Record};
use crate::model::FieldSet;

/// A field, and its position among all of the model.
pub(in crate::admin::pages) struct Column {
    pub(in crate::admin::pages) at: usize,
    pub(in crate::admin::pages) field: Field,
}

/// The fields of these names, or all, as far as they are in the set.
pub(in crate::admin::pages) fn columns(
    fields: &[Field],
    names: &[&str],
    set: &FieldSet,
) -> Vec<Column> {
    let all = fields.iter().map(|it| it.name).collect::<Vec<_>>();
    let names = if names.is_empty() { &all } else { names };
    let columns = names.iter().filter_map(|name| {
        let at = fields.iter().position(|it| it.name == *name)?;
        let is_in = u32::try_from(at).is_ok_and(|at| set.has(at));
        let field = fields.get(at).filter(|_| is_in)?.clone();
        Some(Column { at, field })
    });
    columns.collect()
}

/// The columns of the list, as far as the user may read them.
pub(in crate::admin::pages) fn listed(asked: &Asked) -> Vec<Column> {
    let readable = asked.object.readable(&asked.env);
    columns(&asked.object.fields(), asked.object.shown().list, &readable)
}

/// What a record is called: its first value of these, or its model and key.
pub(in crate::admin::pages) fn title_of(
    asked: &Asked,
    listed: &[Column],
    record: &Record,
) -> String {
    let mut texts = listed.iter().filter_map(|column| {
        let value = record.values.get(column.at)?.as_ref()?;
        Some(column.field.text(value)).filter(|it| !it.is_empty())
    });
    let named = || format!("{} {}", asked.object.model(), record.key);
    texts.next().unwrap_or_else(named)
}
