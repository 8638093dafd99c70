//! Too many extractors, and some that depend on `cfg`.
use actix_web::{App, get, web};
use guard_runtime::requires_user;

#[requires_user]
#[get("/")]
async fn seventeen(
    p1: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    _: web::Path<u8>,
    _: web::Path<u16>,
    p17: web::Path<u8>,
) -> String {
    format!("{p1} {p17}")
}

#[requires_user]
async fn conditional(
    #[cfg(windows)] first: web::Path<u8>,
    #[cfg(unix)] second: web::Path<u8>,
) -> String {
    format!("{first} {second}")
}

fn main() {
    App::new().service(seventeen).route("/", web::get().to(conditional));
}
