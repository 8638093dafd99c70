//! What all gates before one operation demand together, as the documentation shows it.

use std::collections::BTreeSet;

use super::alternatives::{Alternative, all};
use crate::gate::Requirement;
use crate::scope::Permission;

/// The gates before one operation, outermost first.
#[derive(Clone, Debug, Default)]
pub(super) struct Demand {
    gates: Vec<&'static Requirement>,
}

/// Who may call an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Callers {
    /// Everybody, and nobody is looked at.
    Anonymous,
    /// Everybody, as the user they are.
    Everybody,
    /// Nobody.
    Nobody,
    /// Who has one of these sets of permissions, besides what is no permission.
    With(Vec<Vec<String>>),
}

impl Demand {
    pub(super) fn of(gates: impl IntoIterator<Item = &'static Requirement>) -> Self {
        Self {
            gates: gates.into_iter().collect(),
        }
    }

    pub(super) fn callers(&self) -> Callers {
        if self.gates.iter().all(|gate| gate.ignores_caller()) {
            return Callers::Anonymous;
        }
        if !self.gates.iter().any(|gate| gate.demands_user()) {
            return Callers::Everybody;
        }
        match all(self.gates.iter().copied()) {
            // Less than is demanded, and nothing that is not; the sentence says it all.
            None => Callers::With(vec![self.in_any_case()]),
            Some(alternatives) if alternatives.is_empty() => Callers::Nobody,
            Some(alternatives) => {
                let sets = alternatives
                    .iter()
                    .map(permissions)
                    .collect::<BTreeSet<_>>();
                Callers::With(sets.into_iter().collect())
            }
        }
    }

    /// What is demanded, sorted; alternatives are one item. Empty if everybody may call.
    pub(super) fn list(&self) -> Vec<String> {
        let lists = self.conjuncts().into_iter().map(ToString::to_string);
        let list = lists.collect::<BTreeSet<_>>();
        list.into_iter().collect()
    }

    /// Whether something in it is asked of a project, which may then be hidden.
    pub(super) fn asks_of_project(&self) -> bool {
        let mut asks = false;
        for gate in &self.gates {
            gate.for_each_project(&mut |_| asks = true);
        }
        asks
    }

    /// The permissions that are spoken of.
    pub(super) fn permissions(&self) -> Vec<Permission> {
        let gates = self.gates.iter();
        gates.flat_map(|gate| gate.permissions()).collect()
    }

    /// What has to hold in any case, without what always holds.
    pub(super) fn conjuncts(&self) -> Vec<&'static Requirement> {
        let mut conjuncts = Vec::new();
        self.gates
            .iter()
            .for_each(|gate| flatten(gate, &mut conjuncts));
        conjuncts.retain(|conjunct| conjunct.demands_user());
        conjuncts
    }

    /// The permissions that are demanded whatever else a caller has.
    fn in_any_case(&self) -> Vec<String> {
        let permissions = self.conjuncts().into_iter();
        let permissions = permissions.filter(|it| matches!(it, Requirement::Permission(_)));
        let sorted = permissions
            .map(ToString::to_string)
            .collect::<BTreeSet<_>>();
        sorted.into_iter().collect()
    }
}

fn permissions(alternative: &Alternative) -> Vec<String> {
    let permissions = alternative.iter().filter(|atom| atom.is_permission);
    permissions.map(|atom| atom.name.clone()).collect()
}

fn flatten(requirement: &'static Requirement, conjuncts: &mut Vec<&'static Requirement>) {
    match requirement {
        Requirement::All(parts) => parts.iter().for_each(|part| flatten(part, conjuncts)),
        part => conjuncts.push(part),
    }
}
