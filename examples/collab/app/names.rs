//! The groups and roles by which permissions are handed out.

guard_runtime::define_groups! {
    /// The groups are those that are built in: who works here, who is a partner, who is a guest.
    pub(crate) mod groups {}
}

guard_runtime::define_roles! {
    /// What users may be entrusted with, and members of projects.
    pub(crate) mod roles {
        /// Everything outside of projects, and what is inherited in them.
        administrator { admin.* = *, user.* = * },
        /// Whatever is one's own.
        user { user.* = * },
        /// Leads a project.
        manager { project.* = * },
        /// Works on a project.
        writer {
            project.root = GET,
            project.diagram_cache = GET,
            project.git_model_links = GET,
            project.tool_models = GET,
            project.used_tools = GET,
            project.provisioning = [GET, DELETE],
            project.t4c_access = UPDATE,
            project.restrictions = GET,
            project.shared_volumes = [GET, UPDATE],
        },
        /// Looks at a project.
        reader {
            project.root = GET,
            project.diagram_cache = GET,
            project.git_model_links = GET,
            project.tool_models = GET,
            project.used_tools = GET,
            project.provisioning = [GET, DELETE],
            project.shared_volumes = GET,
        },
    }
}
