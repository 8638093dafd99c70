//! Permissions of roles.
guard_runtime::define_scopes! {
    pub mod scopes {
        admin { tools: GET | UPDATE, users: GET }
        user { tokens: GET }
        empty {}
        project(project_id) { root: GET | UPDATE }
        team(team_id) { root: GET }
    }
}

guard_runtime::define_roles! {
    pub mod roles {
        one { admn.tools = GET, admin.tolls = GET, admin.root = GET, admin.tools = [GTE, CREATE] },
        two { admin.* = CREATE, project.* = [GET, DELETE], empty.* = *, empty.* = GET },
        three { admin.tools = GET, project.root = GET, team.root = GET },
        four { project.* = *, team.* = * },
        five { project.root = GET, user.tokens = GET },
        six { admin.tools, admin = GET, * = *, *.tools = GET, "admin.tools:GET", admin.* },
        seven { admin.tools = GET | UPDATE, admin::tools = GET, admin.tools = [*], any(admin.tools = GET) },
        eight { admin.tools = GET, admin.tools = [GET, UPDATE] },
        nine [admin.tools = GET],
        ten(admin.tools = GET),
        eleven { admin.tools = GET } twelve { admin.tools = GET },
        thirteen: one { admin.tools = GET },
        fine { admin.* = *, user.tokens = * },
        scopes = crate::scopes,
        scopes = crate::scopes,
    }
}

mod odd_path {
    guard_runtime::define_roles! {
        mod roles { fine { admin.tools = GET }, scopes = "crate::scopes" }
    }
}

mod no_path {
    guard_runtime::define_roles! {
        mod roles { fine { admin.tools = GET }, scopes = crate::nowhere::scopes }
    }
}

mod groups_have_none {
    guard_runtime::define_groups! {
        mod groups { sales { admin.tools = GET }, scopes = crate::scopes }
    }
}

#[guard_runtime::requires_role(fine)]
async fn silent() -> &'static str {
    "silent"
}

fn main() {
    let _ = roles::fine;
}
