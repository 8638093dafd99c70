//! Everything that has a gate can be registered.
#![deny(warnings)]

use actix_web::{App, get, post, web};
use guard_runtime::routes::{self, Routes};
use guard_runtime::{allows_public, no_auth, requires_internal, requires_user};

#[requires_user]
#[get("/user")]
async fn user() -> &'static str {
    "user"
}

#[no_auth]
#[post("/open/{id}")]
async fn open(id: web::Path<u32>) -> String {
    id.to_string()
}

#[allows_public]
async fn plain() -> &'static str {
    "plain"
}

async fn by_hand(id: web::Path<u32>) -> String {
    id.to_string()
}

fn main() {
    let _ = App::new().configure(routes::gated(|routes: &mut Routes<'_>| {
        routes
            .service(user)
            .service(routes::scope("/scope").service(open).wrap(requires_internal()))
            .route("/plain", routes::get().to(plain))
            .route("/{id}", routes::get().to(requires_user().handler(by_hand)));
    }));
}
