//! An item in the body that goes by the handler's name does not get the handler's mark.
use actix_web::{App, get};
use guard_runtime::requires_user;
use guard_runtime::routes::{self, Routes};

mod open {
    #[actix_web::get("/open")]
    pub async fn open() -> &'static str {
        "open to everybody"
    }
}

#[requires_user]
#[get("/x")]
async fn x() -> &'static str {
    #[allow(unused_imports)]
    use crate::open::open as x;
    "x"
}

fn main() {
    let _ = App::new().configure(routes::gated(|routes: &mut Routes<'_>| {
        routes.service(x).service(open::open);
    }));
}
