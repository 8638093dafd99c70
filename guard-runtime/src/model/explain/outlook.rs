//! What can be said without a record.

use serde::Serialize;

use super::case::{Standing, standing};
use super::explanation::{RuleText, op};
use crate::Env;
use crate::model::{Access, Dialect, ModelAccess, Op};

/// Whether an env could ever do something with a record of a model.
///
/// It holds values of the user: it is for those who may see everything.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Outlook {
    /// The model: the name of its table.
    pub model: &'static str,
    /// What would be done.
    #[serde(serialize_with = "op")]
    pub op: Op,
    /// With which records.
    pub reach: Reach,
    /// Why the rules are lifted, if they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub elevation: Option<String>,
    /// All grants for the operation, in the order of declaration.
    pub grants: Vec<DeclaredGrant>,
    /// All restrictions of the operation, in the order of declaration.
    pub restrictions: Vec<RuleText>,
}

/// How many records the rules reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// No record, whatever it holds.
    Nothing,
    /// It depends on the record.
    Depends,
    /// Every record.
    Everything,
}

/// A grant, and whether the user has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct DeclaredGrant {
    /// The group that it is for.
    pub group: &'static str,
    /// Whether the user is in the group.
    pub held: bool,
    /// What has to hold of a record; nothing if it is about all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleText>,
}

impl<M: ModelAccess> Access<M> {
    /// The same as [`explain_without_record`](super::explain_without_record), with conditions for
    /// this database.
    #[must_use]
    pub fn explain_without_record(&'static self, dialect: Dialect, env: &Env, op: Op) -> Outlook {
        let grants = self.grants.iter().filter(|it| it.ops.contains(op));
        let grants = grants.map(|it| DeclaredGrant {
            group: it.group.name(),
            held: standing(env, it.group) == Standing::Held,
            rule: it.rule.as_ref().map(|it| self.text(dialect, env, it)),
        });
        let restrictions = self.restrictions.iter().filter(|it| it.ops.contains(op));
        let decision = self.decide(env, op);
        let reach = if decision.is_everything() {
            Reach::Everything
        } else if decision.is_nothing() {
            Reach::Nothing
        } else {
            Reach::Depends
        };
        Outlook {
            model: self.name,
            op,
            reach,
            elevation: env.elevation().map(str::to_owned),
            grants: grants.collect(),
            restrictions: restrictions
                .map(|it| self.text(dialect, env, &it.rule))
                .collect(),
        }
    }
}
