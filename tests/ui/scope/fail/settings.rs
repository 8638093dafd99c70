//! Settings.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admin.tools = GET, scopes =)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, scopes = "crate::scopes")]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, scope = crate::scopes)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, schema = scopes)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, scopes = crate::scopes, scopes = crate::scopes)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, groups = crate::groups)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, scopes: crate::scopes)]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, permissions = crate::acl)]
async fn h8() -> &'static str {
    ""
}

fn main() {}
