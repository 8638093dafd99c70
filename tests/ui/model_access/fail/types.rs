//! Types that the compiler has to look at: one error for each mistake, at the wrong word.
use guard_runtime::model::{Boolean, Field, Text, Value};
use guard_runtime::model_access;

struct Status;

impl Field for Status {
    type Kind = Text;

    fn value(&self) -> Value<'_> {
        Value::Text("draft")
    }
}

struct Flag;

impl Field for Flag {
    type Kind = Boolean;

    fn value(&self) -> Value<'_> {
        Value::Boolean(true)
    }
}

struct Money;

type Key = i64;

guard_runtime::define_env! {
    pub mod attributes {
        level: Status,
        levels: [Status],
    }
}

#[model_access(
    grant(core_internal, R, where status == 7),
    grant(core_portal, R, where status < 7),
    grant(core_public, R, where status),
    restrict(flag == status),
    restrict(flag == env.uid),
    restrict([1, 2].contains(status)),
    restrict(env.cids.contains(flag)),
    restrict(env.levels.contains(key)),
    restrict(env.level == key),
    restrict(env.level),
    restrict(key.starts_with("1")),
    restrict(status.starts_with(env.level)),
    restrict(key.is_none()),
    restrict(key == 3 && key < 7 && status == "draft" && flag && status.starts_with("d")),
)]
struct Custom {
    status: Status,
    flag: Flag,
    key: Key,
}

#[model_access(grant(core_internal, R, where price == 7), restrict(price != 8 || price == env.uid))]
struct NoField {
    price: Money,
}

#[model_access(grant(core_internal, R, where price.is_none()))]
struct NoFieldEither {
    price: Option<Money>,
}

fn main() {}
