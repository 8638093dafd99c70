//! Columns as the documentation of the API describes them: to all callers at once.

use sea_orm::prelude::ChronoDateTime;
use sea_orm::{ActiveModelTrait as _, EntityTrait};

use super::column::{Column, columns};
use super::entered::is_offered;
use super::kind::Kind;
use super::{EntityOf, ModelOf};
use crate::admin::ModelPage;
use crate::model::ModelAccess as _;

/// A column, and what a page lets be done with it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a property of its own"
)]
pub(in crate::admin) struct Described {
    pub(in crate::admin) name: &'static str,
    pub(in crate::admin) label: String,
    pub(in crate::admin) kind: Kind,
    /// Whether its moments are without an offset.
    pub(in crate::admin) is_local: bool,
    pub(in crate::admin) choices: &'static [&'static str],
    pub(in crate::admin) nullable: bool,
    /// Whether it is entered into new records.
    pub(in crate::admin) is_created: bool,
    /// Whether it is entered into records that are there.
    pub(in crate::admin) is_changed: bool,
    /// Whether a new record has to have it.
    pub(in crate::admin) is_required: bool,
    pub(in crate::admin) is_filtered: bool,
    pub(in crate::admin) is_sorted: bool,
    /// The groups that may read it, if not all may who read the record.
    pub(in crate::admin) readers: Option<Vec<&'static str>>,
    /// The groups that may write it, if not all may who write the record.
    pub(in crate::admin) writers: Option<Vec<&'static str>>,
}

/// The columns that the database has, in the order of declaration.
pub(super) fn described<P: ModelPage>() -> Vec<Described> {
    let columns = columns::<P>();
    let columns = (0..).zip(&columns);
    let columns = columns.filter(|(_, column)| column.place.is_some());
    columns.map(|(at, column)| of::<P>(at, column)).collect()
}

fn of<P: ModelPage>(at: u32, column: &Column<EntityOf<P>>) -> Described {
    let shown = P::SHOWN;
    let field = column.field(shown);
    let is_compared = column.kind.is_compared();
    let is_empty = column.nullable;
    Described {
        name: column.name,
        label: field.label,
        kind: column.kind.clone(),
        is_local: is_local(column),
        choices: column.choices,
        nullable: column.nullable,
        is_created: is_offered::<P>(column, true),
        is_changed: is_offered::<P>(column, false),
        is_required: column.is_required(),
        is_filtered: (is_compared || is_empty)
            && (shown.filter.is_empty() || shown.filter.contains(&column.name)),
        is_sorted: is_compared,
        readers: groups::<P>(at, false),
        writers: groups::<P>(at, true),
    }
}

/// Which of the types of moments the field has, the column does not tell.
fn is_local<E: EntityTrait>(column: &Column<E>) -> bool {
    let mut record = E::ActiveModel::default();
    column.kind == Kind::Moment
        && column.place.is_some_and(|place| {
            let naive = ChronoDateTime::default().into();
            record.try_set(place, naive).is_ok()
        })
}

fn groups<P: ModelPage>(at: u32, write: bool) -> Option<Vec<&'static str>> {
    let all = ModelOf::<P>::ACCESS.field_grants.iter();
    let mut about = all
        .filter(|it| it.field == at && it.write == write)
        .peekable();
    about.peek()?;
    let groups = about.filter_map(|it| Some(it.group?.name()));
    let mut groups = groups.collect::<Vec<_>>();
    groups.sort_unstable();
    groups.dedup();
    Some(groups)
}
