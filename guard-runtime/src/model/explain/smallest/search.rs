//! The fewest changes that make rules hold.
//!
//! Sets of changes are tried by size, and grown only by what could mend a rule that does not hold.
//! So the first that does is a smallest one.

use std::cell::Cell;
use std::collections::HashSet;

use super::super::scene::Scene;
use super::super::tree::Tree;
use super::super::world::World;
use super::candidates::Candidates;
use super::contradiction;
use super::draft::Draft;
use super::drafting::Drafting;
use super::fill::{Fill, Open};
use super::var::Var;
use super::vars;

/// With more changes in a way, there are more ways, and fewer of them are told.
const ENOUGH: usize = 48;

/// How much is tried before giving up.
pub(super) const BUDGET: usize = 5_000_000;

/// There are too many ways to try.
#[derive(Clone, Copy, Debug)]
pub(super) struct TooMany;

/// Looks for the fewest changes.
pub(super) struct Search<'a> {
    pub(super) scene: &'a Scene,
    pub(super) world: &'a World,
    /// All of them have to hold.
    pub(super) trees: &'a [&'a Tree],
    pub(super) budget: &'a Cell<usize>,
}

/// What comes of one size.
pub(super) enum Answer {
    Ways(Vec<Vec<Draft>>),
    /// More changes might do.
    NotYet,
    Never,
}

/// What is tried at one size.
struct Round {
    size: usize,
    tried: HashSet<Vec<Var>>,
    /// Whether there was any set of this size.
    reached: bool,
    ways: Vec<Vec<Draft>>,
}

impl Search<'_> {
    /// Ways of this size, if no smaller one does.
    pub(super) fn of_size(&self, size: usize) -> Result<Answer, TooMany> {
        if size == 0 && contradiction::is_one(self.trees, self.scene, self.world) {
            return Ok(Answer::Never);
        }
        let mut round = Round {
            size,
            tried: HashSet::new(),
            reached: false,
            ways: Vec::new(),
        };
        let all = self.grow(self.world.clone(), &[], &mut round);
        if round.ways.is_empty() {
            all?;
        }
        Ok(if !round.ways.is_empty() {
            Answer::Ways(round.ways)
        } else if round.reached {
            Answer::NotYet
        } else {
            Answer::Never
        })
    }

    fn grow(&self, world: World, chosen: &[Var], round: &mut Round) -> Result<(), TooMany> {
        if !round.tried.insert(chosen.to_vec()) {
            return Ok(());
        }
        self.spend(1)?;
        let mut trees = self.trees.iter();
        let failing = trees.find(|it| !world.truth(it).is_true());
        if chosen.len() == round.size {
            round.reached = true;
            if failing.is_none() {
                self.fill(world, chosen, round)?;
            }
            return Ok(());
        }
        let more = match failing {
            Some(tree) => vars::why_not(tree, self.scene, &world),
            // No values do, as a smaller size has shown.
            None => vars::all(self.trees, self.scene, &world),
        };
        for var in more {
            let mut world = world.clone();
            var.open(&mut world, self.scene);
            let mut chosen = chosen.to_vec();
            chosen.push(var);
            chosen.sort_unstable();
            self.grow(world, &chosen, round)?;
        }
        Ok(())
    }

    fn fill(&self, mut world: World, chosen: &[Var], round: &mut Round) -> Result<(), TooMany> {
        let open = Open::all(&world);
        self.spend(8)?;
        let drafting = Drafting {
            scene: self.scene,
            trees: self.trees,
            chosen,
        };
        let mut fill = Fill {
            search: self,
            drafting,
            candidates: Candidates::of(self.trees, self.scene, &world, open.len()),
            changes: Vec::new(),
            found: 0,
            ways: &mut round.ways,
            enough: ENOUGH.checked_div(chosen.len()).unwrap_or(1),
        };
        fill.assign(&mut world, &open)
    }

    /// Pays for so many looks at all there is.
    pub(super) fn spend(&self, looks: usize) -> Result<(), TooMany> {
        let entries = self.world.lists.iter().map(|it| it.entries.len());
        let all = self.scene.cells.len() + self.scene.leaves + entries.sum::<usize>();
        let left = self.budget.get().checked_sub(looks * (1 + all));
        self.budget.set(left.ok_or(TooMany)?);
        Ok(())
    }
}
