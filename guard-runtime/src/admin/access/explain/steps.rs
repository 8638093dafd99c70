//! A gate, part by part.

use super::{Answered, Step};
use crate::User;
use crate::admin::access::who::How;
use crate::admin::access::{Account, AskError, Sources, routes};
use crate::gate::{Asked, Requirement, Undecided};
use crate::group::{Group as _, GroupRef, groups};
use crate::scope::Permission;

/// Somebody before a gate.
pub(super) struct Case<'a> {
    pub(super) sources: &'a Sources<'a>,
    pub(super) account: &'a Account,
    pub(super) user: &'a User,
    pub(super) asked: Asked<'a>,
    pub(super) is_token: bool,
}

impl Case<'_> {
    pub(super) fn answer(&self, gate: &Requirement) -> Answered {
        match gate.allows(&self.asked) {
            Ok(true) => Answered::Yes,
            Ok(false) => Answered::No,
            Err(_) => Answered::Unknown,
        }
    }

    /// What each part comes to, outermost first.
    pub(super) async fn steps(&self, gate: &Requirement) -> Result<Vec<Step>, AskError> {
        let mut steps = Vec::new();
        // Not by recursion, which an async function would have to put on the heap.
        let mut pending = vec![(0, gate)];
        while let Some((depth, part)) = pending.pop() {
            let what = match part {
                Requirement::All(_) => "all of these".to_owned(),
                Requirement::Any(_) => "one of these".to_owned(),
                leaf => leaf.to_string(),
            };
            let why = self.why(part).await?;
            let answer = self.answer(part);
            steps.push(Step {
                depth,
                answer,
                what,
                why,
            });
            if let Requirement::All(parts) | Requirement::Any(parts) = part {
                pending.extend(parts.iter().rev().map(|it| (depth + 1, *it)));
            }
        }
        Ok(steps)
    }

    async fn why(&self, part: &Requirement) -> Result<Vec<String>, AskError> {
        if matches!(part.allows(&self.asked), Err(Undecided::Foreign)) {
            return Ok(vec![
                "the gate and the user name things of two declarations".to_owned(),
            ]);
        }
        match part {
            Requirement::Group(group) => Ok(self.of_group(*group)),
            Requirement::Internal => Ok(self.of_group(groups::core_internal::GROUP)),
            Requirement::User => {
                let mut why = self.of_group(groups::core_internal::GROUP);
                why.extend(self.of_group(groups::core_portal::GROUP));
                Ok(why)
            }
            Requirement::Permission(permission) => self.of_permission(*permission).await,
            _ => Ok(Vec::new()),
        }
    }

    fn of_group(&self, group: GroupRef) -> Vec<String> {
        let by = self.sources.by_groups(self.account, self.user, group);
        by.iter().map(|how| words(how, group.name())).collect()
    }

    async fn of_permission(&self, wanted: Permission) -> Result<Vec<String>, AskError> {
        if wanted.project_scope().is_some() {
            return Ok(self.of_project(wanted));
        }
        let by = self.sources.by_roles(self.user, wanted).await?;
        let mut why = by.iter().map(|how| words(how, "")).collect::<Vec<_>>();
        let is_held = !why.is_empty();
        if is_held && self.is_token && self.asked.may(wanted) != Ok(true) {
            why.push("the token does not allow it".to_owned());
        }
        Ok(why)
    }

    fn of_project(&self, wanted: Permission) -> Vec<String> {
        if let Some(id) = self.asked.hidden() {
            return vec![format!("the user may not know of the project `{id}`: 404")];
        }
        match self.asked.may(wanted) {
            Err(Undecided::NoProject) => {
                vec!["it is asked in a project, and none is named".to_owned()]
            }
            Ok(true) if routes::gives(self.asked.env.permissions(), wanted) => {
                vec!["it is inherited from what they may outside of projects".to_owned()]
            }
            Ok(true) => vec!["as a member or visitor of the project".to_owned()],
            _ => Vec::new(),
        }
    }
}

/// By what somebody has something.
pub(super) fn words(how: &How, wanted: &str) -> String {
    match how {
        How::Group { group, via } if via.is_empty() => format!("in `{group}`"),
        How::Group { group, via } => format!("in `{group}`, which implies `{}`", via.join("` > `")),
        How::Role { role } => format!("by the role `{role}`"),
        How::Besides if wanted.is_empty() => "granted besides the roles".to_owned(),
        How::Besides => format!("in `{wanted}`, as the directory says"),
    }
}
