//! Puts the matrix together.

use super::cell::{Allowed, CellGrant, MatrixCell, RuleSql};
use super::{Matrix, MatrixField, MatrixGroup, MatrixModel, MatrixRow};
use crate::admin::access::implied;
use crate::admin::access::op_name;
use crate::group::Groups;
use crate::model::{ModelRules, Op, RuleWords};

pub(super) fn matrix(
    groups: &'static Groups,
    models: impl Iterator<Item = (&'static str, ModelRules)>,
) -> Matrix {
    let columns = groups.entries().map(|entry| MatrixGroup {
        name: entry.name,
        description: entry.description,
        implies: groups.implied_by(entry),
    });
    Matrix {
        groups: columns.collect(),
        models: models
            .map(|(module, rules)| model(groups, module, &rules))
            .collect(),
    }
}

fn model(groups: &'static Groups, module: &'static str, rules: &ModelRules) -> MatrixModel {
    let named = rules.grants.iter().filter_map(|it| it.group_ref);
    let named = named.chain(rules.fields.iter().flat_map(|it| it.groups.iter().copied()));
    let mut foreign = Vec::new();
    for group in named.filter(|it| !implied::is_of(groups, *it)) {
        if !foreign.contains(&group.name()) {
            foreign.push(group.name());
        }
    }
    MatrixModel {
        name: rules.name,
        module,
        description: rules.description,
        rows: Op::ALL.iter().map(|op| row(groups, rules, *op)).collect(),
        fields: rules
            .fields
            .iter()
            .map(|it| MatrixField::of(groups, it))
            .collect(),
        foreign,
    }
}

fn row(groups: &'static Groups, rules: &ModelRules, op: Op) -> MatrixRow {
    let restrictions = rules.restrictions.iter().filter(|it| it.ops.contains(&op));
    let restrictions = restrictions.filter_map(rule).collect::<Vec<_>>();
    let is_restricted = !restrictions.is_empty();
    let names = groups.entries().map(|entry| entry.name);
    MatrixRow {
        op: op_name(op),
        cells: names
            .map(|group| cell(groups, group, rules, op, is_restricted))
            .collect(),
        restrictions,
    }
}

fn cell(
    groups: &'static Groups,
    group: &'static str,
    rules: &ModelRules,
    op: Op,
    is_restricted: bool,
) -> MatrixCell {
    let grants = rules.grants.iter().filter(|it| it.ops.contains(&op));
    let grants = grants.filter_map(|grant| {
        let to = grant.group_ref.filter(|it| implied::is_of(groups, *it))?;
        Some(CellGrant {
            group: to.name(),
            via: implied::way(groups, group, to.name())?,
            rule: rule(grant),
        })
    });
    let grants = grants.collect::<Vec<_>>();
    let is_all = grants.iter().any(|it| it.rule.is_none());
    MatrixCell {
        group,
        allowed: match (grants.is_empty(), is_all && !is_restricted) {
            (true, _) => Allowed::No,
            (false, true) => Allowed::Yes,
            (false, false) => Allowed::Where,
        },
        own: grants.iter().any(|it| it.via.is_empty()),
        grants,
    }
}

fn rule(words: &RuleWords) -> Option<RuleSql> {
    Some(RuleSql {
        words: words.rule.clone()?,
        sql: words.sql.clone()?,
    })
}
