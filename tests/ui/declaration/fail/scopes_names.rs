//! Names of scopes and resources, verbs, and what is inherited.
guard_runtime::define_scopes! {
    pub mod scopes {
        admin {
            any: GET,
            SCHEMA: GET,
            users: GET,
            users: GET | UPDATE,
            r#users: GET,
            tools: GET | get | GTE | READ | FLY,
            projects: GET | CREATE | GET,
            logs: DELETE,
        }
        admin { other: GET }
        all { other: GET }
        not {}
        empty {}
        global inherits admin.users { root: GET }
        project(project_id)
            inherits admn.users + admin.usres + project.root + team.root + admin.users
                + admin.users + admin.logs
        {
            root: GET | UPDATE,
        }
        team(team_id) inherits empty.users { root: GET }
        nothing(id) inherits admin.users {}
    }
}

#[guard_runtime::requires_scope(nonsense.users = GET)]
async fn silent() -> &'static str {
    "silent"
}

fn main() {
    let _ = (scopes::admin::users::GET, scopes::project::root::UPDATE);
}
