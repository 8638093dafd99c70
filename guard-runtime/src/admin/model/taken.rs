//! Values that have to be unique and are taken, as far as databases say which.

use sea_orm::{EntityName as _, IdenStatic as _, SqlErr};

use super::EntityOf;
use super::check::Check;
use crate::admin::ModelPage;
use crate::admin::objects::{FieldError, PageError};
use crate::admin::page_error::Which;
use crate::records::AccessError;

const TAKEN: &str = "is taken already";

/// How `SQLite` names the columns: `UNIQUE constraint failed: invoice.number, invoice.year`.
const SQLITE: &str = "UNIQUE constraint failed: ";

impl<P: ModelPage> Check<'_, P> {
    /// The same error, with the fields that it is about if they are known.
    pub(super) fn taken(&self, error: AccessError, which: Option<&Which>) -> PageError {
        let AccessError::Conflict(conflict) = &error else {
            return error.into();
        };
        let Some(SqlErr::UniqueConstraintViolation(text)) = conflict.sql_err() else {
            return error.into();
        };
        let table = EntityOf::<P>::default();
        let table = table.table_name();
        let columns = self.columns.iter().filter_map(|column| {
            let place = column.place?;
            names(&text, table, place.as_str(), column.is_key).then_some(column.name)
        });
        let errors = columns.map(|name| FieldError {
            record: which.cloned(),
            ..self.placed(Some(name), TAKEN)
        });
        // What is not entered here is not for the caller to know of.
        let errors = errors.filter(|it| it.field.is_some()).collect::<Vec<_>>();
        if errors.is_empty() {
            error.into()
        } else {
            PageError::Taken(errors, error)
        }
    }
}

/// Whether what a database says names this column. `PostgreSQL` names its constraint, which is called
/// `invoice_number_key`, or `invoice_pkey`, unless somebody has called it otherwise.
fn names(text: &str, table: &str, column: &str, is_key: bool) -> bool {
    if let Some((_, columns)) = text.split_once(SQLITE) {
        let mut columns = columns.split(", ");
        return columns.any(|it| it.split_once('.') == Some((table, column)));
    }
    let is_named = |constraint: String| text.ends_with(&format!("\"{constraint}\""));
    is_named(format!("{table}_{column}_key")) || is_key && is_named(format!("{table}_pkey"))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn both_databases_name_columns() {
        let sqlite = "UNIQUE constraint failed: invoice.number, invoice.year";
        let postgres = "duplicate key value violates unique constraint \"invoice_number_key\"";
        let key = postgres.replace("number_key", "pkey");
        let key = key.as_str();
        for (text, column, expected) in [
            (sqlite, "number", true),
            (sqlite, "year", true),
            (sqlite, "num", false),
            (postgres, "number", true),
            (key, "id", true),
            (key, "number", false),
            (postgres, "num", false),
            (postgres, "number_key", false),
            ("something else", "number", false),
        ] {
            assert_eq!(
                names(text, "invoice", column, column == "id"),
                expected,
                "{text}: {column}"
            );
        }
        assert!(!names(sqlite, "voice", "number", false));
    }
}
