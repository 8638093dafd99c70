//! Groups that are not declared, or not written as one.
use guard_runtime::model_access;

guard_runtime::define_groups! {
    pub mod groups { sales_user: core_internal, sales_manager: sales_user, r#type }
}

guard_runtime::define_roles! {
    pub mod roles { editor }
}

#[model_access(
    grant(sales_usr, R),
    grant(core_internl, C),
    grant(warehouse, U),
    grant("sales_manager", D),
    read(sales_mananger, cost),
    write(groups::sales_user, cost),
)]
struct Unknown {
    id: i64,
    cost: i64,
}

#[model_access(grant(any(sales_user, sales_manager), R), grant(type, U), grant(), grant(7, R), restrict(id == 1))]
struct NoName {
    id: i64,
}

#[model_access(groups = crate::roles, grant(sales_user, R))]
struct OfRoles {
    id: i64,
}

#[model_access(groups = crate::nowhere, grant(sales_user, R))]
struct Elsewhere {
    id: i64,
}

fn main() {}
