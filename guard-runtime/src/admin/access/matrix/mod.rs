//! Models × C R U D × groups: who may do what with which records.

mod build;
mod cell;
mod export;
mod fields;
#[cfg(test)]
mod tests;

use serde::Serialize;

pub use cell::{Allowed, CellGrant, MatrixCell, RuleSql};
pub use fields::{FieldHolder, MatrixField};

use super::Vocabulary;
use crate::group::Groups;
use crate::model::{ModelRules, models};

/// Which group may do what with the records of which model.
///
/// It says what the code says, and nothing of any user or record. The order is that of names of models
/// and of the declaration of groups, so two exports can be compared.
///
/// ```
/// guard_runtime::define_groups! {
///     /// Who works in the shop.
///     pub mod groups {
///         /// Sells.
///         sales_user: core_internal,
///         /// Leads the sales team.
///         sales_manager: sales_user,
///     }
/// }
///
/// #[guard_runtime::model_access(
///     table = "note",
///     grant(sales_user, R, where author_id == env.uid),
/// )]
/// struct Note {
///     author_id: i64,
/// }
/// # fn main() {
/// use guard_runtime::admin::access::{Allowed, Matrix, Vocabulary};
///
/// let matrix = Matrix::of(&Vocabulary::new(&groups::SCHEMA));
/// let read = matrix.cell("note", "read", "sales_manager").unwrap();
/// assert_eq!(read.allowed, Allowed::Where);
/// assert_eq!(read.grants[0].via, ["sales_user"]);
/// let rule = read.grants[0].rule.as_ref().unwrap();
/// assert_eq!(rule.words, "author_id is the user's id");
/// assert_eq!(rule.sql, r#""note"."author_id" = :uid"#);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Matrix {
    /// The groups, in the order of declaration.
    pub groups: Vec<MatrixGroup>,
    /// The models, by name.
    pub models: Vec<MatrixModel>,
}

/// A group, as the heading of a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MatrixGroup {
    /// The name.
    pub name: &'static str,
    /// What its doc comment says.
    pub description: &'static str,
    /// The groups that it implies itself; not those that follow from them.
    pub implies: Vec<&'static str>,
}

/// A model, with a row for each operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MatrixModel {
    /// The name: that of its table.
    pub name: &'static str,
    /// The module of the struct: two may have one table.
    pub module: &'static str,
    /// What its doc comment says.
    pub description: &'static str,
    /// What each operation comes to: create, read, update, delete.
    pub rows: Vec<MatrixRow>,
    /// The fields that not all may read, or write, who may the record.
    pub fields: Vec<MatrixField>,
    /// Groups that it names and that are of another declaration: they are in no cell.
    pub foreign: Vec<&'static str>,
}

/// One operation on the records of a model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct MatrixRow {
    /// `create`, `read`, `update`, `delete`.
    pub op: &'static str,
    /// A cell for each group, in the order of [`Matrix::groups`].
    pub cells: Vec<MatrixCell>,
    /// What has to hold besides, for everybody.
    pub restrictions: Vec<RuleSql>,
}

impl Matrix {
    /// All models of the program, and the groups of this declaration.
    #[must_use]
    pub fn of(vocabulary: &Vocabulary) -> Self {
        let models = models().into_iter();
        let models = models.map(|it| (it.module(), it.rules_in(vocabulary.dialect)));
        build::matrix(vocabulary.groups, models)
    }

    /// One cell, by the names of the model, the operation and the group; the first of models of one
    /// name.
    #[must_use]
    pub fn cell(&self, model: &str, op: &str, group: &str) -> Option<&MatrixCell> {
        let model = self.models.iter().find(|it| it.name == model)?;
        let row = model.rows.iter().find(|it| it.op == op)?;
        row.cells.iter().find(|it| it.group == group)
    }
}

/// The matrix of one model.
pub(super) fn of_one(groups: &'static Groups, module: &'static str, rules: ModelRules) -> Matrix {
    build::matrix(groups, std::iter::once((module, rules)))
}
