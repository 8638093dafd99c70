//! Nothing, where something is named.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group]
async fn h1() -> &'static str {
    ""
}

#[requires_group()]
async fn h2() -> &'static str {
    ""
}

#[requires_role]
async fn h3() -> &'static str {
    ""
}

#[requires_group(any())]
async fn h4() -> &'static str {
    ""
}

#[requires_group(all())]
async fn h5() -> &'static str {
    ""
}

#[requires_group(any)]
async fn h6() -> &'static str {
    ""
}

#[requires_group(sales, all())]
async fn h7() -> &'static str {
    ""
}

#[requires_group(,)]
async fn h8() -> &'static str {
    ""
}

#[requires_group(sales,, support)]
async fn h9() -> &'static str {
    ""
}

#[requires_group(any(,))]
async fn h10() -> &'static str {
    ""
}

#[requires_group(groups = crate::groups)]
async fn h11() -> &'static str {
    ""
}

fn main() {}
