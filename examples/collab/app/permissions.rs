//! What may be allowed: the resources of the collaboration manager, and the verbs each offers.

guard_runtime::define_scopes! {
    /// What may be allowed.
    pub(crate) mod scopes {
        /// What is one's own. Sessions, tokens and feedback of the user who asks.
        user {
            /// Sessions. Start, see, rename and end own sessions.
            sessions: GET | CREATE | UPDATE | DELETE,
            /// Projects. Create projects, as the manager of each.
            projects: CREATE,
            /// Personal access tokens. See, create and revoke own tokens.
            tokens: GET | CREATE | DELETE,
            /// Feedback. Say how a session went.
            feedback: CREATE,
        }
        /// Administration. What concerns the whole installation.
        admin {
            /// Users. See, add, change and delete accounts.
            users: GET | CREATE | UPDATE | DELETE,
            /// Projects. All resources of all projects that offer the verb.
            projects: GET | CREATE | UPDATE | DELETE,
            /// Tools. The tools that models can be made with.
            tools: GET | CREATE | UPDATE | DELETE,
            /// Announcements. Messages to everybody.
            announcements: CREATE | DELETE,
            /// Monitoring. How the installation is doing.
            monitoring: GET,
            /// Configuration. Settings of the whole installation.
            configuration: GET | UPDATE,
            /// Git servers. Where models may be linked to.
            git_servers: CREATE | UPDATE | DELETE,
            /// Servers of the team. Those that share models while they are edited.
            t4c_servers: GET | CREATE | UPDATE | DELETE,
            /// Repositories of the team. What is on those servers.
            t4c_repositories: GET | CREATE | UPDATE | DELETE,
            /// Viewer. How model variants are configured.
            pv_configuration: GET | UPDATE | DELETE,
            /// Events. What happened, to whom and by whom.
            events: GET,
            /// Sessions. Sessions of all users.
            sessions: GET,
            /// Workspaces. What sessions of users leave behind.
            workspaces: GET | DELETE,
            /// Personal access tokens. Tokens of all users.
            personal_access_tokens: GET | DELETE,
        }
        /// One project. What members may do there, by their role.
        project(project_id) inherits admin.projects {
            /// The project. Its name, its description and who may see it.
            root: GET | UPDATE | DELETE,
            /// Pipelines. Nightly copies of models.
            pipelines: GET | CREATE | DELETE,
            /// Runs. Single runs of pipelines.
            pipeline_runs: GET | CREATE,
            /// Diagrams. Pictures of models, as last drawn.
            diagram_cache: GET,
            /// Links to servers of the team. Where a model is shared.
            t4c_model_links: GET | UPDATE | CREATE | DELETE,
            /// Links to Git. Where a model is kept.
            git_model_links: GET | UPDATE | CREATE | DELETE,
            /// Models. What the project is about.
            tool_models: GET | UPDATE | CREATE | DELETE,
            /// Tools in use. The tools the project works with.
            used_tools: GET | CREATE | DELETE,
            /// Members. Who is in the project, and as what.
            project_users: GET | UPDATE | CREATE | DELETE,
            /// Access log. What happened in the project.
            access_log: GET,
            /// Provisioning. The state of a model that sessions begin with.
            provisioning: GET | DELETE,
            /// Writing sessions. Sessions that change models.
            t4c_access: UPDATE,
            /// Restrictions. What sessions on a model may do.
            restrictions: GET | UPDATE,
            /// Shared volume. Files that all members share.
            shared_volumes: GET | UPDATE,
        }
    }
}
