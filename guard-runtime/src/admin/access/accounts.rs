//! The application's own table of users, as pages about access see it.

use std::fmt;

use serde::Serialize;

use super::Part;
use crate::authn::Answer;
use crate::tokens::StoreError;
use crate::{Id, User};

/// The application's own table of users, for pages about access.
///
/// A [`Directory`](crate::Directory) finds one user by what credentials say; this lists them, and changes
/// in which groups they are if the application lets it.
///
/// ```
/// use guard_runtime::admin::access::{Account, Accounts, Part};
/// use guard_runtime::tokens::StoreError;
/// use guard_runtime::{Answer, Id, User, groups};
///
/// struct Staff;
///
/// impl Accounts for Staff {
///     fn list<'a>(
///         &'a self,
///         search: &'a str,
///         limit: u64,
///         offset: u64,
///     ) -> Answer<'a, Result<Part<Account>, StoreError>> {
///         // Ask the database here; two pages of a list must not overlap, so sort by the id.
///         let ada = Account::new(7, "Ada Lovelace").in_groups(["core_internal"]);
///         let found = Some(ada).filter(|it| it.name.contains(search));
///         Answer::Now(Ok(Part::of(found.into_iter().collect(), limit, offset)))
///     }
///
///     fn find<'a>(
///         &'a self,
///         id: &'a Id,
///     ) -> Answer<'a, Result<Option<(Account, User)>, StoreError>> {
///         let ada = Account::new(7, "Ada Lovelace").in_groups(["core_internal"]);
///         let user = User::new(7).named("Ada Lovelace").in_group(groups::core_internal);
///         Answer::Now(Ok((*id == Id::from(7)).then_some((ada, user))))
///     }
/// }
/// ```
pub trait Accounts: Send + Sync + 'static {
    /// The accounts whose name or whatever else they are known by contains this text, all if it is empty:
    /// a part of them, in an order that does not change.
    ///
    /// # Errors
    ///
    /// The table does not answer: 503.
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<Account>, StoreError>>;

    /// One account, and the user as the application's [`Directory`](crate::Directory) gives it. Blocked
    /// ones too.
    ///
    /// # Errors
    ///
    /// `Ok(None)` if there is no such account: 404. The table does not answer: 503.
    fn find<'a>(&'a self, id: &'a Id) -> Answer<'a, Result<Option<(Account, User)>, StoreError>>;

    /// Puts an account into these groups and no others, if it is in those it was in `before`.
    ///
    /// [`AssignmentRules`](super::AssignmentRules) and [`logged`](super::logged) come before it. Without
    /// an implementation groups can be read only.
    ///
    /// # Errors
    ///
    /// [`AccountsError::Changed`] if somebody else was faster; then nothing has changed.
    fn set_groups<'a>(
        &'a self,
        id: &'a Id,
        before: &'a [String],
        after: &'a [String],
    ) -> Answer<'a, Result<(), AccountsError>> {
        let _ = (id, before, after);
        Answer::Now(Err(AccountsError::ReadOnly))
    }

    /// As [`list`](Self::list), with the users. One that is gone in between is left out, and counts as
    /// one of the part. Implement it where one question to the database answers both.
    ///
    /// # Errors
    ///
    /// The table does not answer: 503.
    fn users<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<(Account, User)>, StoreError>> {
        Answer::later(async move {
            let listed = self.list(search, limit, offset).get().await?;
            let mut items = Vec::with_capacity(listed.items.len());
            for account in listed.items {
                items.extend(self.find(&account.id).get().await?);
            }
            Ok(Part {
                items,
                total: listed.total,
            })
        })
    }
}

/// A user as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Account {
    /// The identifier.
    pub id: Id,
    /// The display name.
    pub name: String,
    /// What else tells two of one name apart: an address, a department. May be empty.
    pub detail: String,
    /// The groups that are stored for them, without those that follow from them.
    pub groups: Vec<String>,
}

impl Account {
    /// An account in no group.
    pub fn new(id: impl Into<Id>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            detail: String::new(),
            groups: Vec::new(),
        }
    }

    /// Sets what else it is known by.
    #[must_use]
    pub fn known_by(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Sets the groups that are stored.
    #[must_use]
    pub fn in_groups<G: Into<String>>(mut self, groups: impl IntoIterator<Item = G>) -> Self {
        self.groups = groups.into_iter().map(Into::into).collect();
        self
    }
}

/// Why groups were not changed; nothing has changed.
#[derive(Debug)]
#[non_exhaustive]
pub enum AccountsError {
    /// They are not kept here.
    ReadOnly,
    /// They are others than they were when the change was asked for: 409.
    Changed,
    /// There is no such account: 404.
    Gone,
    /// The table does not answer: 503.
    Store(StoreError),
}

impl fmt::Display for AccountsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ReadOnly => f.write_str("this application keeps its groups elsewhere"),
            Self::Changed => f.write_str("somebody else has changed the groups in the meantime"),
            Self::Gone => f.write_str("there is no such account"),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for AccountsError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => error.source(),
            Self::ReadOnly | Self::Changed | Self::Gone => None,
        }
    }
}

impl From<StoreError> for AccountsError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
