//! What the attribute stands on.
use guard_runtime::model_access;

#[model_access(grant(core_internal, R))]
enum Enumeration {
    One,
}

#[model_access(grant(core_internal, R))]
struct Tuple(i64);

#[model_access(grant(core_internal, R))]
struct Unit;

#[model_access(grant(core_internal, R))]
struct Generic<T> {
    id: T,
}

#[model_access(grant(core_internal, R))]
fn function() {}

#[model_access(grant(core_internal, R))]
#[model_access(grant(core_portal, R))]
struct Twice {
    id: i64,
}

#[model_access(grant(core_internal, R), restrict(id == 1))]
struct Conditional {
    id: i64,
    #[cfg(any())]
    other: i64,
}

fn needs<M: guard_runtime::model::ModelAccess>() {}

struct Bare;

fn main() {
    needs::<Twice>();
    needs::<Conditional>();
    needs::<Bare>();
}
