//! Text after a complete expression.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(sales support)]
async fn h1() -> &'static str {
    ""
}

#[requires_group(sales | support)]
async fn h2() -> &'static str {
    ""
}

#[requires_group(sales || support)]
async fn h3() -> &'static str {
    ""
}

#[requires_group(sales && support)]
async fn h4() -> &'static str {
    ""
}

#[requires_group(sales & support)]
async fn h5() -> &'static str {
    ""
}

#[requires_group(sales or support)]
async fn h6() -> &'static str {
    ""
}

#[requires_group(sales and support)]
async fn h7() -> &'static str {
    ""
}

#[requires_group(sales + support)]
async fn h8() -> &'static str {
    ""
}

#[requires_group(any(sales, support) sales)]
async fn h9() -> &'static str {
    ""
}

#[requires_group(any(sales) || support)]
async fn h10() -> &'static str {
    ""
}

#[requires_group(sales; support)]
async fn h11() -> &'static str {
    ""
}

#[requires_group(sales-manager)]
async fn h12() -> &'static str {
    ""
}

#[requires_group(sales.manager)]
async fn h13() -> &'static str {
    ""
}

#[requires_group(sales[0])]
async fn h14() -> &'static str {
    ""
}

#[requires_group(any(sales support, support))]
async fn h15() -> &'static str {
    ""
}

#[requires_role(editor | reviewer)]
async fn h16() -> &'static str {
    ""
}

fn main() {}
