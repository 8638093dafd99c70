//! Names that are not declared.
use guard_runtime::*;

define_groups! {
    pub mod groups { sales, support, sales_manager, r#type }
}

define_roles! {
    pub mod roles { editor, reviewer }
}

#[requires_group(salse)]
async fn h1() -> &'static str {
    ""
}

#[requires_group(Sales)]
async fn h2() -> &'static str {
    ""
}

#[requires_group(warehouse)]
async fn h3() -> &'static str {
    ""
}

#[requires_group(type)]
async fn h4() -> &'static str {
    ""
}

#[requires_group(core_interal)]
async fn h5() -> &'static str {
    ""
}

#[requires_group(any(sales, all(suport, warehouse)))]
async fn h6() -> &'static str {
    ""
}

#[requires_group(true)]
async fn h7() -> &'static str {
    ""
}

#[requires_group(editor)]
async fn h8() -> &'static str {
    ""
}

#[requires_role(editr)]
async fn h9() -> &'static str {
    ""
}

#[requires_role(sales)]
async fn h10() -> &'static str {
    ""
}

#[requires_role(core_internal)]
async fn h11() -> &'static str {
    ""
}

#[requires_group(salse)]
#[requires_role(editro)]
async fn h12() -> &'static str {
    ""
}

fn main() {}
