//! Who asks, and the rows there are.

use guard_runtime::model::Rows;
use guard_runtime::{Env, Id, User, groups};

use crate::attributes::{Active, Level, Levels, Names, Region};
use crate::cell::{Cell, I64, Type};
use crate::plan::{Of, Team};
use crate::random::Random;
use crate::tables::{Named, Owner, Part, Stored, Thing};

/// Who asks. Ids are written as texts; an attribute may be missing, or there and empty.
#[derive(Clone, Debug)]
pub(crate) struct Caller {
    pub(crate) uid: String,
    pub(crate) cids: Vec<String>,
    pub(crate) contact: Option<String>,
    pub(crate) region: Option<Cell>,
    pub(crate) level: Option<Cell>,
    pub(crate) active: Option<Cell>,
    pub(crate) levels: Option<Vec<Cell>>,
    pub(crate) names: Option<Vec<Cell>>,
    pub(crate) teams: Vec<Team>,
}

/// The rows.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) things: Vec<Vec<Cell>>,
    pub(crate) owners: Vec<Vec<Cell>>,
    pub(crate) parts: Vec<Vec<Cell>>,
}

const IDS: [&str; 14] = [
    "7",
    "1",
    "2",
    "3",
    "a",
    "A",
    "",
    "0",
    "-1",
    "07",
    "2147483648",
    "4294967303",
    "-9223372036854775808",
    "9223372036854775808",
];

impl Caller {
    pub(crate) fn random(random: &mut Random) -> Self {
        fn id(random: &mut Random) -> String {
            let id = if random.percent(70) {
                random.of(&IDS[..4])
            } else {
                random.of(&IDS)
            };
            id.to_owned()
        }
        fn sometimes<T>(random: &mut Random, make: impl FnOnce(&mut Random) -> T) -> Option<T> {
            random.percent(88).then(|| make(random))
        }
        Self {
            uid: id(random),
            cids: random.list(4, id),
            contact: sometimes(random, id),
            region: sometimes(random, |it| Type::Text.maybe(it, false)),
            level: sometimes(random, |it| I64.maybe(it, false)),
            active: sometimes(random, |it| Type::Truth.maybe(it, false)),
            levels: sometimes(random, |it| it.list(4, list_entry(I64))),
            names: sometimes(random, |it| it.list(4, list_entry(Type::Text))),
            teams: match random.below(10) {
                0 => vec![Team::Public],
                1..4 => vec![Team::Portal, Team::Public],
                _ => vec![Team::Portal],
            },
        }
    }

    pub(crate) fn env(&self) -> Env {
        let ids = self.cids.iter().map(|it| Id::from(it.as_str()));
        let mut user = User::new(Id::from(self.uid.as_str())).with_companies(ids);
        for team in &self.teams {
            user = match team {
                Team::Portal => user.in_group(groups::core_portal),
                Team::Public => user.in_group(groups::core_public),
            };
        }
        if let Some(contact) = &self.contact {
            user = user.with_contact(contact.as_str());
        }
        if let Some(cell) = &self.region {
            user = user.with(Region(cell.text()));
        }
        if let Some(cell) = &self.level {
            user = user.with(Level(cell.number()));
        }
        if let Some(cell) = &self.active {
            user = user.with(Active(cell.truth()));
        }
        if let Some(cells) = &self.levels {
            user = user.with(Levels(cells.iter().map(Cell::number).collect()));
        }
        if let Some(cells) = &self.names {
            user = user.with(Names(cells.iter().map(Cell::text).collect()));
        }
        Env::of(user).unwrap()
    }
}

/// Seldom an empty entry: with one, nothing is known to be absent from the list.
fn list_entry(kind: Type) -> impl Fn(&mut Random) -> Cell {
    move |random| {
        if random.percent(8) {
            Cell::Nothing
        } else {
            kind.cell(random, false)
        }
    }
}

impl World {
    pub(crate) fn random(random: &mut Random) -> Self {
        let things = rows::<Thing>(random, 40, &[0]);
        let owners = rows::<Owner>(random, 14, &[0, 1]);
        let parts = rows::<Part>(random, 50, &[0]);
        Self {
            things,
            owners,
            parts,
        }
    }

    pub(crate) fn of(&self, table: Of) -> &[Vec<Cell>] {
        match table {
            Of::Things => &self.things,
            Of::Owners => &self.owners,
            Of::Parts => &self.parts,
        }
    }

    /// As the library takes them.
    pub(crate) fn rows(&self) -> Rows {
        Rows::default()
            .with(models::<Thing>(&self.things))
            .with(models::<Owner>(&self.owners))
            .with(models::<Part>(&self.parts))
    }
}

pub(crate) fn models<M: Stored>(rows: &[Vec<Cell>]) -> Vec<M> {
    rows.iter().map(|it| M::of(it)).collect()
}

/// So many rows, as far as the values of these columns suffice, no two of which are the same there.
fn rows<M: Stored>(random: &mut Random, count: usize, unique: &[usize]) -> Vec<Vec<Cell>> {
    let mut rows = Vec::<Vec<Cell>>::new();
    for _ in 0..count * 4 {
        let mut row = M::COLUMNS
            .iter()
            .map(|it| cell(random, it))
            .collect::<Vec<_>>();
        if rows.len() > 9 {
            // The values of the generator are few; what lies beyond is told apart by its number.
            row[0] = Cell::Number(100 + i128::try_from(rows.len()).unwrap());
        }
        let taken = |it: &usize| rows.iter().any(|other| other[*it] == row[*it]);
        if rows.len() < count && !unique.iter().any(taken) {
            rows.push(row);
        }
    }
    rows
}

fn cell(random: &mut Random, column: &Named) -> Cell {
    if column.nullable {
        column.kind.maybe(random, true)
    } else {
        column.kind.cell(random, true)
    }
}
