//! Arguments of gates that take none, and the form with an equals sign.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_user(sales)]
async fn h1() -> &'static str {
    ""
}

#[requires_internal(true, false)]
async fn h2() -> &'static str {
    ""
}

#[allows_public("everybody")]
async fn h3() -> &'static str {
    ""
}

#[no_auth(reason = "health")]
async fn h4() -> &'static str {
    ""
}

#[requires_user]
#[requires_internal = "yes"]
async fn h5() -> &'static str {
    ""
}

#[requires_user]
#[requires_group = "sales"]
async fn h6() -> &'static str {
    ""
}

fn main() {}
