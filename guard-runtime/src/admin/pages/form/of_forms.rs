//! Forms that are not about the fields of a record.

use super::{Entry, Form, Naming, as_they_are};
use crate::admin::FormField;

impl Form {
    /// Of a form page, with what stands in it at first.
    pub(in crate::admin::pages) fn of_page(
        fields: &[FormField],
        initial: &[(&'static str, String)],
    ) -> Self {
        Self::of_fields(fields, initial, Naming::Own)
    }

    /// Of a custom action: beside its fields, the form has the keys of the chosen records.
    pub(in crate::admin::pages) fn of_action(fields: &[FormField]) -> Self {
        Self::of_fields(fields, &[], Naming::Action)
    }

    fn of_fields(fields: &[FormField], initial: &[(&'static str, String)], naming: Naming) -> Self {
        let entries = fields.iter().map(|field| {
            let mut known = initial.iter().filter(|(name, _)| *name == field.name);
            let value = known.next().map(|(_, value)| value.clone());
            Entry {
                name: field.name.to_owned(),
                label: field.label.to_owned(),
                help: field.help.to_owned(),
                input: field.input,
                required: !field.optional,
                choices: as_they_are(field.choices),
                value: value.unwrap_or_default(),
                is_hidden: false,
                mistakes: Vec::new(),
            }
        });
        Self {
            entries: entries.collect(),
            naming,
            mistakes: Vec::new(),
        }
    }
}
