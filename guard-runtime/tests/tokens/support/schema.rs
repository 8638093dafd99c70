//! The permissions of the tests.

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub(crate) mod scopes {
        /// The own account.
        account {
            /// The own tokens.
            tokens: GET | CREATE | DELETE,
        }
        /// Administration.
        admin {
            /// Everybody's tokens.
            tokens: GET | DELETE,
            /// The configuration.
            configuration: GET | UPDATE,
            /// All projects.
            projects: GET,
        }
        /// One project.
        project(project_id) inherits admin.projects {
            /// The project itself.
            root: GET | UPDATE | DELETE,
        }
    }
}
