//! Gates that contradict each other, in any order.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[allows_public]
#[requires_user]
async fn h1() -> &'static str {
    ""
}

#[requires_user]
#[allows_public]
async fn h2() -> &'static str {
    ""
}

#[allows_public]
#[requires_internal]
async fn h3() -> &'static str {
    ""
}

#[requires_group(sales)]
#[allows_public]
async fn h4() -> &'static str {
    ""
}

#[allows_public]
#[requires_role(editor)]
async fn h5() -> &'static str {
    ""
}

#[no_auth]
#[requires_user]
async fn h6() -> &'static str {
    ""
}

#[requires_internal]
#[no_auth]
async fn h7() -> &'static str {
    ""
}

#[no_auth]
#[allows_public]
async fn h8() -> &'static str {
    ""
}

#[allows_public]
#[no_auth]
async fn h9() -> &'static str {
    ""
}

#[no_auth]
#[requires_group(sales)]
async fn h10() -> &'static str {
    ""
}

#[allows_public]
#[actix_web::get("/split")]
#[requires_user]
async fn h11() -> &'static str {
    ""
}

#[requires_role(editor)]
#[actix_web::post("/split")]
#[no_auth]
async fn h12() -> &'static str {
    ""
}

#[actix_web::get("/below")]
#[requires_user]
#[allows_public]
async fn h13() -> &'static str {
    ""
}

#[allows_public]
#[requires_user]
#[requires_internal]
async fn h14() -> &'static str {
    ""
}

fn main() {}
