//! Unsafe handlers, also several mistakes in one signature.
use actix_web::{App, get, web};
use guard_runtime::requires_user;

#[requires_user]
async unsafe fn free() -> &'static str {
    "free"
}

#[requires_user]
#[get("/")]
unsafe fn two_mistakes() -> &'static str {
    "two"
}

fn main() {
    App::new().service(two_mistakes).route("/", web::get().to(free));
}
