//! Values of the env.
use guard_runtime::model_access;

guard_runtime::define_env! {
    pub mod attributes {
        region: String,
        team_ids: [i64],
        boss: bool,
    }
}

mod elsewhere {
    guard_runtime::define_env! {
        pub mod attributes { floor: i32 }
    }
}

#[model_access(
    grant(core_internal, R, where id == env.user_id),
    grant(core_portal, R, where id == env.iud || name == env.regoin),
    grant(core_public, R, where id == env),
    restrict(env.cids == id),
    restrict(env.uid.contains(id)),
    restrict(env.cid.contains(id)),
    restrict(env.team_ids == id),
    restrict(env.region.contains(name)),
    restrict(env.contains(id)),
    restrict(env.uid),
    restrict(env.region),
    restrict(env.boss == id),
    restrict(env.team_ids.contains(name)),
    restrict(id == env.region),
    restrict(env.uid == env.boss),
    restrict(env.region.starts_with("n")),
    restrict((env).team_ids.contains(id)),
    restrict(id == env.where),
)]
struct Note {
    id: i64,
    name: String,
}

#[model_access(env = crate::elsewhere::attributes, grant(core_internal, R, where id == env.flor))]
struct Elsewhere {
    id: i64,
}

#[model_access(env = crate::groups, grant(core_internal, R, where id == env.floor))]
struct OfGroups {
    id: i64,
}

#[model_access(env = crate::nowhere, grant(core_internal, R, where id == env.floor))]
struct Nowhere {
    id: i64,
}

guard_runtime::define_groups! {
    pub mod groups { sales }
}

fn main() {}
