//! Projects and their members in the application's database.

mod edit;
mod find;
#[cfg(feature = "admin")]
mod listed;
mod members;
mod visibility;

use std::fmt;
use std::sync::Arc;

use sea_orm::DatabaseConnection;

pub use members::{Added, Member};

use crate::authn::{Answer, AuthError};
use crate::scope::{Project, ProjectDirectory};
use crate::{Id, RoleCatalog, User};

/// Knows the projects and their members from the application's database, in the tables of
/// [`Migrator`](super::Migrator); and changes them.
///
/// Scopes, ids and names of roles count as they are written: case and blanks make a difference. What
/// cannot be stored (a NUL character, more than 512 bytes) is refused, and never found.
///
/// ```
/// use guard_runtime::sql::{Added, Migrator, SqlProjects};
/// use guard_runtime::{ProjectDirectory, RoleCatalog, StoredRole, User, Visibility};
/// use sea_orm_migration::MigratorTrait;
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// One project.
/// #         project(project_id) { /// The project itself.
/// #             root: GET | UPDATE } }
/// # }
/// # guard_runtime::define_roles! { pub mod roles { editor { project.* = * } } }
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// Migrator::up(&db, None).await?;
/// let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
/// let projects = SqlProjects::new(db, catalog);
///
/// projects.create("project", 1, Visibility::Private).await?;
/// assert_eq!(projects.add_member("project", 1, 7, "editor").await?, Added::New);
///
/// let mine = projects.find("project", &1.into(), &User::new(7)).get().await.unwrap();
/// assert!(mine.is_some_and(|project| project.is_member()));
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqlProjects {
    db: DatabaseConnection,
    roles: RoleCatalog,
    /// Of each scope, the roles of internal users in internal projects.
    visitors: Arc<[(String, String)]>,
}

impl SqlProjects {
    /// Knows the projects of this database; what the roles of members may do, the catalogue says.
    #[must_use]
    pub fn new(db: DatabaseConnection, roles: RoleCatalog) -> Self {
        Self {
            db,
            roles,
            visitors: Arc::default(),
        }
    }

    /// What internal users may do in internal projects of a scope without being members: what this
    /// role may.
    ///
    /// ```
    /// # use guard_runtime::sql::SqlProjects;
    /// # fn example(projects: SqlProjects) -> SqlProjects {
    /// projects.visitors("project", "reader")
    /// # }
    /// ```
    #[must_use]
    pub fn visitors(mut self, scope: impl Into<String>, role: impl Into<String>) -> Self {
        let more = (scope.into(), role.into());
        self.visitors = self.visitors.iter().cloned().chain([more]).collect();
        self
    }
}

impl ProjectDirectory for SqlProjects {
    fn find<'a>(
        &'a self,
        scope: &'a str,
        project: &'a Id,
        user: &'a User,
    ) -> Answer<'a, Result<Option<Project>, AuthError>> {
        Answer::later(async move {
            let found = self.find_one(scope, project, user).await;
            found.map_err(|error| {
                let error: &dyn std::error::Error = &error;
                tracing::error!(scope, %project, cause = error.source(), "{error}");
                AuthError::Unavailable("the projects could not be read")
            })
        })
    }
}

impl fmt::Debug for SqlProjects {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlProjects")
            .field("visitors", &self.visitors)
            .finish_non_exhaustive()
    }
}
