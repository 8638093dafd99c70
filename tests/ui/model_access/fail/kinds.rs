//! What cannot be compared with what, where the types tell.
use guard_runtime::model_access;

#[model_access(
    grant(core_internal, R, where number == "7"),
    grant(core_portal, R, where "seven" == number),
    grant(core_public, R, where status == 7),
    restrict(archived == 1),
    restrict(archived == 0 || archived == "yes"),
    restrict(archived == env.uid),
    restrict(number == status),
    restrict(maybe == archived),
    restrict(number && status),
    restrict(!number),
    restrict(env.cids.contains(archived)),
    restrict([1, 2].contains(status)),
    restrict(["a", "b"].contains(number)),
    restrict(["a", 2].contains(status)),
    restrict([true].contains(archived)),
    restrict([].contains(status)),
    restrict([number].contains(number)),
    restrict(number.starts_with("1")),
    restrict(status.starts_with(7)),
    restrict(status.starts_with(status)),
    restrict(status.starts_with(env.uid)),
    restrict(number.is_none()),
    restrict(status.is_some()),
    restrict("x".is_none()),
    restrict(1 == 2),
    restrict(maybe == None),
    restrict(None != maybe),
    restrict(maybe == Some(3)),
    restrict(maybe.is_none(3)),
    restrict(status.contains("x")),
    restrict(number.contains(3)),
)]
struct Kinds {
    number: i64,
    maybe: Option<i32>,
    status: String,
    archived: bool,
}

fn main() {}
