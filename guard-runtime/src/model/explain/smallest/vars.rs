//! Which things would have to be otherwise, and what rules have in common.

use super::super::scene::Scene;
use super::super::tree::{Leaf, Related, Term, Tree};
use super::super::world::World;
use super::var::Var;

/// Looks for what could be otherwise so that a rule says something else.
pub(super) struct Vars<'a> {
    scene: &'a Scene,
    world: &'a World,
    found: Vec<Var>,
}

/// Of these, at least one would have to be otherwise, or the rule will not hold.
pub(super) fn why_not(tree: &Tree, scene: &Scene, world: &World) -> Vec<Var> {
    let mut vars = Vars::new(scene, world);
    vars.failing(tree);
    vars.sorted()
}

/// All that the rules look at as things are.
pub(super) fn all(trees: &[&Tree], scene: &Scene, world: &World) -> Vec<Var> {
    let mut vars = Vars::new(scene, world);
    for tree in trees {
        vars.every(tree);
    }
    vars.sorted()
}

impl<'a> Vars<'a> {
    fn new(scene: &'a Scene, world: &'a World) -> Self {
        let found = Vec::new();
        Self {
            scene,
            world,
            found,
        }
    }

    fn sorted(mut self) -> Vec<Var> {
        self.found.sort_unstable();
        self.found.dedup();
        self.found
    }

    fn failing(&mut self, tree: &Tree) {
        if self.world.truth(tree).is_true() {
            return;
        }
        match tree {
            Tree::Leaf(leaf) => self.leaf(leaf),
            Tree::All(trees) => {
                let mut trees = trees.iter();
                // What is wrong with one of them has to be mended anyhow.
                if let Some(tree) = trees.find(|it| !self.world.truth(it).is_true()) {
                    self.failing(tree);
                }
            }
            Tree::Any(trees) => trees.iter().for_each(|it| self.failing(it)),
            Tree::Related(related) if related.is_each() => {
                let rows = related.rows_in(self.world);
                let mut rows = rows.filter(|it| related.is_surely(it, self.world));
                let failing = rows.find(|it| !self.world.truth(&it.tree).is_true());
                self.cell(related.ours);
                if let Some(row) = failing {
                    self.failing(&row.tree);
                    self.gone(row.row, row.is_new);
                }
            }
            Tree::Related(related) => {
                for row in related.rows_in(self.world) {
                    self.failing(&row.tree);
                }
                self.joined(related);
            }
        }
    }

    fn every(&mut self, tree: &Tree) {
        match tree {
            Tree::Leaf(leaf) => self.leaf(leaf),
            Tree::All(trees) | Tree::Any(trees) => trees.iter().for_each(|it| self.every(it)),
            Tree::Related(related) => {
                for row in related.rows_in(self.world) {
                    self.every(&row.tree);
                    if related.many {
                        self.gone(row.row, row.is_new);
                    }
                }
                self.joined(related);
            }
        }
    }

    /// Which rows are related.
    fn joined(&mut self, related: &Related) {
        self.cell(related.ours);
        if related.is_each() {
            return;
        }
        let rows = related.rows.iter().flatten();
        let mut new = rows.filter(|it| it.is_new && !self.world.is_there(it.row));
        // One new row is as good as another.
        let new = new.next().map(|it| Var::New(it.row));
        self.found.extend(new);
    }

    fn gone(&mut self, row: usize, is_new: bool) {
        if !is_new {
            self.found.push(Var::Gone(row));
        }
    }

    fn leaf(&mut self, leaf: &Leaf) {
        leaf.test.cells().for_each(|cell| self.cell(cell));
        for list in leaf.test.lists() {
            let listed = self.scene.lists.get(list);
            let entries = self.world.lists.get(list);
            if let Some((listed, entries)) = listed.zip(entries) {
                // Each entry can be taken away, and one added for each statement.
                if entries.open < listed.leaves + entries.entries.len() {
                    self.found.push(Var::List(list));
                }
            }
        }
    }

    fn cell(&mut self, cell: usize) {
        let fixed = self.scene.cells.get(cell).is_none_or(|it| it.fixed);
        let open = self.world.cells.get(cell).is_none_or(|it| it.open);
        if !fixed && !open {
            self.found.push(Var::Cell(cell));
        }
    }
}

/// All that a rule could ever look at: what two have in common links them.
pub(super) fn links(tree: &Tree, scene: &Scene, into: &mut Vec<Var>) {
    let cell = |cell: usize, into: &mut Vec<Var>| {
        if scene.cells.get(cell).is_some_and(|it| !it.fixed) {
            into.push(Var::Cell(cell));
        }
    };
    match tree {
        Tree::Leaf(leaf) => {
            leaf.test.terms().for_each(|term| {
                if let Term::Cell(it) = term {
                    cell(*it, into);
                }
            });
            into.extend(leaf.test.lists().map(Var::List));
        }
        Tree::All(trees) | Tree::Any(trees) => trees.iter().for_each(|it| links(it, scene, into)),
        Tree::Related(related) => {
            cell(related.ours, into);
            for row in related.rows.iter().flatten() {
                into.push(Var::Gone(row.row));
                cell(row.theirs, into);
                links(&row.tree, scene, into);
            }
        }
    }
}
