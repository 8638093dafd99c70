//! `async` is missing: one error, whatever else looks at the handler.
use actix_web::{App, HttpResponse, Responder, get, post, web};
use guard_runtime::{requires_internal, requires_user};

#[requires_user]
fn plain() -> &'static str {
    "plain"
}

#[requires_user]
#[get("/above")]
fn above(id: web::Path<u32>) -> impl Responder {
    id.to_string()
}

#[post("/below")]
#[requires_internal]
fn below() -> HttpResponse {
    HttpResponse::Ok().finish()
}

fn main() {
    App::new()
        .route("/", web::get().to(plain))
        .service(above)
        .service(below);
}
