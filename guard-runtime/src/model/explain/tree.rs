//! Rules over cells, with their negations in the leaves.

use super::world::World;
use crate::model::given::Given;
use crate::model::rule::Comparison;

pub(super) enum Tree {
    Leaf(Leaf),
    All(Vec<Self>),
    Any(Vec<Self>),
    Related(Related),
}

/// One statement, or its negation if it is not `wanted`.
pub(super) struct Leaf {
    pub(super) id: usize,
    pub(super) test: Test,
    pub(super) wanted: bool,
}

#[derive(PartialEq)]
pub(super) enum Test {
    Always(bool),
    Compare(Term, Comparison, Term),
    Contains(Items, Term),
    IsNone(Term),
    StartsWith(Term, Term),
}

#[derive(Clone, PartialEq)]
pub(super) enum Term {
    Cell(usize),
    /// The first entry of a list: the current company.
    First(usize),
    Literal(Given),
}

#[derive(PartialEq)]
pub(super) enum Items {
    List(usize),
    Literals(Vec<Given>),
}

/// What is said of related rows.
pub(super) struct Related {
    pub(super) name: &'static str,
    /// What is said of them.
    pub(super) words: String,
    /// Whether there may be several rows; else it is said of the one there is.
    pub(super) many: bool,
    /// Of many: whether one of them suffices; else it has to hold of each.
    pub(super) wanted: bool,
    pub(super) ours: usize,
    /// Nothing if nobody has said which rows there are.
    pub(super) rows: Option<Vec<RelatedRow>>,
}

pub(super) struct RelatedRow {
    pub(super) row: usize,
    /// Whether it would have to be added.
    pub(super) is_new: bool,
    pub(super) theirs: usize,
    pub(super) tree: Tree,
}

impl Related {
    /// Whether it is about each of many rows.
    pub(super) fn is_each(&self) -> bool {
        self.many && !self.wanted
    }

    /// Whether a row of this key is related for certain.
    pub(super) fn is_surely(&self, row: &RelatedRow, world: &World) -> bool {
        world.is_match(self.ours, row.theirs) == Some(true)
    }

    /// The rows that are related, or may come to be.
    pub(super) fn rows_in(&self, world: &World) -> impl Iterator<Item = &RelatedRow> {
        let rows = self.rows.iter().flatten();
        rows.filter(|it| {
            world.is_there(it.row) && world.is_match(self.ours, it.theirs) != Some(false)
        })
    }
}

impl Tree {
    /// All that has to hold, one by one.
    pub(super) fn conjuncts<'t>(&'t self, into: &mut Vec<&'t Self>) {
        match self {
            Self::All(trees) => {
                for tree in trees {
                    tree.conjuncts(into);
                }
            }
            tree => into.push(tree),
        }
    }

    /// Itself and all its parts, those about related rows included.
    pub(super) fn each<'t>(&'t self, world: &World, visit: &mut impl FnMut(&'t Self)) {
        visit(self);
        match self {
            Self::Leaf(_) => {}
            Self::All(trees) | Self::Any(trees) => {
                for tree in trees {
                    tree.each(world, visit);
                }
            }
            Self::Related(related) => {
                for row in related.rows_in(world) {
                    row.tree.each(world, visit);
                }
            }
        }
    }

    /// The relations whose rows nobody has said.
    pub(super) fn unsaid(&self, into: &mut Vec<&'static str>) {
        match self {
            Self::Leaf(_) => {}
            Self::All(trees) | Self::Any(trees) => trees.iter().for_each(|it| it.unsaid(into)),
            Self::Related(related) => match &related.rows {
                None => into.push(related.name),
                Some(rows) => rows.iter().for_each(|it| it.tree.unsaid(into)),
            },
        }
    }
}

impl Test {
    /// What it looks at.
    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        let (one, other) = match self {
            Self::Always(_) => (None, None),
            Self::Compare(left, _, right) | Self::StartsWith(left, right) => {
                (Some(left), Some(right))
            }
            Self::Contains(_, item) | Self::IsNone(item) => (Some(item), None),
        };
        one.into_iter().chain(other)
    }

    /// The lists it looks at.
    pub(super) fn lists(&self) -> impl Iterator<Item = usize> {
        let looked_up = match self {
            Self::Contains(Items::List(list), _) => Some(*list),
            _ => None,
        };
        let first = self.terms().filter_map(|it| match it {
            Term::First(list) => Some(*list),
            _ => None,
        });
        looked_up.into_iter().chain(first)
    }

    /// The cells it looks at.
    pub(super) fn cells(&self) -> impl Iterator<Item = usize> {
        self.terms().filter_map(|it| match it {
            Term::Cell(cell) => Some(*cell),
            _ => None,
        })
    }
}
