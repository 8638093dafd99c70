//! All projects and who is in them, as pages about access see them.

use serde::Serialize;

use super::{AccountsError, Part};
use crate::authn::Answer;
use crate::scope::Visibility;
use crate::sql::Member;
use crate::tokens::StoreError;
use crate::{Id, User};

/// All projects and who is in them, for pages about access: [`SqlProjects`](crate::sql::SqlProjects), or
/// the application's own tables.
///
/// A [`ProjectDirectory`](crate::ProjectDirectory) finds one project as one user meets it; this lists
/// them, whoever may see them, and changes who is in them if the application lets it.
///
/// ```
/// use guard_runtime::admin::access::{ListedProject, Part, ProjectMembers};
/// use guard_runtime::sql::Member;
/// use guard_runtime::tokens::StoreError;
/// use guard_runtime::{Answer, Id, User, Visibility};
///
/// struct Projects;
///
/// impl ProjectMembers for Projects {
///     fn list<'a>(
///         &'a self,
///         search: &'a str,
///         limit: u64,
///         offset: u64,
///     ) -> Answer<'a, Result<Part<ListedProject>, StoreError>> {
///         // Ask the database here; two pages of a list must not overlap.
///         let one = ListedProject::new("project", 1, Visibility::Private);
///         let found = Some(one).filter(|it| it.id.as_text().contains(search));
///         Answer::Now(Ok(Part::of(found.into_iter().collect(), limit, offset)))
///     }
///
///     fn members<'a>(
///         &'a self,
///         _scope: &'a str,
///         _project: &'a Id,
///     ) -> Answer<'a, Result<Vec<Member>, StoreError>> {
///         let ada = Member { user: Id::from(7), roles: vec!["editor".to_owned()] };
///         Answer::Now(Ok(vec![ada]))
///     }
///
///     fn of_user<'a>(
///         &'a self,
///         user: &'a User,
///     ) -> Answer<'a, Result<Vec<(String, Id)>, StoreError>> {
///         let is_member = *user.id() == Id::from(7);
///         let theirs = is_member.then(|| ("project".to_owned(), Id::from(1)));
///         Answer::Now(Ok(theirs.into_iter().collect()))
///     }
/// }
/// ```
pub trait ProjectMembers: Send + Sync + 'static {
    /// The projects of all scopes whose scope or id contains this text, all if it is empty: private ones
    /// too, a part of them, in an order that does not change.
    ///
    /// # Errors
    ///
    /// The table does not answer: 503.
    fn list<'a>(
        &'a self,
        search: &'a str,
        limit: u64,
        offset: u64,
    ) -> Answer<'a, Result<Part<ListedProject>, StoreError>>;

    /// The members of a project, each once and in an order that does not change; none if there is no such
    /// project.
    ///
    /// # Errors
    ///
    /// The table does not answer: 503.
    fn members<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
    ) -> Answer<'a, Result<Vec<Member>, StoreError>>;

    /// Every project in which the user has something or which they can see, by scope and id: as a member,
    /// because it is open to them, or by a global permission that it inherits. Whether somebody may act in
    /// a user's place is decided by it, so one too many does no harm and one too few does.
    ///
    /// # Errors
    ///
    /// The table does not answer: 503.
    fn of_user<'a>(&'a self, user: &'a User) -> Answer<'a, Result<Vec<(String, Id)>, StoreError>>;

    /// Gives a user a role in a project, beside those they have there.
    ///
    /// [`AssignmentRules`](super::AssignmentRules) and [`logged`](super::logged) come before it. Without
    /// an implementation members can be read only.
    ///
    /// # Errors
    ///
    /// [`AccountsError::Gone`] if there is no such project; then nothing has changed.
    fn add<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a Id,
        role: &'a str,
    ) -> Answer<'a, Result<(), AccountsError>> {
        let _ = (scope, project, user, role);
        Answer::Now(Err(AccountsError::ReadOnly))
    }

    /// Takes a role in a project from a user. Whether they stay a member without the last one is for the
    /// application to say; in [`SqlProjects`](crate::sql::SqlProjects) they do not.
    ///
    /// # Errors
    ///
    /// As [`add`](Self::add). That they did not have it is none.
    fn remove<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a Id,
        role: &'a str,
    ) -> Answer<'a, Result<(), AccountsError>> {
        let _ = (scope, project, user, role);
        Answer::Now(Err(AccountsError::ReadOnly))
    }
}

/// A project as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ListedProject {
    /// The scope whose permissions count in it.
    pub scope: String,
    /// The identifier.
    pub id: Id,
    /// Who may know of it.
    #[serde(serialize_with = "visibility")]
    pub visibility: Visibility,
}

impl ListedProject {
    /// A project of this scope.
    pub fn new(scope: impl Into<String>, id: impl Into<Id>, visibility: Visibility) -> Self {
        Self {
            scope: scope.into(),
            id: id.into(),
            visibility,
        }
    }
}

/// `internal`, `private`.
pub(in crate::admin) fn visibility_name(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Internal => "internal",
        Visibility::Private => "private",
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn visibility<S: serde::Serializer>(it: &Visibility, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(visibility_name(*it))
}
