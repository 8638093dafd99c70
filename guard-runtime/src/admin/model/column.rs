//! The columns of a model, as a page needs them.

use sea_orm::{
    ColumnTrait as _, EntityTrait, IdenStatic as _, Iterable as _, PrimaryKeyToColumn,
    PrimaryKeyTrait,
};

use super::codec::is_understood;
use super::kind::Kind;
use crate::admin::objects::Field;
use crate::admin::{Input, Managed, ModelPage, Reference, Shown};
use crate::model::{FieldEntry, FieldSet, ModelAccess as _};

/// A field of a model.
pub(super) struct Column<E: EntityTrait> {
    pub(super) name: &'static str,
    /// Nothing if the entity does not have the column: then nobody sees or enters it.
    pub(super) place: Option<E::Column>,
    pub(super) kind: Kind,
    pub(super) choices: &'static [&'static str],
    pub(super) refers: Option<Reference>,
    pub(super) nullable: bool,
    pub(super) is_key: bool,
    made: Made,
}

/// What the database puts into a column by itself.
#[derive(PartialEq)]
enum Made {
    Nothing,
    Default,
    /// A key, which nobody else puts there.
    Key,
}

/// All columns, in the order of declaration: the positions of a [`FieldSet`].
pub(super) fn columns<P: ModelPage>() -> Vec<Column<P::Entity>> {
    let fields = <P::Entity as EntityTrait>::Model::ACCESS.fields();
    fields.iter().map(|it| Column::of(it, P::SHOWN)).collect()
}

impl<E: Managed> Column<E> {
    fn of(field: &FieldEntry, shown: &'static Shown) -> Self {
        let place = E::Column::iter().find(|it| it.as_str() == field.column);
        let key = place.and_then(E::PrimaryKey::from_column);
        let definition = place.map(|it| it.def());
        let column = definition.as_ref();
        let kind = match (place, column.map(|it| Kind::of(it.get_column_type()))) {
            (Some(place), Some(kind)) if is_understood::<E>(place, &kind) => kind,
            (Some(_), Some(_)) => Kind::Other { is_binary: false },
            _ => Kind::Other { is_binary: true },
        };
        // What is no number the database does not count.
        let is_counted = E::PrimaryKey::auto_increment() && matches!(kind, Kind::Integer { .. });
        let made = if key.is_some() && is_counted {
            Made::Key
        } else if column.is_some_and(|it| it.get_column_default().is_some()) {
            Made::Default
        } else {
            Made::Nothing
        };
        let choices = shown.choices.iter().find(|(name, _)| *name == field.field);
        let mut money = shown.money.iter().filter(|(name, _)| *name == field.field);
        // What is chosen or a key is no amount.
        let money = money.next().filter(|_| choices.is_none() && key.is_none());
        let refers = shown.refers.iter().find(|(name, _)| *name == field.field);
        Self {
            name: field.field,
            place,
            choices: choices.map_or(&[], |(_, values)| *values),
            nullable: column.is_some_and(sea_orm::ColumnDef::is_null),
            is_key: key.is_some(),
            refers: refers.map(|(_, reference)| *reference),
            made,
            kind: match money {
                Some((_, money)) => kind.in_money(*money),
                None => kind,
            },
        }
    }

    /// Whether it can be entered at all: into a new record, or into one that is there.
    pub(super) fn is_entered(&self, is_new: bool) -> bool {
        let is_free = self.made != Made::Key && (is_new || !self.is_key);
        is_free && self.place.is_some() && self.kind.is_entered()
    }

    /// Whether a new record has to have it.
    pub(super) fn is_required(&self) -> bool {
        self.is_entered(true) && !self.nullable && self.made == Made::Nothing
    }

    /// Its name without what does not show: that of a record stands in place of its id, and an amount is
    /// not shown in cents.
    fn called(&self) -> &'static str {
        let short = match (&self.refers, &self.kind) {
            (Some(_), _) => self.name.strip_suffix("_id"),
            (None, Kind::Money { .. }) => self.name.strip_suffix("_cents"),
            _ => None,
        };
        short.filter(|it| !it.is_empty()).unwrap_or(self.name)
    }

    /// As pages see it.
    pub(super) fn field(&self, shown: &Shown) -> Field {
        let label = shown.labels.iter().find(|(name, _)| *name == self.name);
        Field {
            name: self.name,
            label: label.map_or_else(|| in_words(self.called()), |(_, label)| (*label).to_owned()),
            input: if self.choices.is_empty() {
                self.kind.input()
            } else {
                Input::Choice
            },
            editable: self.is_entered(true),
            nullable: self.nullable,
            required: self.is_required(),
            is_key: self.is_key,
            choices: self.choices,
            refers: self.refers,
            money: match self.kind {
                Kind::Money { money, .. } => Some(money),
                _ => None,
            },
        }
    }
}

/// The column with this name, and its position.
pub(super) fn named<'a, E: EntityTrait>(
    columns: &'a [Column<E>],
    name: &str,
) -> Option<(u32, &'a Column<E>)> {
    let mut columns = (0..).zip(columns);
    columns.find(|(_, it)| it.name == name && it.place.is_some())
}

/// Those of these columns that are not in the set, in the order of declaration.
pub(super) fn refused<E: EntityTrait>(
    columns: &[Column<E>],
    wanted: &[&str],
    allowed: &FieldSet,
) -> Vec<&'static str> {
    let columns = (0..).zip(columns);
    let refused = columns.filter(|(at, it)| wanted.contains(&it.name) && !allowed.has(*at));
    refused.map(|(_, it)| it.name).collect()
}

/// `total_cents` is "Total cents".
fn in_words(name: &str) -> String {
    let mut words = name.replace('_', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
