//! Changes put into words.

use super::super::change::{Change, ChangeKind};
use super::super::scene::{At, Scene};
use super::super::seen::Seen;
use super::super::world::{ListChange, World};
use super::draft::{Draft, Relation};
use super::phrase::{joined, one_of};
use crate::model::given::{EnvValue, Given};

impl Change {
    pub(super) fn join(group: &'static str) -> Self {
        Self {
            kind: ChangeKind::Join { group },
            words: format!("the user would have to be in {group}"),
        }
    }

    /// Nothing of what is not there, which does not happen.
    pub(super) fn of(draft: &Draft, scene: &Scene, before: &World) -> Option<Self> {
        match draft {
            Draft::Exactly {
                cell,
                relation,
                values,
            } => {
                let seen = values.iter().map(|it| seen(*cell, it, scene));
                let to = one_of(&seen.collect::<Vec<_>>());
                let words = cell_words(*cell, *relation, scene, before);
                let words = format!("{words} would have to {to}");
                Self::of_cell(*cell, *relation, values.first()?, words, scene)
            }
            Draft::Such {
                cell,
                relation,
                phrases,
                example,
            } => {
                let words = cell_words(*cell, *relation, scene, before);
                let words = format!("{words} would have to {}", joined(phrases));
                Self::of_cell(*cell, *relation, example, words, scene)
            }
            Draft::List { list, change } => Self::of_list(*list, change, scene),
            Draft::Gone { row, relation } => {
                let position = scene.rows.get(*row)?.position?;
                let words = row_words(*row, relation.name, scene, before);
                let relation = relation.name;
                Some(Self {
                    kind: ChangeKind::NoRelatedRow { relation, position },
                    words: format!("{words} would have to go"),
                })
            }
            Draft::New {
                relation,
                values,
                needed,
                ..
            } => Some(Self::of_new(*relation, values, needed, scene)),
        }
    }

    fn of_cell(
        cell: usize,
        relation: Option<Relation>,
        example: &Given,
        words: String,
        scene: &Scene,
    ) -> Option<Self> {
        let value = seen(cell, example, scene);
        let info = scene.cells.get(cell)?;
        let kind = match info.at {
            At::Record => ChangeKind::Field {
                field: info.name,
                value,
            },
            At::Env => ChangeKind::Env {
                name: info.name,
                value,
            },
            At::Row(row) => ChangeKind::RelatedField {
                relation: relation?.name,
                position: scene.rows.get(row)?.position?,
                field: info.name,
                value,
            },
        };
        Some(Self { kind, words })
    }

    fn of_list(list: usize, change: &ListChange, scene: &Scene) -> Option<Self> {
        let listed = scene.lists.get(list)?;
        let (name, words) = (listed.name, &listed.words);
        Some(match change {
            ListChange::With(value) => {
                let value = Seen::env(value);
                Self {
                    words: format!("{words} would have to include {value}"),
                    kind: ChangeKind::Include { list: name, value },
                }
            }
            ListChange::Without(value) => {
                let value = Seen::env(value);
                Self {
                    words: format!("{words} would have to be without {value}"),
                    kind: ChangeKind::Exclude { list: name, value },
                }
            }
            ListChange::First(value) => {
                let (name, value) = (EnvValue::CID.name, Seen::env(value));
                Self {
                    words: format!("{} would have to be {value}", EnvValue::CID.words()),
                    kind: ChangeKind::Env { name, value },
                }
            }
        })
    }

    fn of_new(
        relation: Relation,
        values: &[(usize, Given)],
        needed: &[usize],
        scene: &Scene,
    ) -> Self {
        let one = if relation.many { "one more" } else { "a" };
        let told = values.iter().filter(|(cell, _)| needed.contains(cell));
        let with = with(told.map(|(cell, value)| (*cell, value)), scene);
        let field = |cell: usize| scene.cells.get(cell).map(|it| it.name);
        let values = values.iter();
        let values = values.filter_map(|(cell, value)| Some((field(*cell)?, Seen::column(value))));
        let relation = relation.name;
        Self {
            words: format!("there would have to be {one} row of {relation}{with}"),
            kind: ChangeKind::RelatedRow {
                relation,
                values: values.collect(),
            },
        }
    }
}

/// What would be otherwise: of one of many rows, it is told which.
fn cell_words(cell: usize, relation: Option<Relation>, scene: &Scene, before: &World) -> String {
    let info = scene.cells.get(cell);
    match (relation, info.map(|it| it.at)) {
        (Some(relation), Some(At::Row(row))) if relation.many => {
            let row = row_words(row, relation.name, scene, before);
            format!("{} of {row}", info.map_or("", |it| it.name))
        }
        (relation, _) => {
            let relation = relation.map_or("", |it| it.name);
            scene.words(cell, relation).into_owned()
        }
    }
}

/// `the row of lines with quantity 2`
fn row_words(row: usize, relation: &str, scene: &Scene, before: &World) -> String {
    let cells = scene.rows.get(row).map(|it| it.cells.as_slice());
    let cells = cells.unwrap_or_default().iter().copied();
    let is_key = |cell: &usize| scene.cells.get(*cell).is_none_or(|it| it.fixed);
    let cells = cells.filter(|it| !is_key(it));
    let values = cells.filter_map(|cell| Some((cell, before.cell(cell)?)));
    format!("the row of {relation}{}", with(values, scene))
}

fn with<'a>(values: impl Iterator<Item = (usize, &'a Given)>, scene: &Scene) -> String {
    let values = values.filter_map(|(cell, value)| {
        let field = scene.cells.get(cell)?.name;
        Some(format!("{field} {}", Seen::column(value)))
    });
    let values = values.collect::<Vec<_>>().join(" and ");
    if values.is_empty() {
        values
    } else {
        format!(" with {values}")
    }
}

fn seen(cell: usize, value: &Given, scene: &Scene) -> Seen {
    if scene.is_column(cell) {
        Seen::column(value)
    } else {
        Seen::env(value)
    }
}
