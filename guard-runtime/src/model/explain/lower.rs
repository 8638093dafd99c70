//! Takes rules, an env and rows apart into cells and what is said of them.

use std::any::TypeId;
use std::collections::HashMap;

use super::scene::{At, Scene};
use super::tree::{Items, Leaf, Related, RelatedRow, Term, Test, Tree};
use super::world::World;
use crate::Env;
use crate::model::Rows;
use crate::model::datum::Datum;
use crate::model::given::{EnvList, EnvValue, Given};
use crate::model::hop::Relation;
use crate::model::rule::{List, Operand, Rule};

/// Takes rules apart.
pub struct Lowering<'a> {
    pub(super) env: &'a Env,
    rows: &'a Rows,
    pub(super) scene: Scene,
    pub(super) world: World,
    pub(super) cells: HashMap<(At, &'static str), usize>,
    pub(super) tables: HashMap<TypeId, Vec<usize>>,
    /// How many new rows of each model there may be.
    pub(super) new: HashMap<TypeId, usize>,
    /// How many statements of one row of a model there are.
    wanted: HashMap<TypeId, usize>,
}

/// The row that a rule is about; none if it would have to be added.
pub struct Of<'a, M> {
    pub(super) row: Option<&'a M>,
    pub(super) at: At,
}

/// A rule taken apart.
pub struct Lowered(pub(super) Tree);

impl<'a> Lowering<'a> {
    pub(super) fn new(env: &'a Env, rows: &'a Rows) -> Self {
        Self {
            env,
            rows,
            scene: Scene::default(),
            world: World::default(),
            cells: HashMap::new(),
            tables: HashMap::new(),
            new: HashMap::new(),
            wanted: HashMap::new(),
        }
    }

    /// Once more, with as many new rows as have turned out to be of use.
    pub(super) fn again(self) -> Self {
        Self {
            new: self.wanted,
            ..Self::new(self.env, self.rows)
        }
    }

    pub(super) fn of_record<M>(&mut self, rule: &Rule<M>, record: &M) -> Tree {
        let of = Of {
            row: Some(record),
            at: At::Record,
        };
        self.rule(rule, of, true)
    }

    fn rule<M>(&mut self, rule: &Rule<M>, of: Of<'_, M>, wanted: bool) -> Tree {
        let test = match rule {
            Rule::Always(truth) => Test::Always(*truth),
            Rule::Compare(left, comparison, right) => {
                Test::Compare(self.term(*left, of), *comparison, self.term(*right, of))
            }
            Rule::Contains(list, item) => {
                let items = self.items(list);
                Test::Contains(items, self.term(*item, of))
            }
            Rule::IsNone(operand) => Test::IsNone(self.term(*operand, of)),
            Rule::StartsWith(column, prefix) => {
                let prefix = match prefix {
                    // Nobody can tell what a text begins with that the database would look up.
                    Operand::Column(_) => Term::Literal(Given::Absent),
                    prefix => self.term(*prefix, of),
                };
                Test::StartsWith(Term::Cell(self.column(column, of)), prefix)
            }
            Rule::Not(rule) => return self.rule(rule, of, !wanted),
            Rule::All(rules) | Rule::Any(rules) => {
                let parts = rules.iter().map(|it| self.rule(it, of, wanted));
                let parts = parts.collect();
                return match (rule, wanted) {
                    (Rule::All(_), true) | (Rule::Any(_), false) => Tree::All(parts),
                    _ => Tree::Any(parts),
                };
            }
            Rule::Related(hop) => return hop.lower(of, wanted, self).0,
        };
        self.leaf(test, wanted)
    }

    fn leaf(&mut self, test: Test, wanted: bool) -> Tree {
        for list in test.lists() {
            if let Some(listed) = self.scene.lists.get_mut(list) {
                listed.leaves += 1;
            }
        }
        let id = self.scene.leaves;
        self.scene.leaves += 1;
        Tree::Leaf(Leaf { id, test, wanted })
    }

    fn term<M>(&mut self, operand: Operand<M>, of: Of<'_, M>) -> Term {
        match operand {
            Operand::Column(column) => Term::Cell(self.column(column, of)),
            Operand::Env(value) if value.name == EnvValue::CID.name => {
                let list = self.list(&EnvList::CIDS);
                if let Some(listed) = self.scene.lists.get_mut(list) {
                    listed.has_first = true;
                }
                Term::First(list)
            }
            Operand::Env(value) => Term::Cell(self.env_value(value)),
            Operand::Boolean(truth) => Term::Literal(Given::Value(Datum::Boolean(truth))),
            Operand::Integer(number) => Term::Literal(Given::Value(Datum::Integer(number))),
            Operand::Text(text) => Term::Literal(Given::Value(Datum::from(text))),
        }
    }

    fn items(&mut self, list: &List) -> Items {
        match list {
            List::Env(list) => Items::List(self.list(list)),
            List::Integers(numbers) => {
                let numbers = numbers.iter().copied().map(Datum::Integer);
                Items::Literals(numbers.map(Given::Value).collect())
            }
            List::Texts(texts) => {
                let texts = texts.iter().copied().map(Datum::from);
                Items::Literals(texts.map(Given::Value).collect())
            }
        }
    }

    /// What is said of related rows: of all there are, as another key would relate others.
    pub(crate) fn relation<M, O: 'static>(
        &mut self,
        relation: &Relation<M, O>,
        of: Of<'_, M>,
        wanted: bool,
    ) -> Lowered {
        let ours = self.column(relation.ours, of);
        if relation.any {
            // Others refer to it.
            self.fix(ours);
        }
        if wanted || !relation.any {
            *self.wanted.entry(TypeId::of::<O>()).or_default() += 1;
        }
        let rows = self.rows;
        let rows = rows.of::<O>().map(|others| {
            let table = self.table::<O>(others.len());
            let others = others.iter().map(Some).chain(std::iter::repeat(None));
            let mut rows = Vec::with_capacity(table.len());
            for (row, other) in table.into_iter().zip(others) {
                let of = Of {
                    row: other,
                    at: At::Row(row),
                };
                let theirs = self.column(relation.theirs, of);
                if other.is_some() {
                    self.fix(theirs);
                }
                rows.push(RelatedRow {
                    row,
                    is_new: other.is_none(),
                    theirs,
                    tree: self.rule(&relation.rule, of, wanted),
                });
            }
            rows
        });
        Lowered(Tree::Related(Related {
            name: relation.name,
            words: crate::model::words::related(relation, wanted),
            many: relation.any,
            wanted,
            ours,
            rows,
        }))
    }
}

impl<M> Clone for Of<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<M> Copy for Of<'_, M> {}
