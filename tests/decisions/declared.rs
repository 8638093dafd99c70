//! What the application declares.

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub mod scopes {
        /// Administration.
        admin {
            /// The configuration.
            configuration: GET | UPDATE,
            /// All projects.
            projects: GET | CREATE | UPDATE | DELETE,
            /// The tools.
            tools: GET | UPDATE,
        }
        /// The user's own.
        user {
            /// Tokens.
            tokens: GET | CREATE | DELETE,
        }
        /// One project.
        project(project_id) inherits admin.projects {
            /// The project itself.
            root: GET | UPDATE | DELETE,
            /// Its models.
            models: GET | CREATE | UPDATE | DELETE,
            /// What happened in it.
            log: GET,
        }
        /// One team, which inherits nothing.
        team(team_id) {
            /// The team itself.
            root: GET | UPDATE,
        }
    }
}

guard_runtime::define_roles! {
    /// Who is entrusted with what.
    pub mod roles {
        /// Everything outside of projects.
        administrator {
            admin.* = *,
            user.tokens = *,
        },
        /// Looks after the tools.
        operator {
            admin.tools = *,
            admin.configuration = [GET],
        },
        /// Looks after all projects.
        manager {
            admin.projects = [GET, UPDATE],
        },
        /// Reads a project.
        reader {
            project.* = GET,
        },
        /// Makes models.
        modeller {
            project.models = [CREATE, UPDATE],
        },
        /// Does everything in a project.
        owner {
            project.* = *,
        },
        /// Is in a team.
        player {
            team.root = [GET],
        },
        /// May do nothing by itself.
        editor,
    }
}
