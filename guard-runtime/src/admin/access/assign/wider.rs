//! The rules for memberships in projects, and for acting in another's place.

use super::rights::beyond;
use super::{AssignmentRefusal as Refusal, AssignmentRules};
use crate::User;
use crate::env::Env;
use crate::role::RoleDefinition;
use crate::scope::ProjectScope;

impl AssignmentRules {
    /// Whether a user may be given a role in a project, or lose it. `mine` is what the actor may there, and
    /// `theirs` what the user may.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn member(
        &self,
        env: &Env,
        user: &User,
        role: &RoleDefinition,
        mine: &ProjectScope,
        theirs: &ProjectScope,
    ) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        let is_global = role
            .permissions()
            .iter()
            .any(|it| it.project_scope().is_none());
        if is_global {
            return Err(Refusal::WrongKind(role.name().to_owned()));
        }
        let here = mine.permissions();
        let more = beyond(&theirs.permissions(), &here);
        if !more.is_empty() {
            return Err(Refusal::MoreRights(more));
        }
        let mut lacking = beyond(role.permissions(), &here);
        // To be a member is to know of the project; who may do nothing there does not hand it out.
        if here.is_empty() || !mine.is_visible() {
            lacking.push(format!("role:{}", role.name()));
        }
        if lacking.is_empty() {
            Ok(())
        } else {
            Err(Refusal::NotHeld(lacking))
        }
    }

    /// Whether the site may be viewed as a user: one who has nothing that the actor has not, companies
    /// included, as records go by those. `projects` are all that the user is a member of: what the actor
    /// may there, and what the user may.
    ///
    /// # Errors
    ///
    /// Why not.
    pub fn view_as(
        &self,
        env: &Env,
        user: &User,
        projects: &[(&ProjectScope, &ProjectScope)],
    ) -> Result<(), Refusal> {
        self.may_change(env, user)?;
        if user.is_blocked() {
            return Err(Refusal::Blocked);
        }
        user.check().map_err(|_| Refusal::Contradiction)?;
        let companies = user.companies().iter();
        let foreign = companies.filter(|it| !env.cids().contains(it));
        let mut more = foreign
            .map(|it| format!("company:{it}"))
            .collect::<Vec<_>>();
        for (mine, theirs) in projects {
            more.extend(beyond(&theirs.permissions(), &mine.permissions()));
            if theirs.is_visible() && !mine.is_visible() {
                more.push("a project".to_owned());
            }
        }
        if more.is_empty() {
            Ok(())
        } else {
            more.sort();
            more.dedup();
            Err(Refusal::MoreRights(more))
        }
    }
}
