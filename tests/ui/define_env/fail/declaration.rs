//! Declarations of attributes of the env.
mod names {
    guard_runtime::define_env! {
        pub mod attributes {
            uid: i64,
            cids: [i64],
            user: String,
            get: i64,
            region: String,
            region: String,
            r#region: i64,
        }
    }
}

mod syntax {
    guard_runtime::define_env! {
        pub mod attributes {
            region,
            "floor": i32,
            level = i32,
            team_ids: Vec<i64>,
            name: &'static str,
            text: str,
            days: [i64; 7],
            pub open: bool,
            shut: ,
            #[cfg(any())]
            conditional: bool,
        }
    }
}

mod types {
    guard_runtime::define_env! {
        pub mod attributes {
            ratio: f64,
            ratios: [f32],
            unknown: Nowhere,
        }
    }
}

mod fine {
    guard_runtime::define_env! {
        pub mod attributes { floor: i32 }
    }
}

guard_runtime::define_env! { region: String }

#[guard_runtime::requires_group(sales, groups = crate::fine::attributes)]
async fn gated() -> &'static str {
    "gated"
}

#[guard_runtime::model_access(groups = crate::fine::attributes, grant(sales, R))]
struct Room {
    id: i64,
}

#[guard_runtime::model_access(
    env = crate::syntax::attributes,
    grant(core_internal, R, where name == env.team_ids && id == env.text),
)]
struct Quiet {
    id: i64,
    name: String,
}

fn main() {}
