//! Settings.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(sales, group = crate::groups)]
async fn h1() -> &'static str {
    ""
}

#[requires_group(sales, groups =)]
async fn h2() -> &'static str {
    ""
}

#[requires_group(sales, groups = "crate::groups")]
async fn h3() -> &'static str {
    ""
}

#[requires_group(sales, groups = crate::)]
async fn h4() -> &'static str {
    ""
}

#[requires_group(sales, groups = crate::groups extra)]
async fn h5() -> &'static str {
    ""
}

#[requires_group(sales, groups == crate::groups)]
async fn h6() -> &'static str {
    ""
}

#[requires_group(sales, groups: crate::groups)]
async fn h7() -> &'static str {
    ""
}

#[requires_group(sales, groups = crate::groups, groups = crate::groups)]
async fn h8() -> &'static str {
    ""
}

#[requires_group(sales = true)]
async fn h9() -> &'static str {
    ""
}

#[requires_role(editor, groups = crate::groups)]
async fn h10() -> &'static str {
    ""
}

#[requires_group(groups = 7, sales support)]
async fn h11() -> &'static str {
    ""
}

fn main() {}
