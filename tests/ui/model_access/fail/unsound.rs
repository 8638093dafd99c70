//! Where a declaration is not sound, it alone is reported; and each mistake of an attribute alone.
use guard_runtime::model::{ModelAccess, Op, decide};
use guard_runtime::{Env, model_access};

mod broken {
    guard_runtime::define_groups! {
        pub mod groups { sales, sales }
    }

    guard_runtime::define_env! {
        pub mod attributes { uid: i64 }
    }

    guard_runtime::define_scopes! {
        pub mod scopes { admin { users: NOTHING } }
    }
}

#[model_access(
    groups = crate::broken::groups,
    env = crate::broken::attributes,
    grant(sales, R, where cost == env.whatever),
    read(sales, cost),
    related(other: ByGroups, id == id),
    restrict(other.id == 1),
)]
#[derive(Debug)]
struct ByGroups {
    id: i64,
    cost: i64,
}

#[model_access(env = crate::broken::attributes, grant(core_internal, R, where id == env.whatever))]
struct ByEnv {
    id: i64,
}

#[model_access(groups = crate::broken::scopes, grant(sales, R))]
struct ByScopes {
    id: i64,
}

#[model_access(
    grant(core_internal, R, where idd == 1),
    read(core_internal, cost),
    related(other: ByGroups, id == id),
    restrict(other.id == 1),
)]
struct Mistaken {
    id: i64,
    cost: i64,
}

fn uses(env: &Env, view: &ByGroupsView, other: &MistakenView) {
    let _ = decide::<ByGroups>(env, Op::Read);
    let _ = decide::<ByEnv>(env, Op::Read);
    let _ = decide::<ByScopes>(env, Op::Read);
    let _ = decide::<Mistaken>(env, Op::Read);
    let _ = (view.cost, other.cost, view.id, <ByEnv as ModelAccess>::ACCESS);
}

fn main() {}
