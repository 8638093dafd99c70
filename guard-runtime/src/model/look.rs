//! What rules look at, for those who make rows to try them on.

use super::Op;
use super::access::Access;
use super::datum::Datum;
use super::given::{EnvList, EnvValue};
use super::rule::{List, Operand, Rule};
use super::table::Table;

/// What the rules of a model look at, and what they compare it with.
#[derive(Default)]
pub struct Looked {
    /// Columns by their names in SQL, as often as they are named.
    pub(crate) columns: Vec<(&'static str, Against)>,
    pub(crate) joins: Vec<Join>,
}

/// What a column is compared with.
pub(crate) enum Against {
    /// Itself alone.
    Nothing,
    Literal(Datum),
    Value(&'static EnvValue),
    List(&'static EnvList),
    Column(&'static str),
}

/// Related rows that a rule looks at.
pub(crate) struct Join {
    pub(crate) ours: &'static str,
    pub(crate) table: Table,
    pub(crate) theirs: &'static str,
    /// Whether there may be many of them.
    pub(crate) many: bool,
    pub(crate) looked: Looked,
}

impl Looked {
    /// By the rules of a model for these operations. Of an operation without a grant, nothing is looked
    /// at.
    pub(crate) fn of<M>(access: &Access<M>, ops: &[Op]) -> Self {
        let mut looked = Self::default();
        for op in ops {
            let grants = || access.grants.iter().filter(|it| it.ops.contains(*op));
            if grants().next().is_some() {
                let rules = grants().filter_map(|it| it.rule.as_ref());
                let restrictions = access.restrictions.iter();
                let restrictions = restrictions.filter(|it| it.ops.contains(*op));
                rules
                    .chain(restrictions.map(|it| &it.rule))
                    .for_each(|it| looked.add(it));
            }
        }
        looked
    }

    /// Whether it makes a difference which row it is.
    pub(crate) fn is_at_rows(&self) -> bool {
        !self.columns.is_empty() || !self.joins.is_empty()
    }

    pub(crate) fn add<M>(&mut self, rule: &Rule<M>) {
        match rule {
            Rule::Always(_) => {}
            Rule::Compare(left, _, right) => {
                self.compared(*left, *right);
                self.compared(*right, *left);
            }
            Rule::Contains(list, item) => self.listed(list, *item),
            Rule::IsNone(item) => self.compared(*item, *item),
            Rule::StartsWith(column, prefix) => {
                self.compared(Operand::Column(column), *prefix);
            }
            Rule::Not(rule) => self.add(rule),
            Rule::All(rules) | Rule::Any(rules) => rules.iter().for_each(|it| self.add(it)),
            Rule::Related(hop) => hop.look(self),
        }
    }

    fn compared<M>(&mut self, one: Operand<M>, other: Operand<M>) {
        let Operand::Column(column) = one else {
            return;
        };
        let against = match other {
            Operand::Column(other) if other.name == column.name => Against::Nothing,
            Operand::Column(other) => Against::Column(other.name),
            Operand::Env(value) => Against::Value(value),
            Operand::Boolean(truth) => Against::Literal(Datum::Boolean(truth)),
            Operand::Integer(number) => Against::Literal(Datum::Integer(number)),
            Operand::Text(text) => Against::Literal(Datum::from(text)),
        };
        self.columns.push((column.name, against));
    }

    fn listed<M>(&mut self, list: &List, item: Operand<M>) {
        let Operand::Column(column) = item else {
            return;
        };
        let mut add = |against| self.columns.push((column.name, against));
        add(Against::Nothing);
        match list {
            List::Env(list) => add(Against::List(list)),
            List::Integers(numbers) => {
                let literals = numbers.iter().map(|it| Datum::Integer(*it));
                literals.map(Against::Literal).for_each(add);
            }
            List::Texts(texts) => {
                let literals = texts.iter().map(|it| Datum::from(*it));
                literals.map(Against::Literal).for_each(add);
            }
        }
    }
}
