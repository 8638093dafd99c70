//! Where a permission is demanded of what is no handler.
use guard_runtime::requires_scope;

guard_runtime::define_scopes! {
    pub mod scopes { admin { tools: GET } }
}

#[requires_scope(admin.tools = GET)]
struct NotAHandler;

#[requires_scope(admin.tools = GET)]
fn not_async() -> &'static str {
    "not async"
}

fn main() {}
