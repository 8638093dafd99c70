//! A model, what is related to it, and who asks: small enough to try everything.

use super::super::super::generated as made;
use super::super::super::{
    Access, EnvAttribute, EnvListAttribute, FieldSet, Integer, ModelAccess, Rows, Table, Text,
    Value,
};
use crate::group::{BUILT_IN, Groups};
use crate::names::{Entry, Names};
use crate::{Env, Id, User};

pub(super) static GROUPS: Groups = Names::new(
    "tests",
    BUILT_IN,
    &[
        Entry::new("clerk", "", &[0]),
        Entry::new("boss", "", &[3]),
        Entry::new("auditor", "", &[]),
    ],
);

/// Those of another application.
pub(super) static OTHERS: Groups = Names::new("others", BUILT_IN, &[Entry::new("editor", "", &[])]);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Thing {
    pub(super) id: i64,
    pub(super) n: Option<i64>,
    pub(super) m: i64,
    pub(super) tiny: u8,
    pub(super) s: Option<String>,
    pub(super) flag: bool,
    pub(super) owner_id: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Owner {
    pub(super) id: i64,
    pub(super) company: Option<i64>,
    pub(super) name: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Part {
    pub(super) thing_id: i64,
    pub(super) qty: Option<i64>,
    pub(super) kind: i64,
}

/// Everything that rules may look at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct State {
    pub(super) thing: Thing,
    pub(super) owners: Vec<Owner>,
    pub(super) parts: Vec<Part>,
    pub(super) uid: i64,
    pub(super) groups: Vec<&'static str>,
    pub(super) cids: Vec<Id>,
    pub(super) contact: Option<Id>,
    pub(super) level: Option<i64>,
    pub(super) region: Option<String>,
    pub(super) marks: Vec<Option<i64>>,
}

struct Level(i64);

struct Region(String);

struct Marks(Vec<Option<i64>>);

impl EnvAttribute for Level {
    type Kind = Integer;
    const NAME: &'static str = "level";

    fn value(&self) -> Value<'_> {
        Value::Integer(self.0)
    }
}

impl EnvAttribute for Region {
    type Kind = Text;
    const NAME: &'static str = "region";

    fn value(&self) -> Value<'_> {
        Value::Text(&self.0)
    }
}

impl EnvListAttribute for Marks {
    type Item = Option<i64>;
    const NAME: &'static str = "marks";

    fn items(&self) -> &[Option<i64>] {
        &self.0
    }
}

pub(super) const LEVEL: made::EnvValue = made::EnvValue::attribute::<Level>();
pub(super) const REGION: made::EnvValue = made::EnvValue::attribute::<Region>();
pub(super) const MARKS: made::EnvList = made::EnvList::attribute::<Marks>();

impl State {
    /// Nothing if the user's groups exclude each other.
    pub(super) fn env(&self) -> Option<Env> {
        let (groups, unknown) = GROUPS.set(self.groups.iter().copied());
        assert!(unknown.is_empty());
        let mut user = User::new(self.uid)
            .with_groups(groups)
            .with_companies(self.cids.clone())
            .with(Marks(self.marks.clone()));
        if let Some(contact) = &self.contact {
            user = user.with_contact(contact.clone());
        }
        if let Some(level) = self.level {
            user = user.with(Level(level));
        }
        if let Some(region) = &self.region {
            user = user.with(Region(region.clone()));
        }
        Env::of(user).ok()
    }

    pub(super) fn rows(&self) -> Rows {
        Rows::default()
            .with(self.owners.clone())
            .with(self.parts.clone())
    }
}

macro_rules! columns {
    ($model:ty: $($constant:ident $field:ident),*) => {$(
        pub(super) const $constant: made::Column<$model> = made::column(
            stringify!($field),
            stringify!($field),
            const { &made::Reader::new(|row: &$model| &row.$field) },
        );
    )*};
}

columns!(Thing: ID id, N n, M m, TINY tiny, S s, FLAG flag, OWNER_ID owner_id);
columns!(Owner: OWNER id, COMPANY company, NAME name);
columns!(Part: THING_ID thing_id, QTY qty, KIND kind);

macro_rules! models {
    ($($model:ty, $name:literal;)*) => {$(
        impl ModelAccess for $model {
            type Readable = Self;

            const ACCESS: &'static Access<Self> = &made::access("", table($name), &[], &[], &[], &[]);

            fn readable(self, _: &FieldSet) -> Self {
                self
            }
        }
    )*};
}

models! {
    Thing, "thing";
    Owner, "owner";
    Part, "part";
}

pub(super) const fn table(name: &'static str) -> Table {
    Table { schema: None, name }
}
