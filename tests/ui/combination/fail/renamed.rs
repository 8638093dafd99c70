//! Gates under other names: contradictions are found, and one under another's name is refused.
use guard_runtime::{allows_public as open, no_auth as requires_internal, requires_user as login};

#[login]
#[open]
async fn contradiction() -> &'static str {
    "contradiction"
}

#[open]
#[actix_web::get("/")]
#[login]
async fn split() -> &'static str {
    "split"
}

#[login]
#[requires_internal]
async fn swapped() -> &'static str {
    "swapped"
}

fn main() {}
