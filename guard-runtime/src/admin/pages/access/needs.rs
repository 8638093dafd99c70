//! What a page cannot do without: 500 where it is asked for and not given.

use super::super::stop::Stop;
use super::Access;
use crate::admin::access::{AskError, ChangeLog, ProjectMembers, RoleNames, Sources};
use crate::admin::objects::PageError;
use crate::admin::state::Served;
use crate::env::current_slot;
use crate::tokens::TokenStore;
use crate::{Id, User};

impl Access {
    /// All who are asked about users.
    pub(in crate::admin::pages) fn sources(&self, page: &Served) -> Result<Sources<'_>, Stop> {
        let accounts = self.accounts.as_deref();
        let accounts = accounts.ok_or_else(|| lacks(page, "Access::accounts"))?;
        let mut sources = Sources::new(&self.vocabulary, accounts);
        if let Some(roles) = self.roles.as_deref() {
            sources = sources.roles(roles);
        }
        if let Some(tokens) = self.tokens.as_deref() {
            sources = sources.tokens(tokens);
        }
        if let Some(projects) = self.projects.as_deref() {
            sources = sources.projects(projects);
        }
        if let Some(records) = self.records.as_deref() {
            sources = sources.records(records);
        }
        Ok(sources)
    }

    pub(in crate::admin::pages) fn log(&self, page: &Served) -> Result<&dyn ChangeLog, Stop> {
        let changes = self.changes.as_deref();
        changes.ok_or_else(|| lacks(page, "Access::changes"))
    }

    pub(super) fn roles_of(&self, page: &Served) -> Result<&dyn RoleNames, Stop> {
        let roles = self.roles.as_deref();
        roles.ok_or_else(|| lacks(page, "Access::roles"))
    }

    pub(super) fn token_store(&self, page: &Served) -> Result<&dyn TokenStore, Stop> {
        let tokens = self.tokens.as_deref();
        tokens.ok_or_else(|| lacks(page, "Access::tokens"))
    }

    pub(super) fn members(&self, page: &Served) -> Result<&dyn ProjectMembers, Stop> {
        let members = self.project_members.as_deref();
        members.ok_or_else(|| lacks(page, "Access::project_members"))
    }

    pub(in crate::admin::pages) fn needs_projects(&self, page: &Served) -> Result<(), Stop> {
        let projects = self.projects.as_deref().map(drop);
        projects.ok_or_else(|| lacks(page, "Access::projects"))
    }

    /// The projects that say what a user may: all in which they have something. None where the program has
    /// no projects.
    pub(in crate::admin::pages) async fn projects_of(
        &self,
        page: &Served,
        user: &User,
    ) -> Result<Vec<(String, Id)>, Stop> {
        let slot = current_slot();
        let control = slot.as_ref().and_then(|it| it.control());
        let has_projects = control.is_some_and(|it| it.projects.is_some());
        if !has_projects && self.projects.is_none() && self.project_members.is_none() {
            return Ok(Vec::new());
        }
        let projects = self.members(page)?.of_user(user).get().await;
        Ok(projects.map_err(AskError::from)?)
    }

    pub(super) fn needs_records(&self, page: &Served) -> Result<(), Stop> {
        let records = self.records.as_deref().map(drop);
        records.ok_or_else(|| lacks(page, "Access::records"))
    }
}

/// 500, and the log says what to call.
pub(super) fn lacks(page: &Served, call: &str) -> Stop {
    let key = page.node.key();
    let why =
        format!("the page `{key}` has nothing to ask: call `{call}(…)` where the site is made");
    PageError::Failed(why).into()
}
