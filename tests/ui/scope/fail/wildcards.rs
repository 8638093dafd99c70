//! Wildcards and negations.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admin.* = GET)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin.tools = *)]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin.* = *)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(*)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(*.* = *)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [*])]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET, *])]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(!admin.tools = GET)]
async fn h8() -> &'static str {
    ""
}

#[requires_scope(not admin.tools = GET)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(not(admin.tools = GET))]
async fn h10() -> &'static str {
    ""
}

#[requires_scope(admin.tools != GET)]
async fn h11() -> &'static str {
    ""
}

#[requires_scope(none(admin.tools = GET))]
async fn h12() -> &'static str {
    ""
}

#[requires_scope(either(admin.tools = GET, project.root = GET))]
async fn h13() -> &'static str {
    ""
}

fn main() {}
