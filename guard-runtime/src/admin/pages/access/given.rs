//! What an application gives to the pages about access.

use std::fmt;
use std::sync::Arc;

use super::super::stop::Stop;
use crate::admin::access::{
    Accounts, AssignmentRules, ChangeLog, Records, RoleNames, Sources, Vocabulary,
};
use crate::admin::objects::PageError;
use crate::admin::state::Served;
use crate::routes::Mounted;
use crate::scope::ProjectDirectory;
use crate::tokens::TokenStore;

/// What the pages about access ask: given to [`Admin::access`](crate::admin::Admin::access).
///
/// A page that needs what is not given answers 500, and the log says what to call: half an answer would be
/// taken for all of it.
///
/// | page | needs | asks besides, if it is given |
/// |---|---|---|
/// | `matrix`, `routes` | | [`routes`](Self::routes) |
/// | `explain`, `who_can` | [`accounts`](Self::accounts) | all |
/// | `changes` | [`changes`](Self::changes) | |
/// | `users` | [`accounts`](Self::accounts); to change anything [`changes`](Self::changes), for roles [`roles`](Self::roles) | [`assignments`](Self::assignments) |
///
/// ```
/// use guard_runtime::admin::Access;
/// use guard_runtime::admin::access::{MemoryChangeLog, Vocabulary};
///
/// # guard_runtime::define_groups! { pub mod own { /// Sells.
/// #     sales_user: core_internal } }
/// # fn main() {
/// let access = Access::new(Vocabulary::new(&own::SCHEMA)).changes(MemoryChangeLog::default());
/// # let _ = access;
/// # }
/// ```
#[derive(Clone)]
pub struct Access {
    pub(super) vocabulary: Vocabulary,
    pub(super) mounted: Vec<Mounted>,
    accounts: Option<Arc<dyn Accounts>>,
    roles: Option<Arc<dyn RoleNames>>,
    tokens: Option<Arc<dyn TokenStore>>,
    projects: Option<Arc<dyn ProjectDirectory>>,
    records: Option<Arc<Records>>,
    changes: Option<Arc<dyn ChangeLog>>,
    rules: Option<AssignmentRules>,
}

macro_rules! takes {
    ($($(#[$docs:meta])* $name:ident: $kind:ty;)*) => {$(
        $(#[$docs])*
        #[must_use]
        pub fn $name(mut self, $name: $kind) -> Self {
            self.$name = Some(Arc::new($name));
            self
        }
    )*};
}

impl Access {
    /// With what is declared; nobody is known yet.
    #[must_use]
    pub fn new(vocabulary: Vocabulary) -> Self {
        Self {
            vocabulary,
            mounted: Vec::new(),
            accounts: None,
            roles: None,
            tokens: None,
            projects: None,
            records: None,
            changes: None,
            rules: None,
        }
    }

    takes! {
        /// The application's table of users.
        accounts: impl Accounts;
        /// Who has which role: [`SqlRoles`](crate::sql::SqlRoles).
        roles: impl RoleNames;
        /// The personal access tokens.
        tokens: impl TokenStore;
        /// The projects and their members.
        projects: impl ProjectDirectory;
        /// The records that may be asked about.
        records: Records;
        /// What was handed out and taken away.
        changes: impl ChangeLog;
    }

    /// The routes as they are mounted, with prefixes and the gates of scopes around them: what
    /// [`registered`](crate::admin::access::registered) gives.
    #[must_use]
    pub fn routes(mut self, mounted: Vec<Mounted>) -> Self {
        self.mounted = mounted;
        self
    }

    /// By which rules something is handed out, where others are meant than those for what is declared.
    #[must_use]
    pub fn assignments(mut self, rules: AssignmentRules) -> Self {
        self.rules = Some(rules);
        self
    }

    pub(super) fn rules(&self) -> AssignmentRules {
        let given = self.rules.clone();
        given.unwrap_or_else(|| AssignmentRules::new(&self.vocabulary))
    }

    /// What the site was given.
    pub(super) fn of(page: &Served) -> Result<&Self, Stop> {
        let given = page.state.access.as_deref();
        given.ok_or_else(|| lacks(page, "Admin::access"))
    }

    /// All who are asked about users.
    pub(super) fn sources(&self, page: &Served) -> Result<Sources<'_>, Stop> {
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

    pub(super) fn log(&self, page: &Served) -> Result<&dyn ChangeLog, Stop> {
        let changes = self.changes.as_deref();
        changes.ok_or_else(|| lacks(page, "Access::changes"))
    }

    pub(super) fn roles_of(&self, page: &Served) -> Result<&dyn RoleNames, Stop> {
        let roles = self.roles.as_deref();
        roles.ok_or_else(|| lacks(page, "Access::roles"))
    }

    /// 500 where it is asked for and not given.
    pub(super) fn needs_tokens(&self, page: &Served) -> Result<(), Stop> {
        let is_given = self.tokens.is_some();
        is_given
            .then_some(())
            .ok_or_else(|| lacks(page, "Access::tokens"))
    }

    /// The same of projects.
    pub(super) fn needs_projects(&self, page: &Served) -> Result<(), Stop> {
        let is_given = self.projects.is_some();
        is_given
            .then_some(())
            .ok_or_else(|| lacks(page, "Access::projects"))
    }

    /// The same of records.
    pub(super) fn needs_records(&self, page: &Served) -> Result<(), Stop> {
        let is_given = self.records.is_some();
        is_given
            .then_some(())
            .ok_or_else(|| lacks(page, "Access::records"))
    }
}

fn lacks(page: &Served, call: &str) -> Stop {
    let key = page.node.key();
    let why =
        format!("the page `{key}` has nothing to ask: call `{call}(…)` where the site is made");
    PageError::Failed(why).into()
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("accounts", &self.accounts.is_some())
            .field("roles", &self.roles.is_some())
            .field("tokens", &self.tokens.is_some())
            .field("projects", &self.projects.is_some())
            .field("records", &self.records)
            .field("changes", &self.changes.is_some())
            .finish_non_exhaustive()
    }
}
