//! Which groups and roles give something, by what is declared and defined.

use serde::Serialize;

use super::Wanted;
use crate::admin::access::matrix::{self, Allowed, RuleSql};
use crate::admin::access::routes::gives;
use crate::admin::access::{Matrix, Vocabulary, implied, op_name};
use crate::model::{ModelEntry, Op};
use crate::role::RoleCatalog;
use crate::scope::Permission;

/// Which groups and roles give something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Givers {
    /// The groups, in the order of declaration.
    pub groups: Vec<Giver>,
    /// The roles, by name.
    pub roles: Vec<Giver>,
    /// What has to hold of a record besides, for everybody.
    pub restrictions: Vec<RuleSql>,
}

/// A group or a role that gives something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Giver {
    /// The name.
    pub name: String,
    /// By which group or permission it does, if it is not by itself; the last one is what gives it.
    pub via: Vec<String>,
    /// In projects of which scope a role counts; outside of projects if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_scope: Option<&'static str>,
    /// With which records, of a model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub records: Option<Allowed>,
    /// What has to hold of a record: one of these.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleSql>,
}

impl Giver {
    fn new(name: impl Into<String>, via: Vec<String>) -> Self {
        Self {
            name: name.into(),
            via,
            project_scope: None,
            records: None,
            rules: Vec::new(),
        }
    }
}

impl Wanted {
    /// Which groups and roles give it. Nobody's assignments are looked at.
    #[must_use]
    pub fn givers(&self, vocabulary: &Vocabulary) -> Givers {
        match self {
            Self::Permission(permission) => Givers {
                roles: of_permission(vocabulary, *permission),
                ..Givers::default()
            },
            Self::Group(group) => {
                let groups = vocabulary.groups;
                let givers = groups.entries().filter_map(|entry| {
                    let way = implied::way(groups, entry.name, group.name())?;
                    let way = way.into_iter().map(str::to_owned);
                    Some(Giver::new(entry.name, way.collect()))
                });
                let is_ours = implied::is_of(groups, *group);
                Givers {
                    groups: givers.filter(|_| is_ours).collect(),
                    ..Givers::default()
                }
            }
            Self::Role(role) => Givers {
                roles: vec![Giver {
                    project_scope: role.project_scope().map(|it| it.name),
                    ..Giver::new(role.name(), Vec::new())
                }],
                ..Givers::default()
            },
            Self::Model(model, op) => of_model(vocabulary, model, *op),
        }
    }
}

fn of_permission(vocabulary: &Vocabulary, wanted: Permission) -> Vec<Giver> {
    let roles = vocabulary.roles.iter().flat_map(RoleCatalog::iter);
    let givers = roles.filter_map(|role| {
        let permissions = role.permissions();
        if !gives(permissions, wanted) {
            return None;
        }
        // The one that is inherited in projects, if it is not among them itself.
        let mut inherited = permissions.iter();
        let by = inherited.find(|it| gives(&it.into_set(), wanted));
        let by = by.filter(|_| !permissions.contains(wanted));
        Some(Giver {
            project_scope: role.project_scope().map(|it| it.name),
            ..Giver::new(role.name(), by.iter().map(ToString::to_string).collect())
        })
    });
    givers.collect()
}

fn of_model(vocabulary: &Vocabulary, model: &ModelEntry, op: Op) -> Givers {
    let rules = model.rules_in(vocabulary.dialect);
    let matrix: Matrix = matrix::of_one(vocabulary.groups, model.module(), rules);
    let rows = matrix.models.into_iter().flat_map(|it| it.rows);
    let Some(row) = rows.into_iter().find(|it| it.op == op_name(op)) else {
        return Givers::default();
    };
    let cells = row.cells.into_iter();
    let cells = cells.filter(|it| it.allowed != Allowed::No);
    let groups = cells.map(|cell| {
        // The nearest grant; if one is about all records, that one.
        let is_all = cell.grants.iter().any(|it| it.rule.is_none());
        let near = cell.grants.iter().filter(|it| !is_all || it.rule.is_none());
        let near = near.min_by_key(|it| it.via.len());
        let via = near.map(|it| it.via.clone()).unwrap_or_default();
        let rules = cell.grants.iter().filter_map(|it| it.rule.clone());
        Giver {
            records: Some(cell.allowed),
            rules: if is_all { Vec::new() } else { rules.collect() },
            ..Giver::new(cell.group, via.into_iter().map(str::to_owned).collect())
        }
    });
    Givers {
        groups: groups.collect(),
        roles: Vec::new(),
        restrictions: row.restrictions,
    }
}
