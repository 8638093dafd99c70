//! What an application gives to the pages about access.

use std::fmt;
use std::sync::Arc;

use super::super::stop::Stop;
use super::needs::lacks;
use crate::User;
use crate::admin::access::{
    Accounts, AssignmentRules, ChangeLog, ProjectMembers, Records, RoleNames, Vocabulary,
};
use crate::admin::state::Served;
use crate::env::Env;
use crate::routes::Mounted;
use crate::scope::{ProjectDirectory, ScopeEntry};
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
/// | `projects` | [`accounts`](Self::accounts), [`projects`](Self::projects), [`project_members`](Self::project_members), a vocabulary with roles and scopes; to change anything [`changes`](Self::changes) | [`assignments`](Self::assignments), [`routes`](Self::routes) |
/// | seeing the site as another user | [`view_as`](Self::view_as), [`changes`](Self::changes); if there are projects, [`projects`](Self::projects) and [`project_members`](Self::project_members) | [`assignments`](Self::assignments) |
/// | `tokens` | [`accounts`](Self::accounts), [`tokens`](Self::tokens); to revoke [`changes`](Self::changes) | [`assignments`](Self::assignments) |
///
/// A token that is revoked on the page `tokens` counts no more at the next request of this process, as if
/// [`AccessTokens`](crate::tokens::AccessTokens) had revoked it. Another process believes one it has verified
/// for the rest of the minute at most, and when a token was last used is written down once a minute.
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
    pub(super) accounts: Option<Arc<dyn Accounts>>,
    pub(super) roles: Option<Arc<dyn RoleNames>>,
    pub(super) tokens: Option<Arc<dyn TokenStore>>,
    pub(super) projects: Option<Arc<dyn ProjectDirectory>>,
    pub(super) project_members: Option<Arc<dyn ProjectMembers>>,
    pub(super) records: Option<Arc<Records>>,
    pub(super) changes: Option<Arc<dyn ChangeLog>>,
    rules: Option<AssignmentRules>,
    view_as: Option<Arc<Viewing>>,
}

/// Whether somebody may see the site as a user, beside what is compared.
type Viewing = dyn Fn(&Env, &User) -> bool + Send + Sync;

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
            project_members: None,
            records: None,
            changes: None,
            rules: None,
            view_as: None,
        }
    }

    takes! {
        /// The application's table of users.
        accounts: impl Accounts;
        /// Who has which role: [`SqlRoles`](crate::sql::SqlRoles).
        roles: impl RoleNames;
        /// The personal access tokens: the store that [`AccessTokens`](crate::tokens::AccessTokens) has.
        tokens: impl TokenStore;
        /// The projects, as one user meets them: what
        /// [`AccessControlBuilder::projects`](crate::AccessControlBuilder::projects) was given.
        projects: impl ProjectDirectory;
        /// All projects, and who is in them: [`SqlProjects`](crate::sql::SqlProjects).
        project_members: impl ProjectMembers;
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

    /// Lets those whom a page `users` is open to see the site as one of its users: in whatever they may read,
    /// their own records included, with every change refused. Never as a user who may more: groups, roles,
    /// permissions, companies and projects are compared at every request. It ends after an hour.
    ///
    /// What else rules for records go by is not compared: the contact of a user, and the application's own
    /// values. Where such a value says that somebody may more, [`view_as_if`](Self::view_as_if) says so.
    ///
    /// Who begins, as whom, and when it ends stands in the log of [`changes`](Self::changes); each request is
    /// logged with both. The page and all above it are asked for `Action::Custom("view_as")`.
    #[must_use]
    pub fn view_as(self) -> Self {
        self.view_as_if(|_, _| true)
    }

    /// The same, of those users alone of whom the application says so: it is told who looks, and at whom.
    ///
    /// ```
    /// use guard_runtime::admin::Access;
    /// use guard_runtime::{Env, User};
    ///
    /// # fn access(access: Access) -> Access {
    /// // Never at what a customer is shown.
    /// access.view_as_if(|_: &Env, user: &User| user.is_internal())
    /// # }
    /// ```
    #[must_use]
    pub fn view_as_if(mut self, may: impl Fn(&Env, &User) -> bool + Send + Sync + 'static) -> Self {
        self.view_as = Some(Arc::new(may));
        self
    }

    pub(in crate::admin::pages) fn has_view_as(&self) -> bool {
        self.view_as.is_some()
    }

    /// What the application says.
    pub(in crate::admin::pages) fn lets_view_as(&self, env: &Env, user: &User) -> bool {
        self.view_as.as_ref().is_some_and(|may| may(env, user))
    }

    pub(in crate::admin::pages) fn rules(&self) -> AssignmentRules {
        let given = self.rules.clone();
        given.unwrap_or_else(|| AssignmentRules::new(&self.vocabulary))
    }

    /// The scope of this name, if it is one of projects.
    pub(in crate::admin::pages) fn project_scope(&self, name: &str) -> Option<&'static ScopeEntry> {
        let scope = self.vocabulary.permission_schema()?.scope(name);
        scope.filter(|it| it.param.is_some())
    }

    /// What the site was given.
    pub(in crate::admin::pages) fn of(page: &Served) -> Result<&Self, Stop> {
        let given = page.state.access.as_deref();
        given.ok_or_else(|| lacks(page, "Admin::access"))
    }
}

impl fmt::Debug for Access {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Access")
            .field("accounts", &self.accounts.is_some())
            .field("roles", &self.roles.is_some())
            .field("tokens", &self.tokens.is_some())
            .field("projects", &self.projects.is_some())
            .field("project_members", &self.project_members.is_some())
            .field("records", &self.records)
            .field("changes", &self.changes.is_some())
            .finish_non_exhaustive()
    }
}
