//! Gates on closures, statements and parameters.
use guard_runtime::requires_user;

fn main() {
    let closure = #[requires_user]
    || "closure";

    #[requires_user]
    let _ = closure();
}

async fn parameter(#[requires_user] _name: String) {}
