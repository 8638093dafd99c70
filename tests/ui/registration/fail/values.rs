//! Gates as functions.
use guard_runtime::{all, any, requires_group, requires_role, requires_user};

guard_runtime::define_groups! {
    pub mod groups { sales }
}
guard_runtime::define_roles! {
    pub mod roles { editor }
}

fn main() {
    let _ = requires_group("sales");
    let _ = requires_group(roles::editor);
    let _ = requires_role(groups::sales);
    let _ = any((requires_user(),));
    let _ = all((requires_user(), "sales"));
    let _ = requires_user("sales");
}
