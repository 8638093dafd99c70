//! Puts the values of an env into a rule.

use super::Kleene;
use super::bound::Bound;
use super::column::Column;
use super::datum::Datum;
use super::given::Given;
use super::kind::ValueKind;
use super::rule::{Comparison, List, Operand, Rule};
use crate::Env;

/// The rule, or its negation if it is not `wanted`, for this env.
pub(crate) fn bind<M>(rule: &Rule<M>, env: &Env, wanted: bool) -> Bound<M> {
    match rule {
        Rule::Always(truth) => Bound::Always((*truth == wanted).into()),
        Rule::Compare(left, comparison, right) => {
            let comparison = if wanted {
                *comparison
            } else {
                comparison.negated()
            };
            compare(*left, comparison, *right, env)
        }
        Rule::Contains(list, item) => contains(list, *item, wanted, env),
        Rule::IsNone(operand) => match operand {
            Operand::Column(column) => Bound::IsNull(column, wanted),
            Operand::Env(value) => {
                Bound::Always((((value.read)(env) == Given::Absent) == wanted).into())
            }
            Operand::Boolean(_) | Operand::Integer(_) | Operand::Text(_) => {
                Bound::Always((!wanted).into())
            }
        },
        Rule::StartsWith(column, operand) => {
            let prefix = match operand {
                Operand::Column(_) => None,
                operand => constant(*operand, ValueKind::Text, env),
            };
            match prefix {
                Some(Datum::Text(prefix)) => Bound::Prefix(column, (*prefix).into(), wanted),
                _ => Bound::UNKNOWN,
            }
        }
        Rule::Not(rule) => bind(rule, env, !wanted),
        Rule::All(rules) if wanted => Bound::all(rules.iter().map(|it| bind(it, env, true))),
        Rule::All(rules) => Bound::any(rules.iter().map(|it| bind(it, env, false))),
        Rule::Any(rules) if wanted => Bound::any(rules.iter().map(|it| bind(it, env, true))),
        Rule::Any(rules) => Bound::all(rules.iter().map(|it| bind(it, env, false))),
        Rule::Related(hop) => Bound::Hop(hop.bind(env, wanted)),
    }
}

fn compare<M>(left: Operand<M>, comparison: Comparison, right: Operand<M>, env: &Env) -> Bound<M> {
    match (left, right) {
        (Operand::Column(left), Operand::Column(right)) => Bound::Columns(left, comparison, right),
        (Operand::Column(column), other) => column_with(column, comparison, other, env),
        (other, Operand::Column(column)) => column_with(column, comparison.flipped(), other, env),
        (left, right) => {
            let (left, right) = (given(left, env), given(right, env));
            Bound::Always(compare_given(left, comparison, right))
        }
    }
}

fn column_with<M>(
    column: &'static Column<M>,
    comparison: Comparison,
    operand: Operand<M>,
    env: &Env,
) -> Bound<M> {
    match constant(operand, column.kind(), env) {
        None => Bound::UNKNOWN,
        Some(Datum::Integer(number)) => Bound::Number(column, comparison, number),
        Some(datum) => Bound::Datum(column, comparison, datum),
    }
}

/// What is not a column, as a column of this kind would hold it.
fn constant<M>(operand: Operand<M>, kind: ValueKind, env: &Env) -> Option<Datum> {
    Datum::given(given(operand, env), kind)
}

fn given<M>(operand: Operand<M>, env: &Env) -> Given {
    match operand {
        Operand::Column(_) => Given::Absent,
        Operand::Env(value) => (value.read)(env),
        Operand::Boolean(truth) => Given::Value(Datum::Boolean(truth)),
        Operand::Integer(number) => Given::Value(Datum::Integer(number)),
        Operand::Text(text) => Given::Value(Datum::from(text)),
    }
}

/// Two values of the env, or one and a literal.
fn compare_given(left: Given, comparison: Comparison, right: Given) -> Kleene {
    let known = match (left, right) {
        (Given::Id(left), Given::Id(right)) => {
            return comparison.holds(left.cmp(&right)).into();
        }
        (Given::Value(left), right) => {
            let kind = left.kind();
            Some(left).zip(Datum::given(right, kind))
        }
        (left, Given::Value(right)) => {
            let left = Datum::given(left, right.kind());
            left.zip(Some(right))
        }
        _ => None,
    };
    let ordering = known.and_then(|(left, right)| right.compare(left.as_value()));
    ordering.map_or(Kleene::Unknown, |it| comparison.holds(it).into())
}

/// Whether a list holds the item. An entry that is absent equals nothing, and may equal anything: with
/// one in it, it is not known what the list does not hold.
fn contains<M>(list: &List, item: Operand<M>, wanted: bool, env: &Env) -> Bound<M> {
    let Operand::Column(column) = item else {
        return Bound::Always(contains_constant(list, &given(item, env), wanted, env));
    };
    let entries = entries(list, env);
    let count = entries.len();
    let data = entries.into_iter();
    let data = data.filter_map(|it| Datum::given(it, column.kind()));
    let data = data.collect::<Vec<_>>();
    let is_complete = data.len() == count;
    let found = if column.kind() == ValueKind::Integer {
        let numbers = data.into_iter().filter_map(|it| match it {
            Datum::Integer(number) => Some(number),
            _ => None,
        });
        Bound::InNumbers(column, numbers.collect(), wanted)
    } else {
        Bound::InData(column, data, wanted)
    };
    match (is_complete, wanted) {
        (true, _) => found,
        (false, true) => Bound::any([found, Bound::UNKNOWN]),
        (false, false) => Bound::all([found, Bound::UNKNOWN]),
    }
}

fn entries(list: &List, env: &Env) -> Vec<Given> {
    match list {
        List::Env(list) => (list.read)(env),
        List::Integers(numbers) => {
            let numbers = numbers.iter().copied();
            numbers.map(|it| Given::Value(Datum::Integer(it))).collect()
        }
        List::Texts(texts) => {
            let texts = texts.iter().copied();
            texts.map(|it| Given::Value(Datum::from(it))).collect()
        }
    }
}

fn contains_constant(list: &List, item: &Given, wanted: bool, env: &Env) -> Kleene {
    let mut found = Kleene::False;
    for entry in entries(list, env) {
        found = found.or(compare_given(entry, Comparison::Equal, item.clone()));
    }
    // Of nothing at all, it is not known either whether it is in an empty list.
    let found = if *item == Given::Absent {
        Kleene::Unknown
    } else {
        found
    };
    if wanted { found } else { !found }
}
