//! What could be otherwise.

use super::super::scene::Scene;
use super::super::world::World;

/// One thing that could be otherwise, and counts as one change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Var {
    /// A value.
    Cell(usize),
    /// One more entry of a list, one less, or another first one.
    List(usize),
    /// A related row would not be there.
    Gone(usize),
    /// There would be one more.
    New(usize),
}

impl Var {
    /// Lets it be otherwise.
    pub(super) fn open(self, world: &mut World, scene: &Scene) {
        match self {
            Self::Cell(cell) => open(cell, world),
            Self::List(list) => {
                if let Some(list) = world.lists.get_mut(list) {
                    list.open += 1;
                }
            }
            Self::Gone(row) => set_there(row, false, world),
            Self::New(row) => {
                set_there(row, true, world);
                let cells = scene.rows.get(row).map(|it| it.cells.as_slice());
                for cell in cells.unwrap_or_default() {
                    open(*cell, world);
                }
            }
        }
    }
}

fn open(cell: usize, world: &mut World) {
    if let Some(held) = world.cells.get_mut(cell) {
        held.open = true;
    }
}

fn set_there(row: usize, is_there: bool, world: &mut World) {
    if let Some(there) = world.there.get_mut(row) {
        *there = is_there;
    }
}
