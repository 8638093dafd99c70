//! Rules that cannot be read.
use guard_runtime::model_access;

#[model_access(
    grant(core_internal, R, where archived and posted),
    grant(core_portal, R, where archived or posted),
    grant(core_public, R, where not archived),
    restrict(archived posted),
    restrict(archived ==),
    restrict(== archived),
    restrict(archived = true),
    restrict(archived == posted == true),
    restrict(archived <> posted),
    restrict(archived && ),
    restrict((archived && )),
    restrict(archived in [true]),
    restrict(archived is true),
    restrict(#[cfg(any())] archived),
    restrict(archived && (#[allow(unused)] posted)),
)]
struct Rules {
    archived: bool,
    posted: bool,
}

fn main() {}
