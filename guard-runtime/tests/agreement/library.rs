//! The library's form of a rule that is described.

use guard_runtime::__private::model as made;
use guard_runtime::model::{Access, ModelAccess, Table};
use guard_runtime::{Group, groups};

use crate::attributes::{Active, Level, Levels, Names, Region};
use crate::cell::Cell;
use crate::plan::{Declared, Given, Hop, Plan, Side, Sign, Source, Team};
use crate::tables::{Owner, Part, Stored, Thing};

static REGION: made::EnvValue = made::EnvValue::attribute::<Region>();
static LEVEL: made::EnvValue = made::EnvValue::attribute::<Level>();
static ACTIVE: made::EnvValue = made::EnvValue::attribute::<Active>();

fn kept<T>(items: Vec<T>) -> &'static [T] {
    Vec::leak(items)
}

/// What `#[model_access]` would have made of it, for reading.
pub(crate) fn access(declared: &Declared) -> &'static Access<Thing> {
    const READ: u8 = 2;
    let grants = declared.grants.iter().map(|(team, plan)| {
        let group = match team {
            Team::Portal => groups::core_portal::GROUP,
            Team::Public => groups::core_public::GROUP,
        };
        made::grant(group, READ, plan.as_ref().map(thing))
    });
    let restrictions = declared.restrictions.iter();
    let restrictions = restrictions.map(|plan| made::restriction(READ, thing(plan)));
    let Table { schema, name } = Thing::ACCESS.table();
    let table = Table { schema, name };
    let fields = Thing::ACCESS.fields();
    let (grants, restrictions) = (kept(grants.collect()), kept(restrictions.collect()));
    Box::leak(Box::new(made::access(
        "",
        table,
        fields,
        grants,
        restrictions,
        &[],
    )))
}

/// A rule about things.
fn thing(plan: &Plan) -> made::Rule<Thing> {
    rule(plan, &|hop, inner| {
        let (ours, _, theirs, any) = hop.ends();
        made::Rule::Related(match hop {
            Hop::Owner | Hop::OwnerByCode => related::<Owner>(ours, theirs, any, inner),
            Hop::Parts => related::<Part>(ours, theirs, any, inner),
            Hop::Above | Hop::Alike => related::<Thing>(ours, theirs, any, inner),
        })
    })
}

fn related<O: Stored>(
    ours: usize,
    theirs: usize,
    any: bool,
    inner: &Plan,
) -> &'static dyn made::Hop<Thing> {
    let inner = rule::<O>(inner, &|_, _| unreachable!("no hop inside a hop"));
    let (ours, theirs) = (&Thing::columns()[ours], &O::columns()[theirs]);
    Box::leak(Box::new(made::relation::<Thing, O>(
        "related", any, ours, theirs, inner,
    )))
}

fn rule<M: Stored>(plan: &Plan, hop: &dyn Fn(Hop, &Plan) -> made::Rule<M>) -> made::Rule<M> {
    let all = |plans: &[Plan]| kept(plans.iter().map(|it| rule(it, hop)).collect());
    match plan {
        Plan::Constant(truth) => made::Rule::Always(*truth),
        Plan::Compare(left, sign, right) => {
            made::Rule::Compare(operand(left), comparison(*sign), operand(right))
        }
        Plan::Among(source, item) => made::Rule::Contains(list(source), operand(item)),
        Plan::Missing(side) => made::Rule::IsNone(operand(side)),
        Plan::Begins(column, prefix) => {
            made::Rule::StartsWith(&M::columns()[*column], operand(prefix))
        }
        Plan::Not(plan) => made::Rule::Not(Box::leak(Box::new(rule(plan, hop)))),
        Plan::And(plans) => made::Rule::All(all(plans)),
        Plan::Or(plans) => made::Rule::Any(all(plans)),
        Plan::Hop(way, inner) => hop(*way, inner),
    }
}

fn operand<M: Stored>(side: &Side) -> made::Operand<M> {
    match side {
        Side::Column(position) => made::Operand::Column(&M::columns()[*position]),
        Side::Env(given) => made::Operand::Env(match given {
            Given::Uid => &made::EnvValue::UID,
            Given::Cid => &made::EnvValue::CID,
            Given::Contact => &made::EnvValue::CONTACT_ID,
            Given::Region => &REGION,
            Given::Level => &LEVEL,
            Given::Active => &ACTIVE,
        }),
        Side::Literal(Cell::Truth(truth)) => made::Operand::Boolean(*truth),
        Side::Literal(Cell::Number(number)) => {
            made::Operand::Integer(i64::try_from(*number).unwrap())
        }
        Side::Literal(Cell::Text(text)) => made::Operand::Text(text.clone().leak()),
        Side::Literal(Cell::Nothing) => unreachable!("no literal is nothing"),
    }
}

fn list(source: &Source) -> made::List {
    match source {
        Source::Cids => made::List::Env(&made::EnvList::CIDS),
        Source::Levels => made::List::Env(const { &made::EnvList::attribute::<Levels>() }),
        Source::Names => made::List::Env(const { &made::EnvList::attribute::<Names>() }),
        Source::Numbers(cells) => {
            made::List::Integers(kept(cells.iter().filter_map(Cell::number).collect()))
        }
        Source::Texts(cells) => {
            let texts = cells.iter().filter_map(Cell::text);
            made::List::Texts(kept(texts.map(|it| &*it.leak()).collect()))
        }
    }
}

fn comparison(sign: Sign) -> made::Comparison {
    match sign {
        Sign::Equal => made::Comparison::Equal,
        Sign::NotEqual => made::Comparison::NotEqual,
        Sign::Less => made::Comparison::Less,
        Sign::LessOrEqual => made::Comparison::LessOrEqual,
        Sign::Greater => made::Comparison::Greater,
        Sign::GreaterOrEqual => made::Comparison::GreaterOrEqual,
    }
}
