//! A second opinion on what a rule means: slow, by the book, and without any of the library.
//!
//! Truth values are counted 0 (false), 1 (unknown), 2 (true); `AND`, `OR` and `NOT` are the tables of
//! SQL-92, section 8.12.

use crate::cell::Cell;
use crate::plan::{Declared, Given, Hop, Plan, Side, Sign, Source};
use crate::values::{Known, begins, compare};
use crate::world::{Caller, World};

pub(crate) type Truth = usize;

pub(crate) const FALSE: Truth = 0;
pub(crate) const UNKNOWN: Truth = 1;
pub(crate) const TRUE: Truth = 2;

const AND: [[Truth; 3]; 3] = [[0, 0, 0], [0, 1, 1], [0, 1, 2]];
const OR: [[Truth; 3]; 3] = [[0, 1, 2], [1, 1, 2], [2, 2, 2]];
const NOT: [Truth; 3] = [2, 1, 0];

/// What the declaration says of one thing.
pub(crate) fn judge(declared: &Declared, caller: &Caller, world: &World, row: &[Cell]) -> Truth {
    let mut granted = FALSE;
    for (team, plan) in &declared.grants {
        if caller.teams.contains(team) {
            let truth = plan
                .as_ref()
                .map_or(TRUE, |plan| of(plan, caller, world, row));
            granted = OR[granted][truth];
        }
    }
    for plan in &declared.restrictions {
        granted = AND[granted][of(plan, caller, world, row)];
    }
    granted
}

fn of(plan: &Plan, caller: &Caller, world: &World, row: &[Cell]) -> Truth {
    let of = |plan: &Plan| of(plan, caller, world, row);
    match plan {
        Plan::Constant(truth) => {
            if *truth {
                TRUE
            } else {
                FALSE
            }
        }
        Plan::Compare(left, sign, right) => {
            compare(&known(left, caller, row), *sign, &known(right, caller, row))
        }
        Plan::Among(source, item) => among(source, &known(item, caller, row), caller),
        Plan::Missing(side) => match known(side, caller, row) {
            Known::Absent | Known::Cell(Cell::Nothing) => TRUE,
            Known::Cell(_) | Known::Id(_) => FALSE,
        },
        Plan::Begins(column, prefix) => begins(&row[*column], &known(prefix, caller, row)),
        Plan::Not(plan) => NOT[of(plan)],
        Plan::And(plans) => plans.iter().fold(TRUE, |truth, plan| AND[truth][of(plan)]),
        Plan::Or(plans) => plans.iter().fold(FALSE, |truth, plan| OR[truth][of(plan)]),
        Plan::Hop(hop, inner) => hop_to(*hop, inner, caller, world, row),
    }
}

fn hop_to(hop: Hop, inner: &Plan, caller: &Caller, world: &World, row: &[Cell]) -> Truth {
    let (ours, table, theirs, many) = hop.ends();
    let mut found = None;
    for other in world.of(table) {
        let joined = compare(
            &Known::Cell(&row[ours]),
            Sign::Equal,
            &Known::Cell(&other[theirs]),
        );
        if joined == TRUE {
            let truth = of(inner, caller, world, other);
            found = Some(OR[found.unwrap_or(FALSE)][truth]);
        }
    }
    found.unwrap_or(if many { FALSE } else { UNKNOWN })
}

fn known<'a>(side: &'a Side, caller: &'a Caller, row: &'a [Cell]) -> Known<'a> {
    fn id(id: Option<&String>) -> Known<'_> {
        id.map_or(Known::Absent, |it| Known::Id(it))
    }
    fn attribute(cell: Option<&Cell>) -> Known<'_> {
        cell.map_or(Known::Absent, Known::Cell)
    }
    match side {
        Side::Column(position) => Known::Cell(&row[*position]),
        Side::Literal(cell) => Known::Cell(cell),
        Side::Env(Given::Uid) => id(Some(&caller.uid)),
        Side::Env(Given::Cid) => id(caller.cids.first()),
        Side::Env(Given::Contact) => id(caller.contact.as_ref()),
        Side::Env(Given::Region) => attribute(caller.region.as_ref()),
        Side::Env(Given::Level) => attribute(caller.level.as_ref()),
        Side::Env(Given::Active) => attribute(caller.active.as_ref()),
    }
}

fn among(source: &Source, item: &Known<'_>, caller: &Caller) -> Truth {
    let entries = match source {
        Source::Cids => caller.cids.iter().map(|it| Known::Id(it)).collect(),
        Source::Levels => cells(caller.levels.as_ref()),
        Source::Names => cells(caller.names.as_ref()),
        Source::Numbers(entries) | Source::Texts(entries) => cells(Some(entries)),
    };
    if matches!(item, Known::Absent | Known::Cell(Cell::Nothing)) {
        return UNKNOWN;
    }
    let truths = entries
        .iter()
        .map(|entry| compare(item, Sign::Equal, entry));
    truths.fold(FALSE, |truth, next| OR[truth][next])
}

/// What a list holds that the caller does not have, nobody knows.
fn cells(cells: Option<&Vec<Cell>>) -> Vec<Known<'_>> {
    cells.map_or_else(
        || vec![Known::Absent],
        |cells| cells.iter().map(Known::Cell).collect(),
    )
}
