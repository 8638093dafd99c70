//! Grants that say nothing new.
use guard_runtime::model_access;

guard_runtime::define_groups! {
    pub mod groups { sales_user: core_internal, sales_manager: sales_user, auditor }
}

#[model_access(
    grant(sales_user, CRU),
    grant(sales_user, R),
    grant(sales_manager, RU, where id == 1),
    grant(sales_manager, CRUD),
    grant(auditor, R, where id == env.uid),
    grant(auditor, R, where id == env.uid),
    grant(auditor, R, where id == 1),
    grant(core_internal, R),
    grant(core_internal, R, where id == 7),
    grant(auditor, U, where id==8),
    grant(auditor, U, where id == 8),
)]
struct Invoice {
    id: i64,
}

#[model_access(
    grant(sales_manager, RU, where id == 1),
    grant(sales_manager, R),
    grant(sales_manager, U, where id == 2),
    grant(sales_user, CRUD),
)]
struct Later {
    id: i64,
}

#[model_access(grant(core_internal, R), grant(core_internal, R))]
struct BuiltIn {
    id: i64,
}

fn main() {}
