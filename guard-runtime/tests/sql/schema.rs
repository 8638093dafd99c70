//! What the tests declare.

use guard_runtime::RoleCatalog;

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// The configuration.
            configuration: GET | UPDATE,
        }
        /// One project.
        project(project_id) {
            /// The project itself.
            root: GET | UPDATE | DELETE,
        }
        /// One team.
        team(team_id) {
            /// The team itself.
            root: GET | UPDATE,
        }
    }
}

guard_runtime::define_roles! {
    /// What people are entrusted with.
    pub mod roles {
        /// Looks after the installation.
        administrator { admin.* = * },
        /// Works on projects.
        editor { project.root = [GET, UPDATE] },
        /// Reads projects.
        reader { project.root = GET },
        /// Reads teams.
        fan { team.root = GET },
    }
}

pub(crate) fn catalog() -> RoleCatalog {
    RoleCatalog::new(&roles::SCHEMA, &scopes::SCHEMA)
}
