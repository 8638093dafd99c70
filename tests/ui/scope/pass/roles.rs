//! Roles with permissions: wildcards, lists, and scopes that are declared elsewhere.
#![deny(warnings)]
#![allow(dead_code)]

guard_runtime::define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, projects: GET | CREATE | UPDATE | DELETE }
        user { tokens: GET | CREATE | DELETE }
        project(project_id) { root: GET | UPDATE, models: GET | CREATE, logs: GET }
    }
}

mod default_path {
    guard_runtime::define_roles! {
        pub mod roles {
            /// Runs the place.
            administrator { admin.* = *, user.tokens = [GET, CREATE] },
            /// Reads one project.
            reader { project.root = GET, project.* = GET },
            /// No permissions.
            editor,
            nothing {},
            modeller { project.models = *, project.root = GET, },
        }
    }
}

mod relative_path {
    use super::scopes as renamed;

    guard_runtime::define_roles! {
        pub(crate) mod roles {
            scopes = renamed,
            operator { admin.* = [GET, UPDATE] },
        }
    }
}

mod parent_path {
    guard_runtime::define_roles! {
        mod roles { operator { user.* = * }, scopes = super::scopes }
    }

    pub fn count() -> usize {
        roles::SCHEMA.set(["operator"]).0.permissions().len()
    }
}

mod no_scopes {
    guard_runtime::define_roles! {
        mod roles { editor, scopes = crate::nowhere::scopes }
    }
}

#[guard_runtime::requires_role(administrator, roles = default_path::roles)]
async fn handler() -> &'static str {
    "handler"
}

fn main() {
    use default_path::roles;
    use guard_runtime::Role;

    guard_runtime::define_roles! {
        mod inside { local { admin.configuration = GET } }
    }

    fn of(role: impl Role) -> String {
        guard_runtime::RoleSet::of(role).permissions().to_string()
    }
    assert_eq!(
        of(roles::administrator),
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:CREATE \
         admin.projects:DELETE admin.projects:GET admin.projects:UPDATE user.tokens:CREATE \
         user.tokens:GET",
    );
    assert_eq!(
        of(roles::reader),
        "project.logs:GET project.models:GET project.root:GET"
    );
    assert_eq!(of(roles::editor), "");
    assert_eq!(of(roles::nothing), "");
    assert_eq!(
        of(roles::modeller),
        "project.models:CREATE project.models:GET project.root:GET"
    );
    assert_eq!(
        of(relative_path::roles::operator),
        "admin.configuration:GET admin.configuration:UPDATE admin.projects:GET \
         admin.projects:UPDATE",
    );
    assert_eq!(parent_path::count(), 3);
    assert_eq!(of(inside::local), "admin.configuration:GET");
}
