//! Permissions and gates that repeat or contradict each other.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admin.tools = GET, admin.tools = GET)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET, GET])]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET, UPDATE], admin.tools = [UPDATE, DELETE])]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(any(admin.tools = GET, admin.tools = GET))]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(any(admin.tools = [GET, UPDATE], admin.tools = [UPDATE, GET]))]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, r#admin.r#tools = GET)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET)]
#[requires_scope(admin.tools = GET)]
async fn h7() -> &'static str {
    ""
}

#[requires_scope]
#[requires_scope()]
async fn h8() -> &'static str {
    ""
}

#[allows_public]
#[requires_scope(admin.tools = GET)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET)]
#[no_auth]
async fn h10() -> &'static str {
    ""
}

#[requires_scope]
#[allows_public]
async fn h11() -> &'static str {
    ""
}

fn main() {}
