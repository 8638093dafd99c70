//! The smallest change.

use super::steps::Case;
use super::{Answered, Verdict};
use crate::admin::access::routes::ways::{Way, through};
use crate::gate::Requirement;
use crate::model::{Outlook, Reach, SmallestChange};

/// Of many ways, this many are told.
const TOLD: usize = 8;

impl Case<'_> {
    /// The fewest things that would have to be had besides, to pass all of these gates.
    pub(super) fn smallest(&self, gates: &[&Requirement]) -> Vec<Vec<String>> {
        let Some(ways) = through(gates) else {
            // Too many to weigh: all that is lacking.
            let lacking = gates.iter().flat_map(|it| it.lacking(&self.asked));
            return vec![lacking.collect()];
        };
        let lacking = |way: &Way<'_>| {
            let mut lacking = way.iter().copied();
            let lacking = lacking
                .by_ref()
                .filter(|it| self.answer(it) != Answered::Yes);
            let mut texts = lacking.map(|it| self.would(it)).collect::<Vec<_>>();
            texts.sort();
            texts.dedup();
            texts
        };
        let mut all = ways.iter().map(lacking).collect::<Vec<_>>();
        all.retain(|it| !it.is_empty());
        all.sort_by(|one, other| (one.len(), one).cmp(&(other.len(), other)));
        all.dedup();
        let fewest = all.first().map_or(0, Vec::len);
        all.retain(|it| it.len() == fewest);
        all.truncate(TOLD);
        all
    }

    /// In words, what would have to be.
    fn would(&self, leaf: &Requirement) -> String {
        match leaf {
            Requirement::Internal => "be in `core_internal`".to_owned(),
            Requirement::User | Requirement::SignedIn => {
                "be in `core_internal` or `core_portal`".to_owned()
            }
            Requirement::Group(group) => format!("be in `{}`", group.name()),
            Requirement::Role(role) => format!("have the role `{}`", role.name()),
            Requirement::Permission(permission) => {
                let is_held = self.user.permissions().contains(*permission);
                let is_in_project = permission.project_scope().is_some();
                if self.is_token && is_held {
                    format!("use a token that allows `{permission}`")
                } else if is_in_project {
                    format!("have a role in the project that gives `{permission}`")
                } else {
                    format!("have a role that gives `{permission}`")
                }
            }
            other => other.to_string(),
        }
    }
}

/// Of any record: to be in one of the groups that are granted something.
pub(super) fn of_outlook(outlook: &Outlook) -> Vec<Vec<String>> {
    if outlook.reach != Reach::Nothing {
        return Vec::new();
    }
    let mut ways = Vec::new();
    for grant in outlook.grants.iter().filter(|it| !it.held) {
        let way = vec![format!("be in `{}`", grant.group)];
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

impl Verdict {
    pub(super) fn told(change: &SmallestChange) -> Vec<Vec<String>> {
        let SmallestChange::OneOf { ways } = change else {
            return Vec::new();
        };
        let texts = ways
            .iter()
            .map(|way| way.iter().map(ToString::to_string).collect());
        texts.collect()
    }
}
