//! Several mistakes in one attribute: all of them, in source order.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admn.tools = GET, "admin.tools:GET", admin.tools, any(), project.root = [GET, FLY, DELETE], admin.tools = GET | UPDATE, admin.* = *)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin.toools = GET, admin.tools = CREATE)]
#[requires_scope(project = GET)]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(any(admin.tols = GET, admin::tools = GET), scope = x)]
async fn h3() -> &'static str {
    ""
}

fn main() {}
