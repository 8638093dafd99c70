//! Permissions that are written otherwise.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope("admin.configuration:GET")]
async fn h1() -> &'static str {
    ""
}

#[requires_scope("admin")]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(7)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(admin::configuration = GET)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(admin::configuration::GET)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(crate::scopes::admin::configuration::GET)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(admin.configuration: GET)]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(admin.configuration:GET)]
async fn h8() -> &'static str {
    ""
}

#[requires_scope(admin:configuration = GET)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(admin.configuration.GET)]
async fn h10() -> &'static str {
    ""
}

#[requires_scope(admin.configuration.value = GET)]
async fn h11() -> &'static str {
    ""
}

#[requires_scope(admin.configuration(GET))]
async fn h12() -> &'static str {
    ""
}

#[requires_scope(admin.configuration[GET, UPDATE])]
async fn h13() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = "GET")]
async fn h14() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = ["GET"])]
async fn h15() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = (GET, UPDATE))]
async fn h16() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = {GET})]
async fn h17() -> &'static str {
    ""
}

#[requires_scope(admin.configuration == GET)]
async fn h18() -> &'static str {
    ""
}

#[requires_scope(admin.configuration => GET)]
async fn h19() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = any(GET, UPDATE))]
async fn h20() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = Verb::GET)]
async fn h21() -> &'static str {
    ""
}

#[requires_scope(admin(configuration = GET))]
async fn h22() -> &'static str {
    ""
}

#[requires_scope(admin[configuration])]
async fn h23() -> &'static str {
    ""
}

#[requires_scope([admin.configuration = GET])]
async fn h24() -> &'static str {
    ""
}

#[requires_scope((admin.configuration = GET))]
async fn h25() -> &'static str {
    ""
}

#[requires_scope(admin/configuration = GET)]
async fn h26() -> &'static str {
    ""
}

#[requires_scope(admin-tools.configuration = GET)]
async fn h27() -> &'static str {
    ""
}

#[requires_scope(admin.configuration += GET)]
async fn h28() -> &'static str {
    ""
}

#[requires_scope(admin.1 = GET)]
async fn h29() -> &'static str {
    ""
}

fn main() {}
