//! Every handler has a gate.
use actix_web::{App, get, post, web};
use guard_runtime as access;
use guard_runtime::{requires_internal, requires_user as login};

mod pages;

#[requires_internal]
#[get("/above")]
async fn above() {}

#[get("/below")]
#[requires_internal]
async fn below() {}

#[login]
#[get("/renamed")]
async fn renamed() {}

#[guard_runtime::requires_group(any(sales, all(support, auditor)))]
#[actix_web::post("/qualified")]
async fn qualified() {}

#[access::requires_role(editor)]
#[actix_web::routes]
#[get("/one")]
#[post("/two")]
async fn through_a_renamed_crate() {}

#[crate::pages::staff]
#[get("/exported")]
async fn exported() {}

#[cfg_attr(feature = "web", get("/conditional"))]
#[cfg_attr(feature = "web", requires_internal)]
async fn under_one_condition() {}

#[cfg_attr(feature = "web", get("/always"))]
#[guard_runtime::no_auth]
async fn gated_always() {}

#[guard_runtime::allows_public]
async fn registered() {}

async fn wrapped() {}

/// Another crate's attribute.
#[getset::get(copy)]
fn field() {}

fn configure(config: &mut web::ServiceConfig, handler: fn()) {
    config
        .route("/a", web::get().to(registered))
        .route("/b", web::get().to(access::requires_user().handler(wrapped)))
        .route("/c", web::get().to(access::no_auth().handler(|| async {})))
        .route("/d", web::get().to(pages::list))
        .route("/e", web::get().to(pages::Orders::list::<u8>))
        .route("/f", web::get().to(handler))
        .default_service(web::to(crate::pages::list));
    let to = Currency("EUR").to(Currency("USD"));
}

/// No handler: a function of this name is gated in `pages`.
fn handler() {}

macro_rules! page {
    ($name:ident, $path:literal) => {
        #[guard_runtime::requires_user]
        $(#[$attributes])*
        #[actix_web::get($path)]
        async fn $name() {}
    };
}
