//! Roles in the application's database.

mod assign;
mod define;
mod error;

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use sea_orm::{DatabaseConnection, EntityTrait};
use tokio::sync::Mutex;

pub use error::SaveRoleError;

use super::entity::{role, role_permission};
use crate::tokens::StoreError;
use crate::{RoleCatalog, RoleMistake, StoredRole};

/// Roles in the application's database, in the tables of [`Migrator`](super::Migrator): those that
/// people define, and who has which.
///
/// The catalogue is what requests are decided with. [`load`](Self::load) brings it up to date: call it
/// at the start, and every now and then where several instances share the database.
///
/// ```
/// use guard_runtime::sql::{Migrator, SqlRoles};
/// use guard_runtime::{RoleCatalog, StoredRole, User};
/// use sea_orm_migration::MigratorTrait;
/// # guard_runtime::define_scopes! {
/// #     /// What may be allowed.
/// #     pub mod scopes { /// Administration.
/// #         admin { /// The configuration.
/// #             configuration: GET | UPDATE } }
/// # }
/// # guard_runtime::define_roles! { pub mod roles { administrator { admin.* = * } } }
///
/// # #[actix_web::main]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let db = sea_orm::Database::connect("sqlite::memory:").await?;
/// Migrator::up(&db, None).await?;
/// let catalog = RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA);
/// let roles = SqlRoles::new(db, catalog.clone());
/// roles.load().await?;
///
/// roles.save(StoredRole::new("auditor", ["admin.configuration:GET"])).await?;
/// roles.assign(7, "auditor").await?;
///
/// // What a directory does at every request.
/// let names = roles.of_user(7).await?;
/// let user = catalog.assign(User::new(7), names.iter().map(String::as_str));
/// assert_eq!(user.permissions().to_string(), "admin.configuration:GET");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct SqlRoles {
    db: DatabaseConnection,
    catalog: RoleCatalog,
    /// What was read before a change must not come into the catalogue after it.
    changing: Arc<Mutex<()>>,
}

impl SqlRoles {
    /// Keeps the roles of this catalogue in this database.
    #[must_use]
    pub fn new(db: DatabaseConnection, catalog: RoleCatalog) -> Self {
        Self {
            db,
            catalog,
            changing: Arc::default(),
        }
    }

    /// The roles that are stored, sorted by name.
    ///
    /// # Errors
    ///
    /// The database does not answer.
    pub async fn stored(&self) -> Result<Vec<StoredRole>, StoreError> {
        let rows = role::Entity::find().all(&self.db).await;
        let rows = rows.map_err(StoreError::new)?;
        let permissions = role_permission::Entity::find().all(&self.db).await;
        let mut of_role = HashMap::<String, Vec<String>>::new();
        for row in permissions.map_err(StoreError::new)? {
            of_role.entry(row.role).or_default().push(row.permission);
        }
        let mut roles = rows
            .into_iter()
            .map(|row| {
                let mut permissions = of_role.remove(&row.name).unwrap_or_default();
                permissions.sort();
                StoredRole {
                    name: row.name,
                    title: row.title,
                    description: row.description,
                    permissions,
                }
            })
            .collect::<Vec<_>>();
        roles.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(roles)
    }

    /// Makes the catalogue say what is stored, and returns what is wrong with it, by the names of the
    /// roles. What is not stored is as declared in code, or not there any more.
    ///
    /// # Errors
    ///
    /// The database does not answer. Then the catalogue stays as it is.
    pub async fn load(&self) -> Result<Vec<(String, RoleMistake)>, StoreError> {
        let _alone = self.changing.lock().await;
        let stored = self.stored().await?;
        for known in self.catalog.iter() {
            if !stored.iter().any(|role| role.name == known.name()) {
                self.catalog.remove(known.name());
            }
        }
        let mistakes = stored.into_iter().flat_map(|role| {
            let name = role.name.clone();
            let mistakes = self.catalog.load(role).into_iter();
            mistakes.map(move |mistake| (name.clone(), mistake))
        });
        Ok(mistakes.collect())
    }
}

impl fmt::Debug for SqlRoles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlRoles")
            .field("catalog", &self.catalog)
            .finish_non_exhaustive()
    }
}
