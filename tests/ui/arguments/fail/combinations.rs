//! Misspelt and misbuilt combinations.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(an(sales, support))]
async fn h1() -> &'static str {
    ""
}

#[requires_group(Any(sales, support))]
async fn h2() -> &'static str {
    ""
}

#[requires_group(al(sales, support))]
async fn h3() -> &'static str {
    ""
}

#[requires_group(or(sales, support))]
async fn h4() -> &'static str {
    ""
}

#[requires_group(and(sales, support))]
async fn h5() -> &'static str {
    ""
}

#[requires_group(one_of(sales, support))]
async fn h6() -> &'static str {
    ""
}

#[requires_group(sales())]
async fn h7() -> &'static str {
    ""
}

#[requires_group(any[sales, support])]
async fn h8() -> &'static str {
    ""
}

#[requires_group(any { sales, support })]
async fn h9() -> &'static str {
    ""
}

#[requires_group(any sales, support)]
async fn h10() -> &'static str {
    ""
}

#[requires_group(any: sales)]
async fn h11() -> &'static str {
    ""
}

#[requires_group(sales, sales)]
async fn h12() -> &'static str {
    ""
}

#[requires_group(any(sales, support, sales))]
async fn h13() -> &'static str {
    ""
}

#[requires_group(any(any(any(any(any(any(any(any(any(any(any(any(any(any(any(any(any(sales))))))))))))))))))]
async fn h14() -> &'static str {
    ""
}

fn main() {}
