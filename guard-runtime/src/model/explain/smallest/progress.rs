//! How far the changes are known that a grant takes.

use std::cell::Cell;

use super::super::case::{Asked, Case, Standing};
use super::super::change::Change;
use super::super::tell;
use super::super::tree::Tree;
use super::component;
use super::draft::Draft;
use super::search::{Answer, BUDGET, Search, TooMany};
use super::ways;

/// What is known of one grant.
pub(super) struct Progress<'a> {
    case: &'a Case,
    group: &'static str,
    standing: Standing,
    parts: Vec<Part<'a>>,
    gave_up: bool,
}

/// Rules that are mended by themselves.
struct Part<'a> {
    trees: Vec<&'a Tree>,
    /// The least number of changes, as far as is known.
    size: usize,
    state: State,
    budget: Cell<usize>,
}

enum State {
    Open,
    Found(Vec<Vec<Draft>>),
    Never,
}

/// What has come of it.
pub(super) enum Stand {
    Open,
    Done,
    /// Why not.
    Never(Vec<String>),
}

impl<'a> Progress<'a> {
    pub(super) fn of(case: &'a Case, grant: &'a Asked) -> Self {
        let mut trees = Vec::new();
        for tree in grant.tree.iter().chain(&case.restrictions) {
            tree.conjuncts(&mut trees);
        }
        let parts = component::split(&trees, &case.scene).into_iter();
        let parts = parts.map(|trees| Part {
            trees,
            size: 0,
            state: State::Open,
            budget: Cell::new(BUDGET),
        });
        Self {
            case,
            group: grant.group,
            standing: grant.standing,
            parts: parts.collect(),
            gave_up: false,
        }
    }

    /// It takes as many changes at least.
    pub(super) fn least(&self) -> usize {
        let join = usize::from(self.standing == Standing::Joinable);
        join + self.parts.iter().map(|it| it.size).sum::<usize>()
    }

    pub(super) fn stand(&self) -> Stand {
        if self.standing == Standing::Closed {
            return Stand::Never(vec![format!("the user cannot be in {}", self.group)]);
        }
        let never = self
            .parts
            .iter()
            .filter(|it| matches!(it.state, State::Never));
        let never = never.filter(|it| it.unsaid().is_none());
        let never = never.map(|it| self.contradiction(it)).collect::<Vec<_>>();
        if !never.is_empty() {
            return Stand::Never(never);
        }
        let mut parts = self.parts.iter();
        if parts.all(|it| matches!(it.state, State::Found(_))) {
            Stand::Done
        } else {
            Stand::Open
        }
    }

    /// Whether there is more to find out.
    pub(super) fn is_open(&self) -> bool {
        let mut parts = self.parts.iter();
        let hopeless = parts.any(|it| matches!(it.state, State::Never));
        !hopeless && !self.gave_up && matches!(self.stand(), Stand::Open)
    }

    /// Tries one more change where the least have been tried.
    pub(super) fn advance(&mut self) {
        let open = self.parts.iter_mut();
        let open = open.filter(|it| matches!(it.state, State::Open));
        let Some(part) = open.min_by_key(|it| it.size) else {
            return;
        };
        let search = Search {
            scene: &self.case.scene,
            world: &self.case.world,
            trees: &part.trees,
            budget: &part.budget,
        };
        match search.of_size(part.size) {
            Ok(Answer::Ways(ways)) => part.state = State::Found(ways),
            Ok(Answer::NotYet) => part.size += 1,
            Ok(Answer::Never) => part.state = State::Never,
            Err(TooMany) => self.gave_up = true,
        }
    }

    /// Why fewer changes might do than are known, and how many would have to.
    pub(super) fn doubt(&self) -> Option<(usize, String)> {
        if matches!(self.stand(), Stand::Never(_)) {
            return None;
        }
        let join = usize::from(self.standing == Standing::Joinable);
        let mut unsaid = self.parts.iter().filter(|it| it.size > 0 || !it.is_found());
        if let Some(name) = unsaid.find_map(Part::unsaid) {
            return Some((join + 1, format!("the rows of `{name}` are not at hand")));
        }
        let gave_up = || (self.least(), "there is too much to try".to_owned());
        self.gave_up.then(gave_up)
    }

    /// The ways, once it is done.
    pub(super) fn ways(&self) -> Vec<Vec<Change>> {
        let join = match self.standing {
            Standing::Joinable => Some(Change::join(self.group)),
            Standing::Held | Standing::Closed => None,
        };
        let mut all = vec![Vec::from_iter(join)];
        for part in &self.parts {
            if let State::Found(ways) = &part.state {
                all = ways::product(&all, &self.changes(ways));
            }
        }
        all
    }

    fn changes(&self, drafts: &[Vec<Draft>]) -> Vec<Vec<Change>> {
        let change = |draft: &Draft| Change::of(draft, &self.case.scene, &self.case.world);
        let changes = drafts.iter();
        changes
            .map(|way| way.iter().filter_map(change).collect())
            .collect()
    }

    fn contradiction(&self, part: &Part<'_>) -> String {
        let words = part
            .trees
            .iter()
            .map(|it| tell::of_tree(it, &self.case.scene));
        let words = words.collect::<Vec<_>>().join(" and ");
        format!("`{words}` cannot come to hold")
    }
}

impl Part<'_> {
    fn is_found(&self) -> bool {
        matches!(self.state, State::Found(_))
    }

    /// A relation whose rows nobody has said.
    fn unsaid(&self) -> Option<&'static str> {
        let mut names = Vec::new();
        self.trees.iter().for_each(|it| it.unsaid(&mut names));
        names.first().copied()
    }
}
