//! Groups that nobody is in at the same time.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(core_internal, core_portal)]
async fn h1() -> &'static str {
    ""
}

#[requires_group(core_public, core_internal)]
async fn h2() -> &'static str {
    ""
}

#[requires_group(any(sales, all(core_portal, core_internal)))]
async fn h3() -> &'static str {
    ""
}

#[requires_internal]
#[requires_group(core_portal)]
async fn h4() -> &'static str {
    ""
}

#[requires_group(core_public)]
#[requires_internal]
async fn h5() -> &'static str {
    ""
}

fn main() {}
