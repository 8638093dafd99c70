//! Several mistakes in one attribute: all of them, in source order.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(salse, "support", any(), sales | support, warehouse)]
async fn h1() -> &'static str {
    ""
}

#[requires_group("sales", group = x, support sales)]
async fn h2() -> &'static str {
    ""
}

#[requires_role(roles::editor, edtor, all(reviewer, !editor))]
#[requires_group(suport)]
async fn h3() -> &'static str {
    ""
}

fn main() {}
