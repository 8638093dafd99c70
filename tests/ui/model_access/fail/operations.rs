//! Operations: the letters of `CRUD` in that order, each once.
use guard_runtime::model_access;

#[model_access(
    grant(core_internal, DURC),
    grant(core_portal, crud),
    grant(core_public, RR),
    restrict(DU, id == 1),
    restrict(X, id == 1),
    restrict(UD),
    restrict(),
    restrict(where id == 1),
    restrict(id == 1, id == 2),
    restrict(U, id == 1, id == 2),
)]
struct Letters {
    id: i64,
}

#[model_access(
    grant(core_internal, read),
    grant(core_portal, ops),
    grant(core_public),
    grant(core_public, where id == 1),
    grant(core_public, "R"),
    grant(core_public, R, id == 1),
    grant(core_public, R, if id == 1),
    grant(core_public, R, where),
    grant(core_public, R, where id == 1, id == 2),
)]
struct Words {
    id: i64,
}

fn main() {}
