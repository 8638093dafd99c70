//! Handlers without a gate do not compile where gated ones are registered.
use actix_web::{get, web};
use guard_runtime::routes::{self, Routes};
use guard_runtime::requires_user;

#[get("/open")]
async fn open() -> &'static str {
    "open"
}

#[get("/below")]
#[requires_user]
async fn gate_below_the_route() -> &'static str {
    "below"
}

async fn plain(_: web::Path<u32>) -> &'static str {
    "plain"
}

fn main() {
    let _ = routes::gated(|routes: &mut Routes<'_>| {
        routes.service(open);
        routes.service(gate_below_the_route);
        routes.route("/plain", routes::get().to(plain));
        routes.service(routes::scope("/scope").service(open));
        routes.service(routes::scope("/scope").route("", routes::post().to(plain)));
        routes.service(web::scope("/actix"));
        routes.default_service(routes::route().to(plain));
    });
}
