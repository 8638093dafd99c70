//! A relation to what is not there.
use guard_runtime::model_access;

#[model_access(
    grant(core_internal, R),
    related(other: Nowhere, other_id == id),
    restrict(other.id == 3),
)]
struct Missing {
    id: i64,
    other_id: i64,
}

fn main() {}
