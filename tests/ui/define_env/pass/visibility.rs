//! Attributes of the env in each visibility, and without one.
#![deny(warnings, missing_docs, unreachable_pub, nonstandard_style)]

/// What a type of the application's own is stored as.
#[derive(Debug)]
pub struct Level(i64);

impl guard_runtime::model::Field for Level {
    type Kind = guard_runtime::model::Integer;

    fn value(&self) -> guard_runtime::model::Value<'_> {
        guard_runtime::model::Value::Integer(self.0)
    }
}

guard_runtime::define_env! {
    /// Public.
    pub mod attributes {
        /// A level.
        level: Level,
        /// Levels.
        levels: [Level],
    }
}

mod crate_wide {
    guard_runtime::define_env! {
        pub(crate) mod attributes { floor: i32, r#type: bool, }
    }
}

mod private {
    guard_runtime::define_env! {
        mod attributes { floor: std::string::String, }
    }

    #[guard_runtime::model_access(env = attributes, grant(core_internal, R, where name == env.floor))]
    struct Room {
        name: String,
    }

    pub(crate) fn room() -> String {
        drop(attributes::floor("first".to_owned()));
        Room { name: "hall".to_owned() }.name
    }
}

mod empty {
    guard_runtime::define_env! {
        mod attributes {}
    }
}

#[guard_runtime::model_access(
    grant(core_internal, R, where level == env.level || env.levels.contains(level)),
    grant(core_portal, R, where level == 7),
)]
struct Room {
    level: i16,
}

fn main() {
    drop((attributes::level(Level(7)), attributes::levels(vec![Level(1)])));
    drop((crate_wide::attributes::floor(3), crate_wide::attributes::r#type(true)));
    drop((private::room(), Room { level: 3 }.level));
}
