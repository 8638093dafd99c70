//! Mistakes that the framework reports: the gate adds none.
use actix_web::{App, get, post, put, route, web};
use guard_runtime::requires_user;

#[requires_user]
#[get("/nothing")]
async fn nothing() {}

#[requires_user]
#[post]
async fn no_path() -> &'static str {
    "no path"
}

#[requires_user]
#[put("/a", "/b")]
async fn two_paths() -> &'static str {
    "two paths"
}

#[requires_user]
#[route("/route")]
async fn no_method() -> &'static str {
    "no method"
}

#[requires_user]
#[get("/key", colour = "red")]
async fn unknown_key() -> &'static str {
    "unknown key"
}

fn main() {
    let _ = App::new().route("/", web::get().to(no_path));
}
