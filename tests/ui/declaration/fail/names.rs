//! Names of groups and roles.
guard_runtime::define_groups! {
    pub mod groups {
        sales,
        sales,
        core_internal: core_portal,
        any,
        all: sales,
        not,
        SCHEMA,
        support: salse,
        manager: sales + sales,
        warehouse: Sales + gardener,
    }
}

guard_runtime::define_roles! {
    pub mod roles {
        editor,
        editor,
        reviewer: editor,
        any,
        core_internal,
    }
}

#[guard_runtime::requires_group(nonsense)]
async fn silent() -> &'static str {
    "silent"
}

fn main() {
    let _ = (groups::sales, roles::editor);
}
