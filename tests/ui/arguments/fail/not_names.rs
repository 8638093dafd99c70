//! What is no name.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group("sales")]
async fn h1() -> &'static str {
    ""
}

#[requires_group("sales, support")]
async fn h2() -> &'static str {
    ""
}

#[requires_group(1)]
async fn h3() -> &'static str {
    ""
}

#[requires_group('s')]
async fn h4() -> &'static str {
    ""
}

#[requires_group(groups::sales)]
async fn h5() -> &'static str {
    ""
}

#[requires_group(crate::groups::sales)]
async fn h6() -> &'static str {
    ""
}

#[requires_group(::groups::sales)]
async fn h7() -> &'static str {
    ""
}

#[requires_group(!sales)]
async fn h8() -> &'static str {
    ""
}

#[requires_group(not(sales))]
async fn h9() -> &'static str {
    ""
}

#[requires_group(not sales)]
async fn h10() -> &'static str {
    ""
}

#[requires_group(-sales)]
async fn h11() -> &'static str {
    ""
}

#[requires_group(_)]
async fn h12() -> &'static str {
    ""
}

#[requires_group([sales, support])]
async fn h13() -> &'static str {
    ""
}

#[requires_group((sales, support))]
async fn h14() -> &'static str {
    ""
}

#[requires_group({ sales })]
async fn h15() -> &'static str {
    ""
}

#[requires_role("editor")]
async fn h16() -> &'static str {
    ""
}

#[requires_role(roles::editor)]
async fn h17() -> &'static str {
    ""
}

fn main() {}
