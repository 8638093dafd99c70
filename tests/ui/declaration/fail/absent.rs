//! No groups are declared where the gate looks for them.
use guard_runtime::{requires_group, requires_role};

#[requires_group(sales)]
async fn no_groups() -> &'static str {
    "no groups"
}

#[requires_role(editor, roles = crate::elsewhere::roles)]
async fn elsewhere() -> &'static str {
    "elsewhere"
}

#[requires_group(core_internal)]
async fn built_in() -> &'static str {
    "built in"
}

fn main() {}
