//! Permissions without a part.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admin.configuration)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(admin)]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin = GET)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(admin.)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(admin. = GET)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.configuration =)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = [])]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = GET, UPDATE)]
async fn h8() -> &'static str {
    ""
}

#[requires_scope(.configuration = GET)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = [,])]
async fn h10() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = [GET,,UPDATE])]
async fn h11() -> &'static str {
    ""
}

#[requires_scope(scopes = crate::scopes)]
async fn h12() -> &'static str {
    ""
}

#[requires_scope(any())]
async fn h13() -> &'static str {
    ""
}

#[requires_scope(any(all(), admin.tools = GET))]
async fn h14() -> &'static str {
    ""
}

#[requires_scope(any)]
async fn h15() -> &'static str {
    ""
}

#[requires_scope(,)]
async fn h16() -> &'static str {
    ""
}

#[requires_scope(GET)]
async fn h17() -> &'static str {
    ""
}

#[requires_scope(_ . tools = GET)]
async fn h18() -> &'static str {
    ""
}

#[requires_scope(admin._ = GET)]
async fn h19() -> &'static str {
    ""
}

#[requires_scope(admin.tools = _)]
async fn h20() -> &'static str {
    ""
}

#[requires_user]
#[requires_scope = "admin.tools:GET"]
async fn h21() -> &'static str {
    ""
}

fn main() {}
