//! No scopes are declared where the gate looks for them.
use guard_runtime::requires_scope;

#[requires_scope(admin.tools = GET)]
async fn no_scopes() -> &'static str {
    "no scopes"
}

#[requires_scope(admin.tools = GET, scopes = crate::elsewhere::scopes)]
async fn elsewhere() -> &'static str {
    "elsewhere"
}

#[requires_scope]
async fn signed_in() -> &'static str {
    "signed in"
}

fn main() {}
