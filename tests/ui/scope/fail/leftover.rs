//! Text after a complete permission.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admin.tools = GET | UPDATE)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET || UPDATE)]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET & UPDATE)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET + UPDATE)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET UPDATE)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET or UPDATE)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET | UPDATE])]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET UPDATE])]
async fn h8() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET || project.root = GET)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET && project.root = GET)]
async fn h10() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET admin.configuration = GET)]
async fn h11() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET; project.root = GET)]
async fn h12() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET, UPDATE] DELETE)]
async fn h13() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET, project.root = GET UPDATE)]
async fn h14() -> &'static str {
    ""
}

#[requires_scope(any(admin.tools = GET) || project.root = GET)]
async fn h15() -> &'static str {
    ""
}

#[requires_scope(any(admin.tools = GET) project.root = GET)]
async fn h16() -> &'static str {
    ""
}

#[requires_scope(admin.tools = GET[0])]
async fn h17() -> &'static str {
    ""
}

#[requires_scope(any(admin.tools = GET | UPDATE, project.root = GET) project.root = UPDATE)]
async fn last() -> &'static str {
    ""
}

fn main() {}
