//! Rules written by hand.

use super::super::super::Access;
use super::super::super::generated::{
    self as made, Comparison, EnvList, EnvValue, Grant, List, Operand, Restriction, Rule,
};
use super::dice::leaked;
use super::model::{
    COMPANY, GROUPS, ID, KIND, N, OWNER, OWNER_ID, Part, QTY, S, State, THING_ID, Thing, table,
};
use crate::Id;

const READ: u8 = 2;

pub(super) const UID: Operand<Thing> = Operand::Env(&EnvValue::UID);
pub(super) const NUMBER: Operand<Thing> = Operand::Column(&N);
pub(super) const TEXT: Operand<Thing> = Operand::Column(&S);

pub(super) fn access(
    grants: Vec<Grant<Thing>>,
    restrictions: Vec<Restriction<Thing>>,
) -> &'static Access<Thing> {
    let (grants, restrictions) = (leaked(grants), leaked(restrictions));
    leaked(made::access(
        "",
        table("thing"),
        &[],
        grants,
        restrictions,
        &[],
    ))
}

pub(super) fn grant(group: &str, rule: impl Into<Option<Rule<Thing>>>) -> Grant<Thing> {
    made::grant(GROUPS.get(group).unwrap(), READ, rule.into())
}

pub(super) fn restrict(rule: Rule<Thing>) -> Restriction<Thing> {
    made::restriction(READ, rule)
}

pub(super) fn number(number: i64) -> Operand<Thing> {
    Operand::Integer(number)
}

pub(super) fn compare(
    one: Operand<Thing>,
    comparison: Comparison,
    other: Operand<Thing>,
) -> Rule<Thing> {
    Rule::Compare(one, comparison, other)
}

pub(super) fn is(one: Operand<Thing>, other: Operand<Thing>) -> Rule<Thing> {
    compare(one, Comparison::Equal, other)
}

pub(super) fn empty(operand: Operand<Thing>) -> Rule<Thing> {
    Rule::IsNone(operand)
}

pub(super) fn in_companies(operand: Operand<Thing>) -> Rule<Thing> {
    Rule::Contains(List::Env(&EnvList::CIDS), operand)
}

pub(super) fn all(rules: Vec<Rule<Thing>>) -> Rule<Thing> {
    Rule::All(leaked(rules))
}

pub(super) fn any(rules: Vec<Rule<Thing>>) -> Rule<Thing> {
    Rule::Any(leaked(rules))
}

pub(super) fn not(rule: Rule<Thing>) -> Rule<Thing> {
    Rule::Not(leaked(rule))
}

pub(super) fn owner_is_of_company() -> Rule<Thing> {
    let company = Operand::Column(&COMPANY);
    let rule = Rule::Compare(company, Comparison::Equal, Operand::Env(&EnvValue::CID));
    let owner = made::relation("owner", false, &OWNER_ID, &OWNER, rule);
    Rule::Related(leaked(owner))
}

pub(super) fn parts(rule: Rule<Part>) -> Rule<Thing> {
    Rule::Related(leaked(made::relation("parts", true, &ID, &THING_ID, rule)))
}

pub(super) fn part_is(qty: Option<i64>, kind: i64) -> Vec<Rule<Part>> {
    let is = |column, number| {
        Rule::Compare(
            Operand::Column(column),
            Comparison::Equal,
            Operand::Integer(number),
        )
    };
    let qty = qty.map(|qty| is(&QTY, qty));
    qty.into_iter().chain([is(&KIND, kind)]).collect()
}

pub(super) fn state() -> State {
    State {
        thing: Thing {
            id: 1,
            n: Some(4),
            m: 50,
            tiny: 0,
            s: Some("posted".to_owned()),
            flag: true,
            owner_id: Some(3),
        },
        owners: Vec::new(),
        parts: Vec::new(),
        uid: 7,
        groups: vec!["clerk"],
        cids: vec![Id::from(1), Id::from(2)],
        contact: None,
        level: None,
        region: None,
        marks: Vec::new(),
    }
}
