//! Scopes, resources and verbs that are not declared.
use guard_runtime::*;

define_scopes! {
    pub mod scopes {
        admin { configuration: GET | UPDATE, tools: GET | UPDATE | DELETE, r#type: GET }
        project(project_id) { root: GET | UPDATE }
    }
}

#[requires_scope(admn.configuration = GET)]
async fn h1() -> &'static str {
    ""
}

#[requires_scope(warehouse.root = GET)]
async fn h2() -> &'static str {
    ""
}

#[requires_scope(admin.configuratoin = GET)]
async fn h3() -> &'static str {
    ""
}

#[requires_scope(admin.Tools = GET)]
async fn h4() -> &'static str {
    ""
}

#[requires_scope(admin.warehouse = GET)]
async fn h5() -> &'static str {
    ""
}

#[requires_scope(admin.root = GET)]
async fn h6() -> &'static str {
    ""
}

#[requires_scope(project.tools = GET)]
async fn h7() -> &'static str {
    ""
}

#[requires_scope(admin.type = GET)]
async fn h8() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = GTE)]
async fn h9() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = get)]
async fn h10() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = READ)]
async fn h11() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = FLY)]
async fn h12() -> &'static str {
    ""
}

#[requires_scope(admin.configuration = DELETE)]
async fn h13() -> &'static str {
    ""
}

#[requires_scope(project.root = [GET, CREATE, DELETE])]
async fn h14() -> &'static str {
    ""
}

#[requires_scope(any(admin.configuration = CREATE, all(admin.tolls = GET, project.roof = GET)))]
async fn h15() -> &'static str {
    ""
}

#[requires_scope(admin.tools = [GET, UPDTE, CREATE])]
async fn h16() -> &'static str {
    ""
}

#[requires_scope(r#admin.r#tools = GET)]
async fn h17() -> &'static str {
    ""
}

#[requires_scope(admn.tools = FLY)]
async fn h18() -> &'static str {
    ""
}

fn main() {}
