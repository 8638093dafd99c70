//! Does what a way says.

use super::super::{Change, ChangeKind, Seen};
use super::brute::{first, include};
use super::model::{Owner, Part, State, Thing};
use crate::Id;

/// Does what a way says. Rows are taken away last: the others keep their positions till then.
pub(super) fn apply(state: &mut State, way: &[Change]) {
    let mut gone = Vec::new();
    for change in way {
        match &change.kind {
            ChangeKind::Join { group } => state.groups.push(group),
            ChangeKind::Field { field, value } => set(&mut state.thing, field, value),
            ChangeKind::Env { name, value } => match *name {
                "cid" => first(&mut state.cids, &id(value)),
                "contact_id" => {
                    state.contact = Some(value).filter(|it| **it != Seen::Absent).map(id);
                }
                "level" => state.level = number(value),
                "region" => state.region = text(value),
                name => panic!("{name} cannot be changed"),
            },
            ChangeKind::Include {
                list: "cids",
                value,
            } => include(&mut state.cids, &id(value)),
            ChangeKind::Include { value, .. } => include(&mut state.marks, &number(value)),
            ChangeKind::Exclude {
                list: "cids",
                value,
            } => {
                state.cids.retain(|it| *it != id(value));
            }
            ChangeKind::Exclude { value, .. } => state.marks.retain(|it| *it != number(value)),
            ChangeKind::RelatedField {
                relation,
                position,
                field,
                value,
            } => match (*relation, *field) {
                ("owner" | "payer", "company") => state.owners[*position].company = number(value),
                ("owner" | "payer", "name") => state.owners[*position].name = text(value).unwrap(),
                ("parts", "qty") => state.parts[*position].qty = number(value),
                ("parts", "kind") => state.parts[*position].kind = number(value).unwrap(),
                other => panic!("{other:?} cannot be changed"),
            },
            ChangeKind::RelatedRow { relation, values } => {
                let number = |field| values.get(field).and_then(number);
                match *relation {
                    "owner" | "payer" => {
                        let id = number("id").unwrap();
                        assert!(state.owners.iter().all(|it| it.id != id), "{id} is there");
                        let name = values.get("name").and_then(text).unwrap_or_default();
                        let company = number("company");
                        state.owners.push(Owner { id, company, name });
                    }
                    _ => state.parts.push(Part {
                        thing_id: number("thing_id").unwrap(),
                        qty: number("qty"),
                        kind: number("kind").unwrap_or_default(),
                    }),
                }
            }
            ChangeKind::NoRelatedRow { position, .. } => gone.push(*position),
        }
    }
    gone.sort_unstable();
    for position in gone.into_iter().rev() {
        state.parts.remove(position);
    }
}

fn set(thing: &mut Thing, field: &str, value: &Seen) {
    match field {
        "n" => thing.n = number(value),
        "m" => thing.m = number(value).unwrap(),
        "tiny" => thing.tiny = number(value).unwrap().try_into().unwrap(),
        "s" => thing.s = text(value),
        "flag" => thing.flag = *value == Seen::Boolean(true),
        "owner_id" => thing.owner_id = number(value),
        field => panic!("{field} cannot be changed"),
    }
}

fn number(value: &Seen) -> Option<i64> {
    match value {
        Seen::Integer(number) => Some(*number),
        Seen::Null | Seen::Absent => None,
        other => panic!("{other} is no number"),
    }
}

fn text(value: &Seen) -> Option<String> {
    match value {
        Seen::Text(text) => Some(text.clone()),
        Seen::Null | Seen::Absent => None,
        other => panic!("{other} is no text"),
    }
}

fn id(value: &Seen) -> Id {
    match value {
        Seen::Integer(number) => Id::from(*number),
        Seen::Text(text) => Id::from(text.as_str()),
        other => panic!("{other} is no id"),
    }
}
