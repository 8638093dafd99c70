//! The same gate twice.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_user]
#[requires_user]
async fn h1() -> &'static str {
    ""
}

#[no_auth]
#[actix_web::get("/")]
#[no_auth]
async fn h2() -> &'static str {
    ""
}

#[requires_group(sales)]
#[requires_group(sales)]
async fn h3() -> &'static str {
    ""
}

#[requires_user]
#[requires_user]
#[requires_user]
async fn h4() -> &'static str {
    ""
}

fn main() {}
