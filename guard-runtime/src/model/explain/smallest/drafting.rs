//! What a way takes: of the values that were tried, what about them is needed.

use super::super::scene::{At, Scene};
use super::super::tree::{Leaf, Tree};
use super::super::world::{ListChange, World};
use super::draft::{Draft, Relation};
use super::phrase;
use super::var::Var;
use crate::model::given::Given;
use crate::model::kind::ValueKind;

/// Makes drafts of the values that were found.
pub(super) struct Drafting<'a> {
    pub(super) scene: &'a Scene,
    pub(super) trees: &'a [&'a Tree],
    pub(super) chosen: &'a [Var],
}

/// What is needed of the values that were tried.
struct Needed<'t> {
    /// The statements about what is changed that have to hold: without any of them the rules do
    /// not, with them the rules do, whatever the values are.
    leaves: Vec<&'t Leaf>,
    /// The cells that say which rows are related.
    keys: Vec<usize>,
    changed: Vec<usize>,
}

impl<'t> Drafting<'t> {
    /// What a way takes that leads to this world.
    pub(super) fn way(&self, world: &World, changes: &[(usize, ListChange)]) -> Vec<Draft> {
        let needed = self.needed(world);
        let mut way = Vec::new();
        for var in self.chosen {
            match *var {
                Var::Cell(cell) => way.push(self.of_cell(cell, world, &needed)),
                Var::List(_) => {}
                Var::Gone(row) => way.push(Draft::Gone {
                    row,
                    relation: self.relation(row, world),
                }),
                Var::New(row) => way.push(self.of_new(row, world, &needed)),
            }
        }
        way.extend(changes.iter().map(|(list, change)| Draft::List {
            list: *list,
            change: change.clone(),
        }));
        way
    }

    fn needed(&self, world: &World) -> Needed<'t> {
        let (changed, mut keys, mut leaves) = (self.changed(), Vec::new(), Vec::new());
        for tree in self.trees {
            tree.each(world, &mut |part| match part {
                Tree::Leaf(leaf) => leaves.push(leaf),
                Tree::Related(related) => {
                    keys.push(related.ours);
                    keys.extend(related.rows_in(world).map(|it| it.theirs));
                }
                Tree::All(_) | Tree::Any(_) => {}
            });
        }
        leaves.retain(|leaf| {
            let mut cells = leaf.test.cells();
            cells.any(|it| changed.contains(&it)) || self.changes_list_of(leaf)
        });
        // One value is a narrower answer than all that are so: it goes first.
        leaves.sort_by_key(|it| !phrase::is_exact(it));
        let mut world = world.clone();
        leaves.retain(|leaf| {
            world.off.push(leaf.id);
            let is_needed = !world.all_hold(self.trees);
            if is_needed {
                world.off.pop();
            }
            is_needed
        });
        leaves.sort_by_key(|it| it.id);
        Needed {
            leaves,
            keys,
            changed,
        }
    }

    fn changed(&self) -> Vec<usize> {
        let mut cells = Vec::new();
        for var in self.chosen {
            match var {
                Var::Cell(cell) => cells.push(*cell),
                Var::New(row) => {
                    let row = self.scene.rows.get(*row);
                    cells.extend(row.into_iter().flat_map(|it| &it.cells));
                }
                Var::List(_) | Var::Gone(_) => {}
            }
        }
        cells
    }

    fn of_cell(&self, cell: usize, world: &World, needed: &Needed<'_>) -> Draft {
        let example = world.cell(cell).unwrap_or(&Given::Absent).clone();
        let info = self.scene.cells.get(cell);
        let kind = info.and_then(|it| it.kind);
        let relation = match info.map(|it| it.at) {
            Some(At::Row(row)) => Some(self.relation(row, world)),
            _ => None,
        };
        let about = || needed.about(cell);
        // What else changes is told as the one value that was tried, and so is this.
        let moves = |leaf: &Leaf| {
            let mut others = leaf.test.cells().filter(|it| *it != cell);
            others.any(|it| needed.changed.contains(&it)) || self.changes_list_of(leaf)
        };
        let is_exact =
            |leaf: &&Leaf| phrase::is_exact(leaf) || phrase::is_prefix(leaf, cell) || moves(leaf);
        let is_one = needed.keys.contains(&cell) || kind == Some(ValueKind::Boolean);
        if is_one || about().next().is_none() || about().any(|it| is_exact(&it)) {
            let values = vec![example];
            return Draft::Exactly {
                cell,
                relation,
                values,
            };
        }
        let mut phrases = Vec::new();
        for leaf in about() {
            let phrase = phrase::of(leaf, cell, self.scene, world);
            if !phrases.contains(&phrase) {
                phrases.push(phrase);
            }
        }
        Draft::Such {
            cell,
            relation,
            phrases,
            example,
        }
    }

    fn of_new(&self, row: usize, world: &World, needed: &Needed<'_>) -> Draft {
        let cells = self.scene.rows.get(row).map(|it| it.cells.as_slice());
        let cells = cells.unwrap_or_default();
        let value = |cell: &usize| Some((*cell, world.cell(*cell)?.clone()));
        let is_told =
            |it: &&usize| !needed.keys.contains(it) && needed.about(**it).next().is_some();
        Draft::New {
            row,
            relation: self.relation(row, world),
            values: cells.iter().filter_map(value).collect(),
            needed: cells.iter().filter(is_told).copied().collect(),
        }
    }

    /// How the row is related, or would be.
    fn relation(&self, row: usize, world: &World) -> Relation {
        let mut found = Relation {
            name: "",
            many: false,
        };
        for tree in self.trees {
            tree.each(world, &mut |part| {
                if let Tree::Related(related) = part {
                    let mut rows = related.rows.iter().flatten();
                    if rows.any(|it| it.row == row && related.is_surely(it, world)) {
                        found.name = related.name;
                        found.many = related.many;
                    }
                }
            });
        }
        found
    }

    fn changes_list_of(&self, leaf: &Leaf) -> bool {
        let mut lists = leaf.test.lists();
        lists.any(|it| self.chosen.contains(&Var::List(it)))
    }
}

impl<'t> Needed<'t> {
    fn about(&self, cell: usize) -> impl Iterator<Item = &'t Leaf> {
        let leaves = self.leaves.iter().copied();
        leaves.filter(move |leaf| leaf.test.cells().any(|it| it == cell))
    }
}
