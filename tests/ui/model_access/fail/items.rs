//! What stands in the attribute.
use guard_runtime::model_access;

#[model_access(
    grnt(core_internal, R),
    allow(core_internal, R),
    something(core_internal, R),
    grant,
    restrict = true,
    table = "one",
    table = "two",
    group = crate::groups,
    env = "attributes",
    nobody,
    nobody(core_internal),
    grant(core_internal, R) restrict(id == 1),
    7,
    "read",
)]
struct Items {
    id: i64,
}

#[model_access(table = invoice, groups = 7, grant(core_internal, R))]
struct Settings {
    id: i64,
}

#[model_access(table, groups, grant(core_internal, R))]
struct NoValues {
    id: i64,
}

#[model_access]
struct Nothing {
    id: i64,
}

#[model_access(restrict(id == 1))]
struct OnlyRestricted {
    id: i64,
}

#[model_access(nobody, grant(core_internal, R))]
struct NobodyAndSomebody {
    id: i64,
}

#[model_access(grant[core_internal, R])]
struct OtherBrackets {
    id: i64,
}

#[model_access(grnt(core_internal, R))]
struct Misspelt {
    id: i64,
}

#[model_access(grant(core_internal, X))]
struct OneMistakeOneError {
    id: i64,
}

fn main() {}
