//! Rules of every form, by chance: whatever the attribute would accept.

use crate::cell::{Cell, I64, Type};
use crate::plan::{Declared, Given, Hop, Of, Plan, Side, Sign, Source, Team};
use crate::random::Random;
use crate::tables::{Named, Owner, Part, Stored, Thing};

const SIGNS: [Sign; 6] = [
    Sign::Equal,
    Sign::NotEqual,
    Sign::Less,
    Sign::LessOrEqual,
    Sign::Greater,
    Sign::GreaterOrEqual,
];

/// Mostly a rule for the portal and nothing else; sometimes more grants and restrictions.
pub(crate) fn declared(random: &mut Random) -> Declared {
    let depth = random.below(5);
    let rule = Some(plan(random, Of::Things, depth));
    let mut grants = vec![(Team::Portal, rule)];
    let mut restrictions = Vec::new();
    if random.percent(30) {
        let rule = (!random.percent(10)).then(|| plan(random, Of::Things, 2));
        grants.push((Team::Public, rule));
    }
    if random.percent(30) {
        restrictions = random.list(2, |random| plan(random, Of::Things, 1));
    }
    Declared {
        grants,
        restrictions,
    }
}

fn plan(random: &mut Random, of: Of, depth: usize) -> Plan {
    if depth == 0 {
        return leaf(random, of);
    }
    let inner = |random: &mut Random| plan(random, of, depth - 1);
    match random.below(20) {
        0..6 => Plan::Not(Box::new(inner(random))),
        6..10 => Plan::And(vec![inner(random), inner(random)]),
        10..14 => Plan::Or(vec![inner(random), inner(random)]),
        14 => Plan::And(random.list(3, inner)),
        15 => Plan::Or(random.list(3, inner)),
        // No hop inside a hop.
        16..19 if of == Of::Things => {
            let hop = random.of(&Hop::ALL);
            let (_, other, _, _) = hop.ends();
            let depth = random.below(depth.min(3));
            let rule = without_hops(random, other, depth);
            Plan::Hop(hop, Box::new(rule))
        }
        _ => inner(random),
    }
}

fn without_hops(random: &mut Random, of: Of, depth: usize) -> Plan {
    loop {
        let plan = plan(random, of, depth);
        if !has_hop(&plan) {
            return plan;
        }
    }
}

fn has_hop(plan: &Plan) -> bool {
    match plan {
        Plan::Hop(..) => true,
        Plan::Not(plan) => has_hop(plan),
        Plan::And(plans) | Plan::Or(plans) => plans.iter().any(has_hop),
        _ => false,
    }
}

fn leaf(random: &mut Random, of: Of) -> Plan {
    let columns = columns(of);
    let column = random.below(columns.len());
    let Named { kind, nullable, .. } = columns[column];
    match random.below(40) {
        0 => Plan::Constant(random.percent(50)),
        1 => Plan::Missing(Side::Env(random.of(&[
            Given::Contact,
            Given::Region,
            Given::Active,
        ]))),
        2 => without_column(random),
        3..6 if nullable => Plan::Missing(Side::Column(column)),
        6..14 if kind == Type::Text => Plan::Begins(column, prefix(random)),
        14..26 if kind != Type::Truth => {
            let source = source(random, kind);
            Plan::Among(source, Side::Column(column))
        }
        _ => compare(random, of, column),
    }
}

fn columns(of: Of) -> &'static [Named] {
    match of {
        Of::Things => Thing::COLUMNS,
        Of::Owners => Owner::COLUMNS,
        Of::Parts => Part::COLUMNS,
    }
}

fn compare(random: &mut Random, of: Of, column: usize) -> Plan {
    let columns = columns(of);
    let kind = columns[column].kind;
    let alike = |other: &usize| is_alike(columns[*other].kind, kind);
    let alike = (0..columns.len()).filter(alike).collect::<Vec<_>>();
    let other = match random.below(10) {
        0..4 => Side::Literal(kind.cell(random, false)),
        4..7 => Side::Column(random.of(&alike)),
        _ => Side::Env(given(random, kind)),
    };
    // Only numbers have an order that databases agree on, and ids stand on the right of it.
    let ordered = matches!(kind, Type::Number(..));
    let sign = random.of(if ordered { &SIGNS } else { &SIGNS[..2] });
    let is_id = matches!(other, Side::Env(Given::Uid | Given::Cid | Given::Contact));
    let flipped = random.percent(30) && !(is_id && ordered);
    if flipped {
        Plan::Compare(other, sign, Side::Column(column))
    } else {
        Plan::Compare(Side::Column(column), sign, other)
    }
}

fn is_alike(one: Type, other: Type) -> bool {
    matches!(
        (one, other),
        (Type::Truth, Type::Truth)
            | (Type::Text, Type::Text)
            | (Type::Number(..), Type::Number(..))
    )
}

/// A value of the env that is comparable with such a column.
fn given(random: &mut Random, kind: Type) -> Given {
    match kind {
        Type::Truth => Given::Active,
        Type::Number(..) => random.of(&[Given::Uid, Given::Cid, Given::Contact, Given::Level]),
        Type::Text => random.of(&[Given::Uid, Given::Contact, Given::Region, Given::Region]),
    }
}

fn prefix(random: &mut Random) -> Side {
    match random.below(6) {
        0 => Side::Env(Given::Region),
        1 => Side::Env(Given::Uid),
        _ => Side::Literal(Type::Text.cell(random, false)),
    }
}

fn source(random: &mut Random, kind: Type) -> Source {
    let literals = |random: &mut Random| random.list(4, |random| kind.cell(random, false));
    match (kind, random.below(6)) {
        (_, 0 | 1) => Source::Cids,
        (Type::Text, 2 | 3) => Source::Names,
        (Type::Text, _) => Source::Texts(literals(random)),
        (_, 2 | 3) => Source::Levels,
        _ => Source::Numbers(literals(random)),
    }
}

/// What is the same of every row.
fn without_column(random: &mut Random) -> Plan {
    let number = I64.cell(random, false);
    let ids = [Given::Uid, Given::Cid, Given::Contact];
    let sign = random.of(&SIGNS[..2]);
    match random.below(5) {
        0 => Plan::Compare(Side::Env(random.of(&ids)), sign, Side::Env(random.of(&ids))),
        1 => Plan::Compare(
            Side::Env(Given::Level),
            random.of(&SIGNS),
            Side::Literal(number),
        ),
        2 => Plan::Compare(
            Side::Literal(number),
            random.of(&SIGNS),
            Side::Env(random.of(&ids)),
        ),
        3 => {
            let text = Cell::Text(random.of(&["7", "a", ""]).to_owned());
            Plan::Compare(Side::Env(random.of(&ids)), sign, Side::Literal(text))
        }
        _ => Plan::Among(Source::Cids, Side::Env(random.of(&ids))),
    }
}
